// Keeps one answer to the monthly question. A later answer for the same month is a new revision and says why.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { addMonths, monthOf, toDateColumn } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { findKeptPerson } from '../people/person-scope.server.ts';
import { failure, type Result, success } from '../result.ts';
import { refreshPersonMonth } from '../sales/refresh-person-month.server.ts';
import type { Mode } from './check-in-answers.ts';
import { type CheckInAnswers, costsOf, quarterlyAnswers, signedProfit } from './check-in-schemas.ts';

export const MONTHS_BACK = 24;

export type CheckInInput = Omit<CheckInAnswers, 'mode'> & { personId: string; mode: Mode };
type Failure = 'notFound' | 'notAMonth' | 'reasonRequired';

/**
 * Returns the revision (1 = first answer). A month that has not ended, or lies more than 24 months back, is 'notAMonth';
 * a second answer without a reason is 'reasonRequired'; a woman outside the actor's scope is 'notFound'.
 */
export async function recordCheckIn(
  db: Database,
  { actor, input, now }: { actor: Actor; input: CheckInInput; now: Date },
): Promise<Result<{ revision: number }, Failure>> {
  const current = monthOf(now);
  if (input.month >= current || input.month < addMonths(current, -MONTHS_BACK)) return failure('notAMonth', 'month');
  return inTransaction(db, async (tx) => {
    if (!(await findKeptPerson(tx, { actor, personId: input.personId, now }))) return failure('notFound');
    // Two phones may answer the same month at once: the second must see the first, and become its correction.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`month ${input.personId} ${input.month}`}, 0))`;
    const last = await tx.checkIn.findFirst({
      where: { personId: input.personId, month: input.month },
      orderBy: { revision: 'desc' },
      select: { revision: true },
    });
    if (last && !input.correctionReason) return failure('reasonRequired', 'correctionReason');
    const revision = (last?.revision ?? 0) + 1;
    await writeAnswer(tx, { actor, input, now, revision });
    await refreshPersonMonth(tx, input.personId, input.month);
    return success({ revision });
  });
}

async function writeAnswer(
  tx: Transaction,
  { actor, input, now, revision }: { actor: Actor; input: CheckInInput; now: Date; revision: number },
): Promise<void> {
  const isSelling = input.sold === 'yes';
  const costs = costsOf(input);
  await tx.checkIn.create({
    data: {
      personId: input.personId,
      month: input.month,
      revision,
      sold: input.sold,
      backOn: input.sold === 'break' && input.backOn ? toDateColumn(input.backOn) : null,
      profitRupiah: isSelling ? signedProfit(input) : null,
      takingsRupiah: isSelling ? input.takingsRupiah : null,
      costsRupiah: costs?.rupiah ?? null,
      ...(costs ? { costParts: costs.parts } : {}),
      demand: input.demand,
      daysWorked: input.daysWorked,
      hoursPerDay: input.hoursPerDay,
      matsMade: input.matsMade,
      confidence: input.confidence,
      ...quarterlyAnswers(input),
      mode: input.mode,
      correctionReason: revision > 1 ? input.correctionReason : null,
      recordedById: actor.kind === 'account' ? actor.accountId : null,
      answeredAt: now,
    },
    select: { id: true },
  });
  await recordEvent(tx, {
    actor,
    now,
    kind: revision === 1 ? 'check_in.answered' : 'check_in.corrected',
    subject: ['person', input.personId],
    onBehalfOfId: actor.kind === 'account' && actor.personId === input.personId ? null : input.personId,
    facts: { month: input.month, revision, mode: input.mode },
  });
}
