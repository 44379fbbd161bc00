// The one figure of money the home page states: how many makers sold last month and what they earned. From completed orders only.
import type { Reader } from '../database.ts';
import { addMonths, monthOf, monthSpan } from '../dates.ts';

const LEAST_MAKERS = 5;
const STEP_RUPIAH = 50_000;

export interface PublishedEarnings {
  readonly openShops: number;
  readonly month: string;
  /** Null below five makers: a figure of so few would tell what one of them earns. Rounded down to Rp 50.000. */
  readonly earned: { readonly makers: number; readonly rupiah: number } | null;
}

export async function readPublishedEarnings(db: Reader, now: Date): Promise<PublishedEarnings> {
  const month = addMonths(monthOf(now), -1);
  const { from, until } = monthSpan(month);
  const [row] = await db.$queryRaw<{ shops: number; makers: number; rupiah: number }[]>`
    SELECT (SELECT count(*)::int FROM "Shop" WHERE status = 'open') AS shops,
      count(DISTINCT "shopId")::int AS makers, coalesce(sum("itemsRupiah"), 0)::float8 AS rupiah
    FROM "Order" WHERE status = 'completed' AND "completedAt" >= ${from} AND "completedAt" < ${until}`;
  return { openShops: row?.shops ?? 0, month, earned: publishable(row?.makers ?? 0, row?.rupiah ?? 0) };
}

export function publishable(makers: number, rupiah: number): PublishedEarnings['earned'] {
  return makers < LEAST_MAKERS ? null : { makers, rupiah: Math.floor(rupiah / STEP_RUPIAH) * STEP_RUPIAH };
}
