// Keeps what a listing says about its variants true: the lowest price, and whether anything can be ordered now.
import type { Transaction } from '../database.ts';

/** Called by every command that changes a price, stock or a hold. Available = on hand minus held, or made to order. */
export async function refreshListing(tx: Transaction, listingId: string): Promise<void> {
  await refreshListings(tx, [listingId]);
}

/** In id order, so that two orders over the same mats never wait for each other in a circle; a row that is true stays as it is. */
export async function refreshListings(tx: Transaction, listingIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH kept AS (
      SELECT id FROM "Listing" WHERE id = ANY(${listingIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE),
    found AS (
      SELECT kept.id, coalesce(min(v."priceRupiah"), 0) AS "fromRupiah",
             coalesce(bool_or(v."onHand" > v.held OR v."makeDays" IS NOT NULL), false) AS "isAvailable"
      FROM kept LEFT JOIN "Variant" v ON v."listingId" = kept.id AND NOT v."isRetired" GROUP BY kept.id)
    UPDATE "Listing" l SET "fromRupiah" = found."fromRupiah", "isAvailable" = found."isAvailable" FROM found
    WHERE l.id = found.id AND (l."fromRupiah", l."isAvailable") IS DISTINCT FROM (found."fromRupiah", found."isAvailable")`;
}
