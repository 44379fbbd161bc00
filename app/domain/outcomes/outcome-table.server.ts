// The downloadable table: one row per graduate and month, by pseudonym, for a spreadsheet.

import { type Actor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { describeBand } from '../checkins/check-in-answers.ts';
import type { Reader } from '../database.ts';
import { hiddenGroups, SMALLEST_CELL } from './outcome-figures.ts';

interface TableRow {
  personId: string;
  month: string;
  areaCode: string | null;
  village: string | null;
  verifiedRupiah: number;
  verifiedOrders: number;
  recordedSalesRupiah: number;
  recordedCostsRupiah: number;
  reportedSold: string | null;
  reportedProfitRupiah: number | null;
  reportedTakingsRupiah: number | null;
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

/**
 * CSV of a cohort's months from `from` to `until` (`YYYY-MM`), or null when the viewer may not read outcomes. Semicolons and a byte order
 * mark, as Indonesian spreadsheets expect; second row: units; blank: not told. Whole rupiah for who may read a woman's file, else the
 * band they lie in: an exact amount is as good as a name to a neighbour. Villages that the page hides are named "lainnya" together, and a
 * cohort of fewer than five women has no rows but for who may read their files.
 */
export async function writeOutcomeTable(
  db: Reader,
  viewer: Actor,
  { cohortSlug, from, until, sealer }: { cohortSlug: string; from: string; until: string; sealer: Sealer },
): Promise<string | null> {
  if (!can(viewer, 'outcome.read')) return null;
  const isExact = can(viewer, 'person.read');
  const told = (rupiah: number | null) => (rupiah === null || isExact ? rupiah : describeBand(rupiah));
  const rows = await db.$queryRaw<TableRow[]>`
    select m."personId", m.month, p."areaCode", a.name as village, m."verifiedRupiah", m."verifiedOrders",
      m."recordedSalesRupiah", m."recordedCostsRupiah", m."reportedSold", m."reportedProfitRupiah",
      m."reportedTakingsRupiah"
    from "Enrolment" e join "Cohort" c on c.id = e."cohortId" join "Person" p on p.id = e."personId"
      left join "Area" a on a.code = p."areaCode"
      join "PersonMonth" m on m."personId" = e."personId" and m.month >= to_char(c."endsOn", 'YYYY-MM')
    where c.slug = ${cohortSlug} and e.stage = 'graduated' and m.month between ${from} and ${until}`;
  const sizes = await countGraduates(db, cohortSlug);
  const hidden = hiddenGroups(sizes);
  const isTooSmall = !isExact && sizes.reduce((sum, [, women]) => sum + women, 0) < SMALLEST_CELL;
  const lines = (isTooSmall ? [] : rows)
    .map((row) => [
      sealer.fingerprint('outcome.person', row.personId).slice(0, 8),
      row.month,
      hidden.has(row.areaCode ?? '') ? 'lainnya' : row.village,
      told(row.verifiedRupiah),
      row.verifiedOrders,
      told(row.recordedSalesRupiah),
      told(row.recordedCostsRupiah),
      row.reportedSold,
      told(row.reportedProfitRupiah),
      told(row.reportedTakingsRupiah),
    ])
    // In pseudonym order: the order of the rows must not tell who came first on the list.
    .sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
  return toCsv([
    COLUMNS.map(([name]) => name),
    COLUMNS.map(([, unit]) => (unit === 'Rp' && !isExact ? 'rentang Rp' : unit)),
    ...lines,
  ]);
}

/** Village code ('' where none is recorded) -> graduates of the cohort there. */
async function countGraduates(db: Reader, cohortSlug: string): Promise<(readonly [key: string, women: number])[]> {
  const rows = await db.$queryRaw<{ key: string; women: number }[]>`
    select coalesce(p."areaCode", '') as key, count(*)::int as women
    from "Enrolment" e join "Cohort" c on c.id = e."cohortId" join "Person" p on p.id = e."personId"
    where c.slug = ${cohortSlug} and e.stage = 'graduated' group by 1 order by 1`;
  return rows.map(({ key, women }) => [key, women] as const);
}

/** RFC 4180 with semicolons. Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (typeof value !== 'string') return value === null ? '' : String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
