// Writes down that a woman gave or withdrew her consent: one row per act, in force with the commit.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { findKeptPerson } from '../people/person-scope.server.ts';
import { failure, type Result, success } from '../result.ts';
import { type ConsentInput, writeConsent } from './write-consent.server.ts';

/** For herself, or by her officer with how she answered and before whom. */
export async function recordConsent(
  db: Database,
  { actor, input, now }: { actor: Actor; input: ConsentInput; now: Date },
): Promise<Result<null, 'notFound' | 'notAChoice' | 'witnessMissing'>> {
  const { personId, purpose, isGiven, language } = input;
  const isSelf = actor.kind === 'account' && actor.personId === personId;
  const witness = isSelf ? null : input.witness?.trim() || null;
  return inTransaction(db, async (tx) => {
    if (!(await findKeptPerson(tx, { actor, personId, now }))) return failure('notFound');
    if (!isSelf && input.channel === 'app') return failure('notAChoice', 'cara');
    if (isGiven && !isSelf && witness === null) return failure('witnessMissing', 'saksi');
    const act = { personId, purpose, isGiven, language, witness, channel: isSelf ? ('app' as const) : input.channel };
    await writeConsent(tx, { actor, act, now });
    return success(null);
  });
}
