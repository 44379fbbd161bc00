// Keeps what a listing says about its variants true: the lowest price, and whether anything can be ordered now.
import type { Transaction } from '../database.ts';

/** Called by every command that changes a price, stock or a hold. Available = on hand minus held, or made to order. */
export async function refreshListing(tx: Transaction, listingId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Listing" l SET
      "fromRupiah" = coalesce((
        SELECT min(v."priceRupiah") FROM "Variant" v WHERE v."listingId" = l.id AND NOT v."isRetired"), 0),
      "isAvailable" = EXISTS (
        SELECT 1 FROM "Variant" v WHERE v."listingId" = l.id AND NOT v."isRetired"
          AND (v."onHand" > v.held OR v."makeDays" IS NOT NULL))
    WHERE l.id = ${listingId}::uuid`;
}
