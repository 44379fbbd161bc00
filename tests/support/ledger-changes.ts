// What an act changes in the ledger, account by account, in whole rupiah.
import type { Database } from '#app/domain/database.ts';

async function accounts(db: Database): Promise<Record<string, number>> {
  const sums = await db.ledgerLine.groupBy({ by: ['account'], _sum: { amountRupiah: true } });
  return Object.fromEntries(sums.map(({ account, _sum }) => [account, Number(_sum.amountRupiah)]));
}

export async function ledgerChanges(db: Database, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await accounts(db);
  await act();
  const after = await accounts(db);
  const moved = Object.keys(after).map((account) => [account, (after[account] ?? 0) - (before[account] ?? 0)] as const);
  return Object.fromEntries(moved.filter(([, rupiah]) => rupiah !== 0));
}
