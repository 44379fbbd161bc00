// Asks for the money of a purchase: one payment per order where the maker is paid directly, one for all where a card pays.
import type { Transaction } from '../database.ts';
import { HOUR_MS } from '../dates.ts';
import type { PaymentMethod } from '../orders/order-clocks.ts';

const PAY_WITHIN_MS: Readonly<Record<PaymentMethod, number>> = {
  card: HOUR_MS / 2,
  transfer: 24 * HOUR_MS,
  cod: 12 * HOUR_MS,
};
const UNIQUE_CODES = 999;

export async function askPayments(
  tx: Transaction,
  ask: { purchaseId: string; method: PaymentMethod; orders: readonly { id: string; totalRupiah: number }[]; now: Date },
): Promise<void> {
  const expiresAt = new Date(ask.now.getTime() + PAY_WITHIN_MS[ask.method]);
  const shared = { purchaseId: ask.purchaseId, method: ask.method, status: 'pending', expiresAt, createdAt: ask.now };
  if (ask.method === 'card') {
    const amountRupiah = ask.orders.reduce((sum, order) => sum + order.totalRupiah, 0);
    await tx.payment.create({ data: { ...shared, amountRupiah } });
    return;
  }
  for (const order of ask.orders) {
    const uniqueCode = ask.method === 'transfer' ? await pickUniqueCode(tx, order.totalRupiah) : null;
    if (uniqueCode !== null) await giveUniqueDiscount(tx, ask.purchaseId, order.id, uniqueCode);
    await tx.payment.create({
      data: { ...shared, orderId: order.id, amountRupiah: order.totalRupiah - (uniqueCode ?? 0), uniqueCode },
    });
  }
}

/**
 * A three-digit ending no open transfer of that amount has: the maker tells buyers apart by it. It is subtracted, because
 * passing a fee on to the buyer is forbidden and a discount cannot look like one. Buyers who ask at the same instant take
 * turns until each has committed; the partial unique index stands behind it.
 */
async function pickUniqueCode(tx: Transaction, totalRupiah: number): Promise<number | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('unique transfer code', 0))`;
  const taken = await tx.payment.findMany({
    where: {
      status: { in: ['pending', 'proof_submitted'] },
      uniqueCode: { not: null },
      amountRupiah: { gt: totalRupiah - UNIQUE_CODES - 1, lt: totalRupiah },
    },
    select: { amountRupiah: true },
  });
  const amounts = new Set(taken.map((payment) => payment.amountRupiah));
  const most = Math.min(UNIQUE_CODES, totalRupiah - 1);
  for (let code = 1; code <= most; code++) if (!amounts.has(totalRupiah - code)) return code;
  return null;
}

async function giveUniqueDiscount(tx: Transaction, purchaseId: string, orderId: string, rupiah: number): Promise<void> {
  const change = { discountRupiah: { increment: rupiah }, totalRupiah: { decrement: rupiah } };
  await tx.order.update({ where: { id: orderId }, data: change });
  await tx.purchase.update({ where: { id: purchaseId }, data: change });
}
