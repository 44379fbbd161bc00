// Makes the one-month link by which a woman answers from WhatsApp without signing in.
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../database.ts';
import { addMonths, monthOf, monthSpan } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { hashToken, newToken } from '../ids.ts';
import { findKeptPerson } from '../people/person-scope.server.ts';
import { failure, type Result, success } from '../result.ts';

/**
 * Returns the token for the address; only its hash is kept. Good until the end of the month after the one asked about. Part of the
 * transaction of the command that sends it.
 */
export async function createCheckInLink(
  tx: Transaction,
  { actor, input, now }: { actor: Actor; input: { personId: string; month: string }; now: Date },
): Promise<Result<string, 'notFound' | 'notAMonth'>> {
  const expiresAt = monthSpan(addMonths(input.month, 1)).until;
  if (input.month >= monthOf(now) || expiresAt <= now) return failure('notAMonth', 'month');
  const token = newToken();
  if (!(await findKeptPerson(tx, { actor, personId: input.personId, now }))) return failure('notFound');
  await tx.checkInLink.create({ data: { tokenHash: hashToken(token), ...input, createdAt: now, expiresAt } });
  await recordEvent(tx, {
    actor,
    now,
    kind: 'check_in_link.created',
    subject: ['person', input.personId],
    facts: { month: input.month },
  });
  return success(token);
}
