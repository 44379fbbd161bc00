// All that is published of a month: each cohort, each of its villages, and how many women of a cohort lie in each band. Pure.
import { BAND_WORDS, describeBand, SOLD } from '../checkins/check-in-answers.ts';
import { type Cell, HIDDEN, isPublishable, type Part, partOf, roundCount, roundSum } from '../published-cells.ts';
import type { GroupFigures } from './outcome-figures.ts';
import type { GraduateRow } from './outcome-sources.server.ts';
import { hidingOf, publishedCounts, publishedFigures, villageOf } from './published-figures.ts';

/** Stands for the village of a whole cohort. */
export const WHOLE = 'all';

export interface NewGroup {
  readonly cohortSlug: string;
  /** `WHOLE`, or '' for the women whose village is not recorded. */
  readonly villageCode: string;
  readonly figures: GroupFigures | null;
  /** Only of a whole cohort: of a village they would be a table of two directions. */
  readonly bands: Bands | null;
}

/** `graduates` of every cohort. `drawFor`: one draw per cohort, from 0 (included) to 1 (not), also of other tables of it. */
export function publishedGroups(
  graduates: readonly GraduateRow[],
  { month, outside, random, drawFor }: { month: string; outside: Part; random: () => number; drawFor: DrawFor },
): NewGroup[] {
  return [...Map.groupBy(graduates, (row) => row.cohortSlug)].flatMap(([cohortSlug, ofCohort]) => {
    const hiding = hidingOf(graduates, cohortSlug, outside);
    const draw = drawFor(cohortSlug);
    const figures = publishedFigures(ofCohort, { hiding, month, draw });
    const whole = { cohortSlug, villageCode: WHOLE, figures, bands: figures && bandsOf(ofCohort, draw) };
    const villages = [...Map.groupBy(ofCohort, villageOf)].map(([villageCode, rows]) => ({
      cohortSlug,
      villageCode,
      figures: publishedFigures(rows, { hiding, villageCode, month, draw: random() }),
      bands: null,
    }));
    return [whole, ...villages];
  });
}

export type DrawFor = (cohortSlug: string) => number;

export function drawOnce(random: () => number): DrawFor {
  const draws = new Map<string, number>();
  return (cohortSlug) => {
    const draw = draws.get(cohortSlug) ?? random();
    draws.set(cohortSlug, draw);
    return draw;
  };
}

/** What all makers sold, for the home page; null where it would tell of one of them. */
export function publishedEarnings(sales: readonly number[], draw: number): { makers: number; rupiah: number } | null {
  const part = partOf(sales);
  return isPublishable(part) ? { makers: roundCount(part.women, draw), rupiah: roundSum(part, draw) } : null;
}

/** Lower limits of the bands of orders, and their words from the lowest. */
const ORDER_LIMITS = [0, 5, 10, 20] as const;
const ORDER_WORDS = ORDER_LIMITS.map((from, index) => {
  const until = ORDER_LIMITS[index + 1];
  return until === undefined ? `${from}+` : `${from}-${until - 1}`;
});

/**
 * The bands of an amount, or the answers, and hers; null: she told nothing. The silent are no cell: those who told are a total of their own,
 * which the page shows. A band is named whether anybody is in it or not.
 */
const BANDED = {
  verified_sales: [BAND_WORDS, (row) => describeBand(row.verifiedRupiah)],
  verified_orders: [ORDER_WORDS, (row) => describeOrders(row.verifiedOrders)],
  recorded_sales: [BAND_WORDS, (row) => describeBand(row.recordedSalesRupiah)],
  recorded_costs: [BAND_WORDS, (row) => describeBand(row.recordedCostsRupiah)],
  reported_sold: [SOLD, (row) => row.reportedSold],
  reported_profit: [BAND_WORDS, (row) => bandIfTold(row.reportedProfitRupiah)],
  reported_takings: [BAND_WORDS, (row) => bandIfTold(row.reportedTakingsRupiah)],
} as const satisfies Record<string, readonly [readonly string[], (row: GraduateRow) => string | null]>;
export type Bands = Readonly<Record<keyof typeof BANDED, Readonly<Record<string, Cell>>>>;

/** Every cell from the lowest band; the database keeps keys in an order of its own. */
export function listBands(bands: Bands): { name: string; band: string; women: Cell }[] {
  return Object.entries(BANDED).flatMap(([name, [words]]) =>
    words.map((band) => ({ name, band, women: bands[name as keyof Bands][band] ?? HIDDEN })),
  );
}

function bandsOf(rows: readonly GraduateRow[], draw: number): Bands {
  const counted = Object.entries(BANDED).map(([name, [words, wordFor]]) => {
    const told = Map.groupBy(rows, wordFor);
    return [name, publishedCounts(Object.fromEntries(words.map((word) => [word, told.get(word)?.length ?? 0])), draw)];
  });
  return Object.fromEntries(counted);
}

function bandIfTold(rupiah: number | null): string | null {
  return rupiah === null ? null : describeBand(rupiah);
}

function describeOrders(orders: number): string {
  const index = ORDER_LIMITS.findLastIndex((limit) => limit <= orders);
  return ORDER_WORDS[index] ?? '';
}
