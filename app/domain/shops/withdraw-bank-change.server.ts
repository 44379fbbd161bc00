// She, or who has her phone back, says that a change of her account is not hers.
import type { AccountActor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { NO_ROW_ID } from '../ids.ts';
import { failure, type Result, success } from '../result.ts';

/** Taken back twice, the second time changes nothing. `conflict`: it holds already, or there was none. */
export async function withdrawBankChange(
  db: Database,
  { actor, now }: { actor: AccountActor; now: Date },
): Promise<Result<{ isNew: boolean }, 'conflict'>> {
  const shop = { personId: actor.personId ?? NO_ROW_ID };
  return inTransaction(db, async (tx) => {
    const [change] = await tx.bankChange.updateManyAndReturn({
      where: { shop, status: 'waiting' },
      data: { status: 'withdrawn', endedAt: now },
      select: { shopId: true },
    });
    if (change) {
      await recordEvent(tx, { actor, now, kind: 'bank.change_withdrawn', subject: ['shop', change.shopId] });
      return success({ isNew: true });
    }
    const last = await tx.bankChange.findFirst({ where: { shop }, orderBy: { requestedAt: 'desc' } });
    return last?.status === 'withdrawn' ? success({ isNew: false }) : failure('conflict');
  });
}
