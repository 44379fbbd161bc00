// Whose files an account may open: her own, those of an officer's areas today, or all with person.read. Always a where clause.
import type { Prisma } from '#app/generated/prisma/client.ts';
import { type Actor, can } from '../access/actor.ts';
import { dayOf, toDateColumn } from '../dates.ts';

/** Null when the actor may open nobody's file. */
export function personScope(actor: Actor, now: Date): Prisma.PersonWhereInput | null {
  if (actor.kind === 'system') return {};
  if (actor.kind !== 'account') return null;
  if (can(actor, 'person.read')) return {};
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
