// Whose monthly question somebody may see and answer: her own, or that of a woman in the officer's areas today.
import { type Actor, can } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { dayOf, toDateColumn } from '../dates.ts';

/** Null when she does not exist or is not this actor's to ask: both look the same. */
export async function findCheckInPerson(
  db: Reader,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<{ id: string; name: string } | null> {
  if (actor.kind === 'account' && actor.personId !== personId) {
    if (!can(actor, 'person.follow') || !(await followsArea(db, actor.accountId, personId, now))) return null;
  } else if (!can(actor, 'shop.run')) return null;
  return db.person.findUnique({ where: { id: personId }, select: { id: true, name: true } });
}

/** An officer follows a village, or a whole district: its code is the beginning of the village's. */
async function followsArea(db: Reader, accountId: string, personId: string, now: Date): Promise<boolean> {
  const today = toDateColumn(dayOf(now));
  const person = await db.person.findUnique({ where: { id: personId }, select: { areaCode: true } });
  if (!person?.areaCode) return false;
  const parts = person.areaCode.split('.');
  const codes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  const area = await db.officerArea.findFirst({
    where: {
      accountId,
      areaCode: { in: codes },
      fromOn: { lte: today },
      OR: [{ untilOn: null }, { untilOn: { gte: today } }],
    },
    select: { id: true },
  });
  return area !== null;
}
