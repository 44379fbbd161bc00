// Whose affairs an account may read and whose it may keep. The one place of the rule; always a where clause.
import type { Prisma } from '#app/generated/prisma/client.ts';
import { type Actor, can } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { dayOf, toDateColumn } from '../dates.ts';

/** Whose file may be read: those it keeps, or everybody's with `person.read`. Null when nobody's. */
export function personScope(actor: Actor, now: Date): Prisma.PersonWhereInput | null {
  return can(actor, 'person.read') ? {} : keptPersonScope(actor, now);
}

/**
 * For whom the actor may act: a maker for herself, an officer for the women of her areas today (a village, or all villages of
 * a district). Null when for nobody.
 */
export function keptPersonScope(actor: Actor, now: Date): Prisma.PersonWhereInput | null {
  if (actor.kind === 'system') return {};
  if (actor.kind !== 'account') return null;
  if (can(actor, 'shop.run')) return actor.personId === null ? null : { id: actor.personId };
  if (!can(actor, 'person.follow')) return null;
  const today = toDateColumn(dayOf(now));
  const followed: Prisma.AreaWhereInput = {
    officerAreas: {
      some: {
        accountId: actor.accountId,
        fromOn: { lte: today },
        OR: [{ untilOn: null }, { untilOn: { gte: today } }],
      },
    },
  };
  return { area: { OR: [followed, { parent: followed }] } };
}

/** A woman for whom the actor may act; null when she does not exist or is not this actor's: both look the same. */
export async function findKeptPerson(
  reader: Reader,
  { actor, personId, now }: { actor: Actor; personId: string; now: Date },
): Promise<{ id: string; name: string } | null> {
  const scope = keptPersonScope(actor, now);
  if (!scope) return null;
  return reader.person.findFirst({ where: { AND: [scope, { id: personId }] }, select: { id: true, name: true } });
}
