// Whose shop an actor may keep: her own, or that of a woman in an officer's areas today. Always a where clause.

import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Actor } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { isRowId } from '../ids.ts';
import { keptPersonScope } from '../people/person-scope.server.ts';

/** Null when the actor keeps no shop at all. */
export function shopScope(actor: Actor, now: Date): Prisma.ShopWhereInput | null {
  const person = keptPersonScope(actor, now);
  return person && { person };
}

/** The person for whom an officer acts; null when somebody acts for herself. */
export function onBehalfOf(actor: Actor, shop: { personId: string }): string | null {
  return actor.kind === 'account' && actor.personId !== shop.personId ? shop.personId : null;
}

/** A shop that the actor may keep, by its own id or its owner's; null when there is none. */
export async function findKeptShop(
  db: Reader,
  { actor, now, where }: { actor: Actor; now: Date; where: { id?: string; personId?: string } },
) {
  const scope = shopScope(actor, now);
  if (scope === null || ![where.id, where.personId].every((id) => id === undefined || isRowId(id))) return null;
  return db.shop.findFirst({
    where: { AND: [scope, where] },
    select: { id: true, personId: true, name: true, status: true, slug: true },
  });
}

/** A listing that the actor may keep, with what every command on it needs; null when there is none. */
export async function findKeptListing(db: Reader, { actor, now, id }: { actor: Actor; now: Date; id: string }) {
  const scope = shopScope(actor, now);
  if (scope === null || !isRowId(id)) return null;
  return db.listing.findFirst({
    where: { id, shop: scope },
    select: {
      id: true,
      slug: true,
      status: true,
      title: true,
      publishedAt: true,
      shop: { select: { id: true, personId: true, status: true } },
    },
  });
}

/** A size of a listing that the actor may keep, with whose it is; null when there is none. */
export async function findKeptVariant(db: Reader, { actor, now, id }: { actor: Actor; now: Date; id: string }) {
  const scope = shopScope(actor, now);
  if (scope === null || !isRowId(id)) return null;
  return db.variant.findFirst({
    where: { id, isRetired: false, listing: { shop: scope } },
    select: { id: true, listingId: true, listing: { select: { shop: { select: { personId: true } } } } },
  });
}
