// A picture on a listing that the actor may keep; null when there is none.

import type { Actor } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { isRowId } from '../ids.ts';
import { shopScope } from '../listings/listing-access.server.ts';

export async function findKeptPhoto(
  db: Reader,
  { actor, now, id, listingId }: { actor: Actor; now: Date; id: string; listingId: string },
) {
  const scope = shopScope(actor, now);
  if (scope === null || !isRowId(id) || !isRowId(listingId)) return null;
  return db.photo.findFirst({
    where: { id, listingId, shop: scope },
    include: { shop: { select: { personId: true } }, listing: { select: { status: true } } },
  });
}
