// The outcome page of one cohort: headline figures, tables and the series of the chart, in five queries.
import { type Actor, can } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { addMonths, fromDateColumn } from '../dates.ts';
import { figuresOf, type Group, type GroupFigures, SMALLEST_CELL, splitFigures } from './outcome-figures.ts';
import { listGraduates, listSeries, type SeriesRow } from './outcome-sources.server.ts';
import { type Interval, median, medianInterval } from './statistics.ts';

export const SERIES_MONTHS = 24;

export interface OutcomeFilter {
  readonly cohortSlug: string;
  readonly villageCode?: string;
  readonly month: string;
}

/** One month of the chart; null where fewer than five women told their profit. */
export interface SeriesPoint {
  readonly month: string;
  readonly medianRupiah: number | null;
  readonly interval: Interval | null;
  readonly n: number;
  readonly verifiedRupiah: number;
  readonly recordedRupiah: number;
  readonly reportedRupiah: number;
}

export interface CohortOutcomes {
  readonly cohort: { readonly slug: string; readonly name: string };
  readonly month: string;
  readonly cohorts: readonly { readonly slug: string; readonly name: string }[];
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  /** Null: the choice holds fewer than five women. */
  readonly figures: GroupFigures | null;
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
    listSeries(db, { cohortSlug, villageCode, from, until: month }),
    db.yearlyBenchmark.findMany({ orderBy: { year: 'asc' }, select: { kind: true, year: true, rupiah: true } }),
    db.ramadanYear.findMany({ orderBy: { year: 'asc' } }),
  ]);
  const cohort = cohorts.find(({ slug }) => slug === cohortSlug);
  const ofCohort = graduates.filter((row) => row.cohortSlug === cohortSlug);
  const chosen = villageCode === undefined ? ofCohort : ofCohort.filter((row) => row.villageCode === villageCode);
  if (!cohort || (villageCode !== undefined && chosen.length === 0)) return null;
  const byVillage = splitFigures(ofCohort, {
    month,
    by: (row) => [row.villageCode ?? '', row.villageName ?? ''],
  });
  const isHidden =
    chosen.length < SMALLEST_CELL ||
    (villageCode !== undefined && byVillage.find(({ key }) => key === villageCode)?.figures === null);
  return {
    cohort,
    month,
    cohorts,
    villages: byVillage.flatMap(({ key, name }) => (key ? [{ code: key, name }] : [])),
    figures: isHidden ? null : figuresOf(chosen, { month, withBootstrap: true }),
    byVillage,
    byCohort: splitFigures(graduates, { month, by: (row) => [row.cohortSlug, nameOf(cohorts, row.cohortSlug)] }),
    series: isHidden ? [] : pointsOf(seriesRows, from),
    benchmarks,
    ramadans: ramadans.map(({ ramadanOn, syawalOn }) => ({
      fromOn: fromDateColumn(ramadanOn),
      untilOn: fromDateColumn(syawalOn),
    })),
  };
}

function nameOf(cohorts: readonly { slug: string; name: string }[], slug: string): string {
  return cohorts.find((cohort) => cohort.slug === slug)?.name ?? slug;
}

function pointsOf(rows: readonly SeriesRow[], from: string): SeriesPoint[] {
  return Array.from({ length: SERIES_MONTHS }, (_, index) => {
    const month = addMonths(from, index);
    const row = rows.find((candidate) => candidate.month === month);
    const profits = row?.profits ?? [];
    const isShown = profits.length >= SMALLEST_CELL;
    return {
      month,
      medianRupiah: isShown ? median(profits) : null,
      interval: isShown ? medianInterval(profits) : null,
      n: profits.length,
      verifiedRupiah: row?.verifiedRupiah ?? 0,
      recordedRupiah: row?.recordedRupiah ?? 0,
      reportedRupiah: row?.reportedRupiah ?? 0,
    };
  });
}

/** The cohort shown when none is asked for: the first. Null on an empty registry. */
export async function findFirstCohortSlug(db: Reader): Promise<string | null> {
  const cohort = await db.cohort.findFirst({ orderBy: { startsOn: 'asc' }, select: { slug: true } });
  return cohort?.slug ?? null;
}
