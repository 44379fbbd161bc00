// The outcome page of one cohort: headline figures, tables and the series of the chart; as they are for who may read a woman's file, as
// they were published for the others.
import { type Actor, can } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { addMonths, fromDateColumn } from '../dates.ts';
import { figuresOf } from './outcome-figures.ts';
import { type ChosenFigures, type Group, type OutcomeFilter, SERIES_MONTHS, seriesOf } from './outcome-series.ts';
import { type GraduateRow, listGraduates, listSeries } from './outcome-sources.server.ts';
import { villageOf } from './published-figures.ts';
import { findPublishedFigures } from './published-outcomes.server.ts';

export interface CohortOutcomes extends ChosenFigures {
  readonly cohort: Cohort;
  readonly month: string;
  readonly cohorts: readonly Cohort[];
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly benchmarks: readonly { readonly kind: string; readonly year: number; readonly rupiah: number }[];
  readonly ramadans: readonly { readonly fromOn: string; readonly untilOn: string }[];
}

interface Cohort {
  readonly slug: string;
  readonly name: string;
}

/** Null when there is no such cohort or village in it, or the viewer may not read outcomes. Rupiah at current prices. */
export async function findCohortOutcomes(
  db: Reader,
  viewer: Actor,
  filter: OutcomeFilter,
): Promise<CohortOutcomes | null> {
  if (!can(viewer, 'outcome.read')) return null;
  const [cohorts, chosen, benchmarks, ramadans] = await Promise.all([
    db.cohort.findMany({ orderBy: { startsOn: 'asc' }, select: { slug: true, name: true } }),
    can(viewer, 'person.read') ? findFiguresNow(db, filter) : findPublishedFigures(db, filter),
    db.yearlyBenchmark.findMany({ orderBy: { year: 'asc' }, select: { kind: true, year: true, rupiah: true } }),
    db.ramadanYear.findMany({ orderBy: { year: 'asc' } }),
  ]);
  const cohort = cohorts.find(({ slug }) => slug === filter.cohortSlug);
  if (!cohort || !chosen) return null;
  return {
    ...{ cohort, cohorts, month: filter.month },
    villages: chosen.byVillage.flatMap(({ key, name }) => (key ? [{ code: key, name }] : [])),
    ...chosen,
    byCohort: cohorts.flatMap(({ slug, name }) => {
      const group = chosen.byCohort.find(({ key }) => key === slug);
      return group ? [{ ...group, name }] : [];
    }),
    benchmarks,
    ramadans: ramadans.map(({ ramadanOn, syawalOn }) => ({
      fromOn: fromDateColumn(ramadanOn),
      untilOn: fromDateColumn(syawalOn),
    })),
  };
}

/** Null when no graduate lives in the village. */
async function findFiguresNow(
  db: Reader,
  { cohortSlug, villageCode, month }: OutcomeFilter,
): Promise<ChosenFigures | null> {
  const from = addMonths(month, 1 - SERIES_MONTHS);
  const [graduates, seriesRows] = await Promise.all([
    listGraduates(db, { month }),
    listSeries(db, { cohortSlug, from, until: month }),
  ]);
  const cohorts = Map.groupBy(graduates, (row) => row.cohortSlug);
  const villages = Map.groupBy(cohorts.get(cohortSlug) ?? [], villageOf);
  const rows = villageCode === undefined ? cohorts.get(cohortSlug) : villages.get(villageCode);
  if (villageCode !== undefined && !rows) return null;
  return {
    published: null,
    figures: rows ? figuresOf(rows, { month, withBootstrap: true }) : null,
    byVillage: groupsOf(villages, month).sort((a, b) => a.name.localeCompare(b.name, 'id')),
    byCohort: groupsOf(cohorts, month),
    series: rows ? seriesOf(seriesRows, { from, villageCode }) : [],
  };
}

function groupsOf(groups: ReadonlyMap<string, readonly GraduateRow[]>, month: string): Group[] {
  return [...groups].map(([key, rows]) => ({
    ...{ key, name: rows[0]?.villageName ?? '' },
    figures: figuresOf(rows, { month }),
  }));
}

/** The cohort shown when none is asked for: the first. Null on an empty registry. */
export async function findFirstCohortSlug(db: Reader): Promise<string | null> {
  const cohort = await db.cohort.findFirst({ orderBy: { startsOn: 'asc' }, select: { slug: true } });
  return cohort?.slug ?? null;
}
