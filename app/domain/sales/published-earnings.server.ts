// The one figure of money the home page states: how many makers sold last month and what they earned. From the verified months
// of the makers: completed orders, less what was paid back for them.
import type { Reader } from '../database.ts';
import { addMonths, monthOf } from '../dates.ts';
import { isPublishable, RUPIAH_STEP } from '../published-cells.ts';

export interface PublishedEarnings {
  readonly openShops: number;
  readonly month: string;
  /** Null below five makers, or where one has more than half: it would tell what one of them earns. Rounded down to Rp 50.000. */
  readonly earned: { readonly makers: number; readonly rupiah: number } | null;
}

export async function readPublishedEarnings(db: Reader, now: Date): Promise<PublishedEarnings> {
  const month = addMonths(monthOf(now), -1);
  const [row] = await db.$queryRaw<{ shops: number; makers: number; rupiah: number; most: number }[]>`
    SELECT (SELECT count(*)::int FROM "Shop" WHERE status = 'open') AS shops, count(*)::int AS makers,
      coalesce(sum("verifiedRupiah"), 0)::float8 AS rupiah, coalesce(max("verifiedRupiah"), 0) AS most
    FROM "PersonMonth" WHERE month = ${month} AND "verifiedRupiah" > 0`;
  return { openShops: row?.shops ?? 0, month, earned: publishable(row?.makers ?? 0, row?.rupiah ?? 0, row?.most ?? 0) };
}

/** `mostRupiah`: of the one who earned most; a sum of which more than half is hers tells what she earns. */
export function publishable(makers: number, rupiah: number, mostRupiah: number): PublishedEarnings['earned'] {
  if (!isPublishable({ women: makers, total: rupiah, largest: mostRupiah })) return null;
  return { makers, rupiah: Math.floor(rupiah / RUPIAH_STEP) * RUPIAH_STEP };
}
