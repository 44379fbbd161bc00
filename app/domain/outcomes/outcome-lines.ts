// The lines of the downloadable table: as they are, or for a reader who may not know the women. Pure.
import type { Sealer } from '../access/sealer.ts';
import { describeBand } from '../checkins/check-in-answers.ts';
import { countPart, hiddenParts, SMALLEST_CELL } from '../published-cells.ts';
import { villageOf } from './published-figures.ts';

export interface TableRow {
  readonly personId: string;
  readonly month: string;
  readonly villageCode: string | null;
  readonly village: string | null;
  readonly verifiedRupiah: number;
  readonly verifiedOrders: number;
  readonly recordedSalesRupiah: number;
  readonly recordedCostsRupiah: number;
  readonly reportedSold: string | null;
  readonly reportedProfitRupiah: number | null;
  readonly reportedTakingsRupiah: number | null;
}

/** Name, unit of the exact value, unit of what is published. */
export const COLUMNS = [
  ['pseudonym', 'kode', 'kode, berlaku satu bulan'],
  ['month', 'YYYY-MM', 'YYYY-MM'],
  ['village', 'nama', 'nama'],
  ['verified_sales', 'Rp', 'rentang Rp'],
  ['verified_orders', 'pesanan', 'rentang pesanan'],
  ['recorded_sales', 'Rp', 'rentang Rp'],
  ['recorded_costs', 'Rp', 'rentang Rp'],
  ['reported_sold', 'yes/no/break/closed', 'yes/no/break/closed'],
  ['reported_profit', 'Rp', 'rentang Rp'],
  ['reported_takings', 'Rp', 'rentang Rp'],
] as const;
/** How many cells of the line are hidden; its unit says what the word in them means. */
export const HIDDEN_COLUMN = [
  'hidden_cells',
  'jumlah sel. disembunyikan: kurang dari 5 ibu menjawab sama di kelurahan dan bulan itu, atau bisa dihitung dari sel lain (hidden: fewer than 5 women, or computable)',
] as const;
const HIDDEN_WORD = 'disembunyikan';
const OTHER_VILLAGES = 'lainnya';

type Value = string | number | null;
type Line = readonly Value[];

/** Everything, whole rupiah, one pseudonym per woman. */
export function exactLines(rows: readonly TableRow[], sealer: Sealer): Line[] {
  return inOrder(rows.map((row) => [pseudonym(row.personId, sealer), row.month, row.village, ...valuesOf(row)]));
}

/**
 * Bands, and each only where at least five women of the village and month share it: an exact amount, or a band of her own, is as good as
 * a name to a neighbour. A village of which the page shows nothing, or with fewer than five lines in a month, is named "lainnya" together
 * with the next smallest; a month of fewer than five lines is left out. A pseudonym holds for one month: by following it through the months
 * the stage of each business could be worked out, and with it the stages that the page hides.
 */
export function publishedLines(
  rows: readonly TableRow[],
  { small, sealer }: { small: ReadonlySet<string>; sealer: Sealer },
): Line[] {
  const lines = [...Map.groupBy(rows, (row) => row.month)].flatMap(([month, ofMonth]) => {
    if (ofMonth.length < SMALLEST_CELL) return [];
    const hidden = hiddenAmong(ofMonth.map(villageOf), small);
    const nameOf = (row: TableRow) => (hidden.has(villageOf(row)) ? OTHER_VILLAGES : row.village);
    return [...Map.groupBy(ofMonth, nameOf)].flatMap(([village, group]) => {
      const shown = hideRare(group.map((row) => valuesOf(row).map(bandOf)));
      return group.map((row, index) => {
        const values = shown[index] ?? [];
        const hiddenCells = values.filter((value) => value === HIDDEN_WORD).length;
        return [pseudonym(`${row.personId} ${month}`, sealer), month, village, ...values, hiddenCells];
      });
    });
  });
  return inOrder(lines);
}

function valuesOf(row: TableRow): Value[] {
  return [
    row.verifiedRupiah,
    row.verifiedOrders,
    row.recordedSalesRupiah,
    row.recordedCostsRupiah,
    row.reportedSold,
    row.reportedProfitRupiah,
    row.reportedTakingsRupiah,
  ];
}

/** Lower limits of the bands of orders. */
const ORDER_BANDS = [20, 10, 5, 0] as const;

/** `index`: place in `valuesOf`; the second is a count. */
function bandOf(value: Value, index: number): Value {
  if (typeof value !== 'number') return value;
  if (index !== 1) return describeBand(value);
  const from = ORDER_BANDS.find((limit) => limit <= value) ?? 0;
  const until = ORDER_BANDS[ORDER_BANDS.indexOf(from) - 1];
  return until === undefined ? `${from}+` : `${from}-${until - 1}`;
}

/** Column by column: a value, silence too, that too few share becomes the word, and the next rarest with it. */
function hideRare(lines: readonly Line[]): Value[][] {
  const hidden = (lines[0] ?? []).map((_, index) => hiddenAmong(lines.map((line) => String(line[index] ?? ''))));
  return lines.map((line) =>
    line.map((value, index) => (hidden[index]?.has(String(value ?? '')) ? HIDDEN_WORD : value)),
  );
}

function hiddenAmong(keys: readonly string[], forced?: ReadonlySet<string>): ReadonlySet<string> {
  const groups = [...Map.groupBy(keys, (key) => key)];
  return hiddenParts(new Map(groups.map(([key, same]) => [key, countPart(same.length)])), forced);
}

function pseudonym(of: string, sealer: Sealer): string {
  return sealer.fingerprint('outcome.person', of).slice(0, 8);
}

/** In pseudonym order: the order of the rows must not tell who came first on the list. */
function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
}
