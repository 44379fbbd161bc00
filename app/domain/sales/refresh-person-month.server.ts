// Keeps one row of the monthly rollup true: verified sales (completed orders here) and recorded money (her cash book), each recomputed whole.
import type { Transaction } from '../database.ts';
import { addDays, addMonths, monthSpan, toDateColumn } from '../dates.ts';

/** `month` is 'YYYY-MM' in WIB. What she reported stays as it is. */
export async function refreshPersonMonth(tx: Transaction, personId: string, month: string): Promise<void> {
  const { from, until } = monthSpan(month);
  const orders = await tx.order.aggregate({
    where: { status: 'completed', completedAt: { gte: from, lt: until }, shop: { personId } },
    _sum: { itemsRupiah: true },
    _count: true,
  });
  const lastDay = addDays(`${addMonths(month, 1)}-01`, -1);
  const entries = await tx.cashEntry.groupBy({
    by: ['kind'],
    where: {
      personId,
      struckAt: null,
      happenedOn: { gte: toDateColumn(`${month}-01`), lte: toDateColumn(lastDay) },
    },
    _sum: { amountRupiah: true },
  });
  const recorded = (isSale: boolean) =>
    entries
      .filter((entry) => (entry.kind === 'sale_outside') === isSale)
      .reduce((sum, entry) => sum + (entry._sum.amountRupiah ?? 0), 0);
  const figures = {
    verifiedRupiah: orders._sum.itemsRupiah ?? 0,
    verifiedOrders: orders._count,
    recordedSalesRupiah: recorded(true),
    recordedCostsRupiah: recorded(false),
  };
  await tx.personMonth.upsert({
    where: { personId_month: { personId, month } },
    update: figures,
    create: { personId, month, ...figures },
  });
}
