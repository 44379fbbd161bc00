// Hangs pictures of the shop on a listing, after the ones it has.

import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { isRowId } from '../ids.ts';
import { findKeptListing, onBehalfOf } from '../listings/listing-access.server.ts';
import { failure, type Result, success } from '../result.ts';

const MOST_PHOTOS = 8;

export async function hangPhoto(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { listingId: string; photoIds: readonly string[] }; now: Date },
): Promise<Result<null, 'notFound' | 'tooManyPhotos'>> {
  return inTransaction(db, async (tx) => {
    const { listingId, photoIds } = input;
    if (!photoIds.every(isRowId)) return failure('notFound');
    const listing = await findKeptListing(tx, { actor, now, id: listingId });
    if (!listing) return failure('notFound');
    const count = await tx.photo.count({ where: { listingId } });
    if (count + photoIds.length > MOST_PHOTOS) return failure('tooManyPhotos', 'foto');
    for (const [index, id] of photoIds.entries()) {
      const hung = await tx.photo.updateMany({
        where: { id, shopId: listing.shop.id, listingId: null },
        data: { listingId, position: count + index, alt: listing.title },
      });
      if (hung.count === 0) return failure('notFound');
    }
    await recordEvent(tx, {
      actor,
      now,
      kind: 'photo.hung',
      subject: ['listing', listingId],
      onBehalfOfId: onBehalfOf(actor, listing.shop),
      facts: { photoIds: [...photoIds] },
    });
    return success(null);
  });
}
