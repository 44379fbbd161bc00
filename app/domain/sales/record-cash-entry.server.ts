// Writes one line of a maker's own cash book and brings the month up to date.
import { type Actor, can } from '../access/actor.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { addMonths, dayOf, monthOf, toDateColumn } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { type CashEntryInput, kindOf } from './cash-entry-schemas.ts';
import { columnSpan } from './money-queries.server.ts';
import { refreshPersonMonth } from './refresh-person-month.server.ts';

export const MONTHS_BACK = 24;
/** Of one month and kind together: what is more is a slip of the finger, and would not fit the month's row. */
const MOST_A_MONTH_RUPIAH = 2_000_000_000;

/** Returns the id of the entry. Only in her own book; not in the future, at most 24 months back. */
export async function recordCashEntry(
  db: Database,
  { actor, input, now }: { actor: Actor; input: CashEntryInput & { personId: string }; now: Date },
): Promise<Result<string, 'forbidden' | 'notADate' | 'tooLarge'>> {
  if (!keepsBookOf(actor, input.personId)) return failure('forbidden');
  const month = input.happenedOn.slice(0, 7);
  if (input.happenedOn > dayOf(now) || month < addMonths(monthOf(now), -MONTHS_BACK)) {
    return failure('notADate', 'happenedOn');
  }
  return inTransaction(db, async (tx) => {
    const writtenRupiah = await sumOfMonth(tx, input.personId, month, kindOf(input.category));
    if (writtenRupiah + input.amountRupiah > MOST_A_MONTH_RUPIAH) return failure('tooLarge', 'amountRupiah');
    const entry = await tx.cashEntry.create({
      data: {
        personId: input.personId,
        kind: kindOf(input.category),
        category: input.category,
        amountRupiah: input.amountRupiah,
        quantity: input.quantity,
        happenedOn: toDateColumn(input.happenedOn),
        note: input.note,
        // A system actor (the seed) has no account: it writes in her name.
        recordedById: actor.kind === 'account' ? actor.accountId : input.personId,
        recordedAt: now,
      },
      select: { id: true },
    });
    await recordEvent(tx, { actor, now, kind: 'cash_entry.recorded', subject: ['cash_entry', entry.id] });
    await refreshPersonMonth(tx, input.personId, month);
    return success(entry.id);
  });
}

async function sumOfMonth(tx: Transaction, personId: string, month: string, kind: string): Promise<number> {
  const { from, until } = columnSpan(month);
  const { _sum } = await tx.cashEntry.aggregate({
    where: { personId, kind, struckAt: null, happenedOn: { gte: from, lt: until } },
    _sum: { amountRupiah: true },
  });
  return _sum.amountRupiah ?? 0;
}

/** The book is hers: nobody else writes in it. */
export function keepsBookOf(actor: Actor, personId: string): boolean {
  return can(actor, 'shop.run') && (actor.kind !== 'account' || actor.personId === personId);
}
