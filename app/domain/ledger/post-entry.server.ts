// Double entry, append-only. One entry per business fact, unique by (kind, source id); lines sum to zero (also a trigger).
import type { Transaction } from '../database.ts';

export type LedgerKind =
  | 'payment_settled'
  | 'gateway_fee'
  | 'order_completed'
  | 'refund_paid'
  | 'dispute_lost'
  | 'gateway_payout';
/** `maker:<shop id>` is what a maker is owed. */
export type LedgerAccount = 'gateway' | 'bank' | 'buyer_funds' | 'gateway_fees' | 'platform_fee' | `maker:${string}`;

/** Amounts in whole rupiah, debit positive. The same fact again changes nothing. Throws when the lines do not balance. */
export async function postEntry(
  tx: Transaction,
  entry: { kind: LedgerKind; sourceId: string; bookedAt: Date; lines: readonly (readonly [LedgerAccount, number])[] },
): Promise<void> {
  const lines = entry.lines.filter(([, amount]) => amount !== 0);
  if (lines.reduce((sum, [, amount]) => sum + amount, 0) !== 0)
    throw new Error(`ledger entry ${entry.kind} does not balance`);
  if (lines.length === 0) return;
  const created = await tx.ledgerEntry.createManyAndReturn({
    data: [{ kind: entry.kind, sourceId: entry.sourceId, bookedAt: entry.bookedAt }],
    skipDuplicates: true,
    select: { id: true },
  });
  const id = created[0]?.id;
  if (!id) return;
  await tx.ledgerLine.createMany({
    data: lines.map(([account, amount]) => ({ entryId: id, account, amountRupiah: BigInt(amount) })),
  });
}

/** What a shop is owed now, whole rupiah. */
export async function findMakerBalance(tx: Transaction, shopId: string): Promise<number> {
  const { _sum } = await tx.ledgerLine.aggregate({
    where: { account: `maker:${shopId}` },
    _sum: { amountRupiah: true },
  });
  return Number(-(_sum.amountRupiah ?? 0n));
}
