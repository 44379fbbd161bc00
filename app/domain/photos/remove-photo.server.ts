// Takes a picture off its listing. The last one of a mat on sale stays: a buyer never sees a mat without a picture.

import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { isRowId } from '../ids.ts';
import { onBehalfOf } from '../listings/listing-access.server.ts';
import { failure, type Result, success } from '../result.ts';
import { findKeptPhoto } from './kept-photo.server.ts';

/** It hangs nowhere then: the nightly job forgets it, and its files unless a placed order shows them. */
export async function removePhoto(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { listingId: string; photoId: string }; now: Date },
): Promise<Result<null, 'notFound' | 'lastPhoto'>> {
  return inTransaction(db, async (tx) => {
    const { listingId, photoId } = input;
    if (!isRowId(listingId)) return failure('notFound');
    // Two removals at once would each see the other's picture: they take turns on the listing's row.
    await tx.$queryRaw`SELECT id FROM "Listing" WHERE id = ${listingId}::uuid FOR UPDATE`;
    const photo = await findKeptPhoto(tx, { actor, now, id: photoId, listingId });
    if (!photo) return failure('notFound');
    const count = await tx.photo.count({ where: { listingId } });
    if (count === 1 && photo.listing?.status === 'published') return failure('lastPhoto');
    await tx.photo.update({ where: { id: photoId }, data: { listingId: null } });
    await recordEvent(tx, {
      actor,
      now,
      kind: 'photo.removed',
      subject: ['listing', listingId],
      onBehalfOfId: onBehalfOf(actor, photo.shop),
      facts: { photoId },
    });
    return success(null);
  });
}
