// A change of account that has waited its day holds from now on.
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { openBank, sealBank } from './seal-bank.ts';

const CLOCK: Actor = { kind: 'system', name: 'clock' };

/** Returns how many hold now. Late by a minute, or by an hour, it harms nobody: buyers see the account of before. */
export async function applyBankChanges(db: Database, { now, sealer }: { now: Date; sealer: Sealer }): Promise<number> {
  const due = await db.bankChange.findMany({ where: { status: 'waiting', effectiveAt: { lte: now } }, take: 100 });
  let applied = 0;
  for (const { id, shopId, bankSealed } of due) {
    applied += await inTransaction(db, async (tx) => {
      const { count } = await tx.bankChange.updateMany({
        where: { id, status: 'waiting' },
        data: { status: 'applied', endedAt: now },
      });
      if (count === 0) return 0;
      await tx.shop.update({ where: { id: shopId }, data: sealBank(shopId, openBank(id, bankSealed, sealer), sealer) });
      await recordEvent(tx, { actor: CLOCK, now, kind: 'bank.changed', subject: ['shop', shopId] });
      return 1;
    });
  }
  return applied;
}
