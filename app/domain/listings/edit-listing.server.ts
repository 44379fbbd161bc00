// Changes what a listing says and asks: words, chips, and per size the price and how it is made. Stock has its own command.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { weekOf } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { findKeptListing, onBehalfOf } from './listing-access.server.ts';
import { areSoundVariants, type VariantInput } from './listing-schemas.ts';
import { refreshListing } from './refresh-listing.server.ts';

export interface ListingEdit {
  readonly listingId: string;
  readonly title?: string;
  readonly description?: string;
  readonly material?: string;
  readonly colour?: string;
  readonly pattern?: string | null;
  /** A known size changes its price and making; a new one is added with its stock. Sizes not named stay. */
  readonly variants?: readonly VariantInput[];
}

export async function editListing(
  db: Database,
  { actor, input, now }: { actor: Actor; input: ListingEdit; now: Date },
): Promise<Result<null, 'notFound' | 'invalid' | 'conflict'>> {
  const { listingId, variants = [], ...words } = input;
  if (variants.length > 0 && !areSoundVariants(variants)) return failure('invalid');
  return inTransaction(db, async (tx) => {
    const listing = await findKeptListing(tx, { actor, now, id: listingId });
    if (!listing) return failure('notFound');
    if (listing.status === 'retired') return failure('conflict');
    if (Object.keys(words).length > 0) await tx.listing.update({ where: { id: listingId }, data: words });
    if (words.title !== undefined) await tx.photo.updateMany({ where: { listingId }, data: { alt: words.title } });
    for (const { size, priceRupiah, onHand, makeDays = null, weeklyCapacity = null } of variants) {
      const making = { priceRupiah, makeDays, weeklyCapacity, isRetired: false };
      const { id } = await tx.variant.upsert({
        where: { listingId_size: { listingId, size } },
        update: making,
        create: { ...making, listingId, size, onHand },
      });
      if (weeklyCapacity !== null) await changeWeeks(tx, id, weeklyCapacity, now);
    }
    await refreshListing(tx, listingId);
    await recordEvent(tx, {
      actor,
      now,
      kind: 'listing.edited',
      subject: ['listing', listingId],
      onBehalfOfId: onBehalfOf(actor, listing.shop),
      facts: { changed: [...Object.keys(words), ...variants.map((variant) => `variant ${variant.size}`)] },
    });
    return success(null);
  });
}

/** Weeks that somebody has ordered from already follow the new capacity, this one included; what is promised stays promised. */
async function changeWeeks(tx: Transaction, variantId: string, capacity: number, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "VariantWeek" SET capacity = greatest(held, ${capacity}::int)
    WHERE "variantId" = ${variantId}::uuid AND "weekOn" >= ${weekOf(now)}::date`;
}
