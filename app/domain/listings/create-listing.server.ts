// Lists a mat: the listing, its sizes and its pictures, as a draft or at once on sale.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { isRowId, toSlug } from '../ids.ts';
import { failure, type Result, success } from '../result.ts';
import { composeDescription, composeTitle } from './compose-listing.ts';
import { findKeptShop, onBehalfOf } from './listing-access.server.ts';
import { areSoundVariants, type VariantInput } from './listing-schemas.ts';
import { refreshListing } from './refresh-listing.server.ts';

export interface NewListing {
  readonly shopId: string;
  readonly material: string;
  readonly colour: string;
  readonly pattern: string | null;
  /** Composed from the chips when not given. */
  readonly title?: string;
  readonly description?: string;
  readonly variants: readonly VariantInput[];
  /** Pictures of this shop that hang on no listing yet, in the order shown. */
  readonly photoIds: readonly string[];
  readonly publish: boolean;
}

type Refusal = 'notFound' | 'invalid' | 'photoMissing' | 'priceMissing' | 'stockMissing';

/** `photoMissing`: on sale needs a picture, or a picture is not this shop's. `stockMissing`: nothing on hand and not made to order. */
export async function createListing(
  db: Database,
  { actor, input, now }: { actor: Actor; input: NewListing; now: Date },
): Promise<Result<{ listingId: string; slug: string }, Refusal>> {
  if (!areSoundVariants(input.variants)) return failure('invalid');
  if (input.publish && input.photoIds.length === 0) return failure('photoMissing', 'foto');
  if (input.publish && !input.variants.some((variant) => variant.onHand > 0 || variant.makeDays))
    return failure('stockMissing', 'onHand');
  const shop = await findKeptShop(db, { actor, now, where: { id: input.shopId } });
  if (!shop) return failure('notFound');
  const words = { ...input, sizes: input.variants.map((variant) => variant.size) };
  const title = input.title ?? composeTitle(words);
  const slug = `${toSlug(title)}-${randomBytes(3).toString('hex')}`;
  const listingId = randomUUID();
  return inTransaction(db, async (tx) => {
    const isComplete = await canTakePhotos(tx, shop.id, input.photoIds);
    if (!isComplete) return failure('photoMissing', 'foto');
    await tx.listing.create({
      data: {
        id: listingId,
        shopId: shop.id,
        slug,
        title,
        description: input.description ?? composeDescription(words),
        material: input.material,
        colour: input.colour,
        pattern: input.pattern,
        status: input.publish ? 'published' : 'draft',
        publishedAt: input.publish ? now : null,
        createdAt: now,
        variants: { create: input.variants.map(toVariantRow) },
      },
    });
    for (const [position, id] of input.photoIds.entries())
      await tx.photo.update({ where: { id }, data: { listingId, position, alt: title } });
    await refreshListing(tx, listingId);
    await recordEvent(tx, {
      actor,
      now,
      kind: 'listing.created',
      subject: ['listing', listingId],
      onBehalfOfId: onBehalfOf(actor, shop),
      facts: { status: input.publish ? 'published' : 'draft', photos: input.photoIds.length },
    });
    return success({ listingId, slug });
  });
}

async function canTakePhotos(tx: Transaction, shopId: string, photoIds: readonly string[]): Promise<boolean> {
  if (new Set(photoIds).size !== photoIds.length || !photoIds.every(isRowId)) return false;
  const free = await tx.photo.count({ where: { id: { in: [...photoIds] }, shopId, listingId: null } });
  return free === photoIds.length;
}

function toVariantRow({ size, priceRupiah, onHand, makeDays, weeklyCapacity }: VariantInput) {
  return { size, priceRupiah, onHand, makeDays: makeDays ?? null, weeklyCapacity: weeklyCapacity ?? null };
}
