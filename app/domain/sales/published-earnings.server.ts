// The figures the home page states: how many makers have a shop, and what all of them earned in the newest month that was published.
import type { Reader } from '../database.ts';
import { NEAREST, roundCount, SMALLEST_CELL } from '../published-cells.ts';

export interface PublishedEarnings {
  /** Rounded to five; null below five. */
  readonly openShops: number | null;
  /** Null while nothing is published, or where it would tell what one of them earns. */
  readonly earned: { readonly month: string; readonly makers: number; readonly rupiah: number } | null;
}

export async function readPublishedEarnings(db: Reader): Promise<PublishedEarnings> {
  const [openShops, published] = await Promise.all([
    db.shop.count({ where: { status: 'open' } }),
    db.publishedMonth.findFirst({ orderBy: { month: 'desc' }, select: { month: true, earned: true } }),
  ]);
  const earned = published?.earned as { makers: number; rupiah: number } | null | undefined;
  return {
    openShops: openShops < SMALLEST_CELL ? null : roundCount(openShops, NEAREST),
    earned: published && earned ? { month: published.month, ...earned } : null,
  };
}
