// The outcome page of one cohort: headline figures, tables and the series of the chart, in five queries.
import { type Actor, can } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { addMonths, fromDateColumn } from '../dates.ts';
import { SERIES_MONTHS, type SeriesPoint, seriesOf } from './outcome-series.ts';
import { listGraduates, listSeries } from './outcome-sources.server.ts';
import { type Group, outcomeView } from './outcome-view.ts';

export interface OutcomeFilter {
  readonly cohortSlug: string;
  readonly villageCode?: string;
  readonly month: string;
}

export interface CohortOutcomes {
  readonly cohort: { readonly slug: string; readonly name: string };
  readonly month: string;
  readonly cohorts: readonly { readonly slug: string; readonly name: string }[];
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  /** Whether cells can be hidden and are rounded: the viewer may not know the women. */
  readonly isPublished: boolean;
  /** Null: the choice holds nobody, or too few to be shown. */
  readonly figures: Group['figures'];
  readonly byVillage: readonly Group[];
  readonly byCohort: readonly Group[];
  readonly series: readonly SeriesPoint[];
  readonly benchmarks: readonly { readonly kind: string; readonly year: number; readonly rupiah: number }[];
  readonly ramadans: readonly { readonly fromOn: string; readonly untilOn: string }[];
}

/** Null when there is no such cohort or village in it, or the viewer may not read outcomes. Rupiah at current prices. */
export async function findCohortOutcomes(
  db: Reader,
  viewer: Actor,
  { cohortSlug, villageCode, month }: OutcomeFilter,
): Promise<CohortOutcomes | null> {
  if (!can(viewer, 'outcome.read')) return null;
  const from = addMonths(month, 1 - SERIES_MONTHS);
  const [cohorts, graduates, seriesRows, benchmarks, ramadans] = await Promise.all([
    db.cohort.findMany({ orderBy: { startsOn: 'asc' }, select: { slug: true, name: true } }),
    listGraduates(db, { month }),
    listSeries(db, { cohortSlug, from, until: month }),
    db.yearlyBenchmark.findMany({ orderBy: { year: 'asc' }, select: { kind: true, year: true, rupiah: true } }),
    db.ramadanYear.findMany({ orderBy: { year: 'asc' } }),
  ]);
  const cohort = cohorts.find(({ slug }) => slug === cohortSlug);
  const ofCohort = graduates.filter((row) => row.cohortSlug === cohortSlug);
  const hasVillage = villageCode === undefined || ofCohort.some((row) => row.villageCode === villageCode);
  if (!cohort || !hasVillage) return null;
  const isPublished = !can(viewer, 'person.read');
  const view = outcomeView(graduates, { month, isPublished });
  const figures = view.figures({ cohortSlug, villageCode, withBootstrap: true });
  const byVillage = view.villages(cohortSlug);
  return {
    cohort,
    month,
    cohorts,
    villages: byVillage.flatMap(({ key, name }) => (key ? [{ code: key, name }] : [])),
    isPublished,
    figures,
    byVillage,
    byCohort: cohorts
      .filter(({ slug }) => graduates.some((row) => row.cohortSlug === slug))
      .map(({ slug, name }) => ({ key: slug, name, figures: view.figures({ cohortSlug: slug }) })),
    series: figures ? seriesOf(seriesRows, { from, cohortSlug, villageCode, small: view.small(cohortSlug) }) : [],
    benchmarks,
    ramadans: ramadans.map(({ ramadanOn, syawalOn }) => ({
      fromOn: fromDateColumn(ramadanOn),
      untilOn: fromDateColumn(syawalOn),
    })),
  };
}
/** The cohort shown when none is asked for: the first. Null on an empty registry. */
export async function findFirstCohortSlug(db: Reader): Promise<string | null> {
  const cohort = await db.cohort.findFirst({ orderBy: { startsOn: 'asc' }, select: { slug: true } });
  return cohort?.slug ?? null;
}
