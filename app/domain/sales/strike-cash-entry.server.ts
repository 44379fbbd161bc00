// Strikes out one line of a maker's own cash book: it stays to be read and counts no more.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { fromDateColumn } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { keepsBookOf } from './record-cash-entry.server.ts';
import { refreshPersonMonth } from './refresh-person-month.server.ts';

/** Returns the month it belonged to. Striking what is struck changes nothing; another woman's entry is 'notFound'. */
export async function strikeCashEntry(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { entryId: string }; now: Date },
): Promise<Result<string, 'notFound'>> {
  return inTransaction(db, async (tx) => {
    const entry = await tx.cashEntry.findUnique({ where: { id: input.entryId } });
    if (!entry || !keepsBookOf(actor, entry.personId)) return failure('notFound');
    const month = fromDateColumn(entry.happenedOn).slice(0, 7);
    const { count } = await tx.cashEntry.updateMany({
      where: { id: entry.id, struckAt: null },
      data: { struckAt: now },
    });
    if (count === 0) return success(month);
    await recordEvent(tx, { actor, now, kind: 'cash_entry.struck', subject: ['cash_entry', entry.id] });
    await refreshPersonMonth(tx, entry.personId, month);
    return success(month);
  });
}
