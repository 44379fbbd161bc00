// Finance has looked at something that did not fit, and says in a note what it was. It then leaves her list.
import { type Actor, can } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { OddityKind } from './money-desk.server.ts';

/** Looked at already: the first note stays, and the second press is harmless. */
export async function lookAtOddity(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { kind: OddityKind; id: string; note: string }; now: Date },
): Promise<Result<{ isNew: boolean }, 'forbidden' | 'notFound' | 'required'>> {
  if (!can(actor, 'payment.review') || actor.kind !== 'account') return failure('forbidden');
  const note = input.note.trim();
  if (note === '') return failure('required', 'catatan');
  const looked = { lookedAt: now, lookedById: actor.accountId, note };
  const { id, kind } = input;
  return inTransaction(db, async (tx) => {
    const where = { id, lookedAt: null };
    const { count } =
      kind === 'event'
        ? await tx.stripeEvent.updateMany({ where: { ...where, quarantineReason: { not: null } }, data: looked })
        : await tx.bookDifference.updateMany({ where, data: looked });
    if (count === 0) {
      const known =
        kind === 'event'
          ? await tx.stripeEvent.count({ where: { id, quarantineReason: { not: null } } })
          : await tx.bookDifference.count({ where: { id } });
      return known === 0 ? failure('notFound') : success({ isNew: false });
    }
    await recordEvent(tx, { actor, now, kind: 'money.oddity_looked_at', subject: [kind, id] });
    return success({ isNew: true });
  });
}
