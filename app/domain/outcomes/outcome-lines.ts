// The lines of the downloadable table, with their two heads (names and units): as they are, or as they were published. Pure.
import type { Sealer } from '../access/sealer.ts';
import { type Cell, HIDDEN } from '../published-cells.ts';
import { STAGES } from './business-stage.ts';
import type { Figure, GroupFigures } from './outcome-figures.ts';
import { type Bands, listBands, WHOLE } from './published-groups.ts';
import type { PublishedRow } from './published-outcomes.server.ts';

export interface TableRow {
  readonly personId: string;
  readonly month: string;
  readonly village: string | null;
  readonly verifiedRupiah: number;
  readonly verifiedOrders: number;
  readonly recordedSalesRupiah: number;
  readonly recordedCostsRupiah: number;
  readonly reportedSold: string | null;
  readonly reportedProfitRupiah: number | null;
  readonly reportedTakingsRupiah: number | null;
}

const COLUMNS = [
  ['pseudonym', 'kode'],
  ['month', 'YYYY-MM'],
  ['village', 'nama'],
  ['verified_sales', 'Rp'],
  ['verified_orders', 'pesanan'],
  ['recorded_sales', 'Rp'],
  ['recorded_costs', 'Rp'],
  ['reported_sold', 'yes/no/break/closed'],
  ['reported_profit', 'Rp'],
  ['reported_takings', 'Rp'],
] as const;

type Line = readonly (string | number | null)[];

/** Everything, whole rupiah, one pseudonym per woman; in its order, because that of the rows tells who came first on the list. */
export function exactLines(rows: readonly TableRow[], sealer: Sealer): Line[] {
  const lines = rows.map((row) => [
    sealer.fingerprint('outcome.person', row.personId).slice(0, 8),
    ...[row.month, row.village, row.verifiedRupiah, row.verifiedOrders, row.recordedSalesRupiah],
    ...[row.recordedCostsRupiah, row.reportedSold, row.reportedProfitRupiah, row.reportedTakingsRupiah],
  ]);
  return [
    COLUMNS.map(([name]) => name),
    COLUMNS.map(([, unit]) => unit),
    ...lines.toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1)),
  ];
}

const PUBLISHED_COLUMNS = [
  ['month', 'YYYY-MM'],
  ['village', 'nama (semua: seluruh angkatan)'],
  ['figure', 'nama angka'],
  ['band', 'rentang Rp, rentang pesanan, atau jawaban'],
  [
    'value',
    'menurut unit; disembunyikan: kurang dari 5 ibu, satu ibu memegang lebih dari separuhnya, atau bisa dihitung dari sel lain (hidden: fewer than 5 women, one has over half, or computable)',
  ],
  ['unit', 'unit'],
  ['n', 'ibu'],
  ['low', '95 %'],
  ['high', '95 %'],
] as const;
const HIDDEN_WORD = 'disembunyikan';
const ALL_VILLAGES = 'semua';

/**
 * One line per published cell: what the page shows, and of a whole cohort how many women lie in each band. No line is a woman's: of several
 * bands in one line a neighbour who knows some of them learns the rest.
 */
export function publishedLines(rows: readonly PublishedRow[]): Line[] {
  return [
    PUBLISHED_COLUMNS.map(([name]) => name),
    PUBLISHED_COLUMNS.map(([, unit]) => unit),
    ...rows.flatMap(({ month, villageCode, villageName, figures, bands }) => {
      const village = villageCode === WHOLE ? ALL_VILLAGES : villageName;
      const lines = [...(figures ? figureLines(figures) : hiddenGroup()), ...(bands ? bandLines(bands) : [])];
      return lines.map((line) => [month, village, ...line]);
    }),
  ];
}

/** Name, band, value, unit, n, low, high. */
function figureLines(figures: GroupFigures): Line[] {
  return [
    ['graduates', null, say(figures.graduates), 'ibu'],
    ['answered', null, say(figures.answered), 'ibu'],
    figureLine('profit_median', figures.profit, 'Rp'),
    figureLine('change_median', figures.change, 'Rp'),
    figureLine('better_off', figures.betterOff, '0-1'),
    figureLine('response', figures.response, '0-1'),
    ['verified_share', null, say(figures.verifiedShare), '0-1'],
    ['verified_sales', null, say(figures.verifiedRupiah), 'Rp'],
    ['recorded_sales', null, say(figures.recordedRupiah), 'Rp'],
    ['reported_takings', null, say(figures.reportedRupiah), 'Rp'],
    ...STAGES.map((stage) => [`stage_${stage}`, null, say(figures.stages[stage]), 'ibu']),
  ].map((line) => [...line, ...Array(NUMBERS - line.length).fill(null)]);
}

const NUMBERS = 7;

function hiddenGroup(): Line[] {
  return [['graduates', null, HIDDEN_WORD, 'ibu', null, null, null]];
}

function figureLine(name: string, { value, interval, n }: Figure, unit: string): Line {
  return [name, null, say(value), unit, say(n), interval?.low ?? null, interval?.high ?? null];
}

function bandLines(bands: Bands): Line[] {
  return listBands(bands).map(({ name, band, women }) => [
    `women_by_${name}`,
    band,
    say(women),
    'ibu',
    null,
    null,
    null,
  ]);
}

function say(cell: Cell | null): string | number | null {
  return cell === HIDDEN ? HIDDEN_WORD : cell;
}
