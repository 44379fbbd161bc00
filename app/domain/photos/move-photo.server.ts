// Puts a picture first on its listing, the place that lists and previews show.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { onBehalfOf } from '../listings/listing-access.server.ts';
import { failure, type Result, success } from '../result.ts';
import { findKeptPhoto } from './kept-photo.server.ts';

export async function movePhoto(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { listingId: string; photoId: string }; now: Date },
): Promise<Result<null, 'notFound'>> {
  return inTransaction(db, async (tx) => {
    const { listingId, photoId } = input;
    const photo = await findKeptPhoto(tx, { actor, now, id: photoId, listingId });
    if (!photo) return failure('notFound');
    const rest = await tx.photo.findMany({
      where: { listingId, id: { not: photoId } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    for (const [position, { id }] of [{ id: photoId }, ...rest].entries())
      await tx.photo.update({ where: { id }, data: { position } });
    await recordEvent(tx, {
      actor,
      now,
      kind: 'photo.moved_first',
      subject: ['listing', listingId],
      onBehalfOfId: onBehalfOf(actor, photo.shop),
      facts: { photoId },
    });
    return success(null);
  });
}
