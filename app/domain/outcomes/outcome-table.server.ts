// The downloadable table: one row per graduate and month by pseudonym, or what was published of each month, for a spreadsheet.
import { type Actor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { exactLines, publishedLines, type TableRow } from './outcome-lines.ts';
import { listPublishedGroups } from './published-outcomes.server.ts';

/**
 * CSV of a cohort's months from `from` to `until` (`YYYY-MM`), or null when the viewer may not read outcomes. Semicolons and a byte order
 * mark, as Indonesian spreadsheets expect; second row: units; blank: not told. Who may read a woman's file has everything in whole rupiah
 * and one pseudonym per woman; the others have the cells that were published.
 */
export async function writeOutcomeTable(
  db: Reader,
  viewer: Actor,
  { cohortSlug, from, until, sealer }: { cohortSlug: string; from: string; until: string; sealer: Sealer },
): Promise<string | null> {
  if (!can(viewer, 'outcome.read')) return null;
  const span = { cohortSlug, from, until };
  if (!can(viewer, 'person.read')) return toCsv(publishedLines(await listPublishedGroups(db, span)));
  return toCsv(exactLines(await listRows(db, span), sealer));
}

function listRows(db: Reader, { cohortSlug, from, until }: { cohortSlug: string; from: string; until: string }) {
  return db.$queryRaw<TableRow[]>`
    select m."personId", m.month, a.name as village, m."verifiedRupiah",
      m."verifiedOrders", m."recordedSalesRupiah", m."recordedCostsRupiah", m."reportedSold",
      m."reportedProfitRupiah", m."reportedTakingsRupiah"
    from "Enrolment" e join "Cohort" c on c.id = e."cohortId" join "Person" p on p.id = e."personId"
      left join "Area" a on a.code = p."areaCode"
      join "PersonMonth" m on m."personId" = e."personId" and m.month >= to_char(c."endsOn", 'YYYY-MM')
    where c.slug = ${cohortSlug} and e.stage = 'graduated' and m.month between ${from} and ${until}`;
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
