// The months of the chart: median profit and three sums, for one cohort or one village of it. Pure.
import { addMonths } from '../dates.ts';
import { type Cell, countPart, HIDDEN, joinParts, type Part, roundRupiah } from '../published-cells.ts';
import type { Figure } from './outcome-figures.ts';
import type { SeriesRow } from './outcome-sources.server.ts';
import { hiddenCells, roundedMedian, villageOf } from './published-figures.ts';
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

export interface SeriesChoice {
  readonly from: string;
  readonly cohortSlug: string;
  readonly villageCode?: string;
  /** Null: the viewer may see every cell. Else the villages of which nothing is shown. */
  readonly small: ReadonlySet<string> | null;
}

/** `rows`: of each month and village of the cohort; for what is hidden, of the other cohorts too. */
export function seriesOf(rows: readonly SeriesRow[], { from, ...choice }: SeriesChoice): SeriesPoint[] {
  const byMonth = Map.groupBy(rows, (row) => row.month);
  return Array.from({ length: SERIES_MONTHS }, (_, index) => {
    const month = addMonths(from, index);
    return { month, ...pointOf(byMonth.get(month) ?? [], choice) };
  });
}

type Source = 'verified' | 'recorded' | 'reported';

function pointOf(rows: readonly SeriesRow[], { cohortSlug, villageCode, small }: Omit<SeriesChoice, 'from'>) {
  const ofCohort = rows.filter((row) => row.cohortSlug === cohortSlug);
  const chosen = ofCohort.filter((row) => villageCode === undefined || row.villageCode === villageCode);
  const isHidden = (source: Source | 'profit') => {
    if (!small) return false;
    const villages = new Map(ofCohort.map((row) => [villageOf(row), partIn(row, source)]));
    const cohorts = source === 'verified' ? cohortParts(rows) : undefined;
    const hidden = hiddenCells({ villages, cohorts }, { cohortSlug, small });
    // A village without a row is as silent as one with too few.
    return hidden.whole || (villageCode !== undefined && (chosen.length === 0 || hidden.villages.has(villageCode)));
  };
  const sumOf = (source: Source): Cell => {
    const { total } = joinParts(chosen.map((row) => row[source]));
    if (isHidden(source)) return HIDDEN;
    return small ? roundRupiah(total) : total;
  };
  const profits = chosen.flatMap((row) => row.profits);
  const exact = { value: median(profits), interval: medianInterval(profits), n: profits.length };
  return {
    profit: profitOf(exact, profits, { isRounded: small !== null, isHidden: isHidden('profit') }),
    verifiedRupiah: sumOf('verified'),
    recordedRupiah: sumOf('recorded'),
    reportedRupiah: sumOf('reported'),
  };
}

function profitOf(
  exact: Figure<number>,
  profits: readonly number[],
  { isRounded, isHidden }: { isRounded: boolean; isHidden: boolean },
): Figure {
  if (isHidden) return { value: HIDDEN, interval: null, n: HIDDEN };
  return isRounded ? roundedMedian(exact, profits) : exact;
}

function partIn(row: SeriesRow, source: Source | 'profit'): Part {
  return source === 'profit' ? countPart(row.profits.length) : row[source];
}

function cohortParts(rows: readonly SeriesRow[]): Map<string, Part> {
  const cohorts = [...Map.groupBy(rows, (row) => row.cohortSlug)];
  return new Map(cohorts.map(([slug, group]) => [slug, joinParts(group.map((row) => row.verified))]));
}
