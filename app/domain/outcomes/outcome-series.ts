// What is chosen on the outcome page and what it then shows, with the months of its chart: median profit and three sums. Pure.
import { addMonths } from '../dates.ts';
import { type Cell, HIDDEN } from '../published-cells.ts';
import type { Figure, GroupFigures } from './outcome-figures.ts';
import type { SeriesRow } from './outcome-sources.server.ts';
import { median, medianInterval } from './statistics.ts';

export const SERIES_MONTHS = 24;

/** Whole rupiah; `profit.value` null: nobody told. */
export interface SeriesPoint {
  readonly month: string;
  readonly profit: Figure;
  readonly verifiedRupiah: Cell;
  readonly recordedRupiah: Cell;
  readonly reportedRupiah: Cell;
}

export interface OutcomeFilter {
  readonly cohortSlug: string;
  readonly villageCode?: string;
  readonly month: string;
}

/** Figures null: the group holds nobody, or too few to be shown to this viewer. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly figures: GroupFigures | null;
}

/** All that depends on whether the viewer may know the women. */
export interface ChosenFigures {
  /** Cells can be hidden and are rounded; `at` is when, null while the month is not published. Null: everything as it is now. */
  readonly published: { readonly at: Date | null } | null;
  readonly figures: Group['figures'];
  readonly byVillage: readonly Group[];
  readonly byCohort: readonly Group[];
  readonly series: readonly SeriesPoint[];
}

/** As they are. `rows`: of each month and village of the cohort. */
export function seriesOf(
  rows: readonly SeriesRow[],
  { from, villageCode }: { from: string; villageCode?: string },
): SeriesPoint[] {
  const chosen = rows.filter((row) => villageCode === undefined || row.villageCode === villageCode);
  const byMonth = Map.groupBy(chosen, (row) => row.month);
  return monthsFrom(from).map((month) => {
    const ofMonth = byMonth.get(month) ?? [];
    const profits = ofMonth.flatMap((row) => row.profits);
    const sumOf = (source: 'verifiedRupiah' | 'recordedRupiah' | 'reportedRupiah') =>
      ofMonth.reduce((sum, row) => sum + row[source], 0);
    return {
      month,
      profit: { value: median(profits), interval: medianInterval(profits), n: profits.length },
      verifiedRupiah: sumOf('verifiedRupiah'),
      recordedRupiah: sumOf('recordedRupiah'),
      reportedRupiah: sumOf('reportedRupiah'),
    };
  });
}

/** As each month was published; one that was not is hidden. */
export function publishedSeries(figuresOf: ReadonlyMap<string, GroupFigures | null>, from: string): SeriesPoint[] {
  return monthsFrom(from).map((month) => {
    const figures = figuresOf.get(month);
    return {
      month,
      profit: figures?.profit ?? { value: HIDDEN, interval: null, n: HIDDEN },
      verifiedRupiah: figures?.verifiedRupiah ?? HIDDEN,
      recordedRupiah: figures?.recordedRupiah ?? HIDDEN,
      reportedRupiah: figures?.reportedRupiah ?? HIDDEN,
    };
  });
}

function monthsFrom(from: string): string[] {
  return Array.from({ length: SERIES_MONTHS }, (_, index) => addMonths(from, index));
}
