// The downloadable table: one row per graduate and month, by pseudonym, for a spreadsheet.

import { type Actor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { describeBand } from '../checkins/check-in-answers.ts';
import type { Reader } from '../database.ts';
import { SMALLEST_CELL } from './outcome-figures.ts';

interface TableRow {
  personId: string;
  month: string;
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
 * band they lie in: an exact amount is as good as a name to a neighbour. A village with fewer than five graduates is named "lainnya".
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
    with graduate as (
      select e."personId", to_char(c."endsOn", 'YYYY-MM') as since,
        case when count(*) over (partition by p."areaCode") >= ${SMALLEST_CELL} then a.name else 'lainnya' end as village
      from "Enrolment" e join "Cohort" c on c.id = e."cohortId" join "Person" p on p.id = e."personId"
        left join "Area" a on a.code = p."areaCode"
      where c.slug = ${cohortSlug} and e.stage = 'graduated')
    select m."personId", m.month, graduate.village, m."verifiedRupiah", m."verifiedOrders", m."recordedSalesRupiah",
      m."recordedCostsRupiah", m."reportedSold", m."reportedProfitRupiah", m."reportedTakingsRupiah"
    from graduate join "PersonMonth" m on m."personId" = graduate."personId" and m.month >= graduate.since
    where m.month between ${from} and ${until}`;
  const lines = rows
    .map((row) => [
      sealer.fingerprint('outcome.person', row.personId).slice(0, 8),
      row.month,
      row.village,
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

/** RFC 4180 with semicolons. Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (typeof value !== 'string') return value === null ? '' : String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
