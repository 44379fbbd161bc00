// The one card payment of a purchase, and what it asks for. An order cancelled before paying leaves it with its share; when a page
// opened earlier is paid all the same, it comes back with its share, so that what came in is what was asked. The caller has locked
// the purchase.
import type { Transaction } from '../database.ts';
import { newRowId } from '../ids.ts';

/** Orders without a payment of their own: those that the shared one stands for. */
export const SHARES_PAYMENT = { payments: { none: {} } } as const;

export async function lockPurchase(tx: Transaction, purchaseId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Purchase" WHERE id = ${purchaseId}::uuid FOR UPDATE`;
}

/**
 * Nothing happens when the payment is not waiting, and when no other order waits with it: then it stands for what was asked,
 * and lapses with its orders.
 */
export async function leavePayment(
  tx: Transaction,
  { order, now }: { order: { id: string; purchaseId: string; totalRupiah: number }; now: Date },
): Promise<void> {
  const { id: orderId, purchaseId, totalRupiah } = order;
  const others = await tx.order.count({
    where: { purchaseId, id: { not: orderId }, status: 'pending', ...SHARES_PAYMENT },
  });
  if (others === 0) return;
  const { count } = await tx.payment.updateMany({
    where: { purchaseId, orderId: null, status: 'pending', amountRupiah: { gt: totalRupiah } },
    data: { amountRupiah: { decrement: totalRupiah } },
  });
  if (count === 0) return;
  await tx.payment.create({
    data: {
      ...{ id: newRowId(now), purchaseId, orderId, method: 'card', status: 'expired' },
      ...{ amountRupiah: totalRupiah, createdAt: now },
    },
  });
}

/** Brings back what left, of these orders; the payment then asks for all of them again. */
export async function rejoinPayment(
  tx: Transaction,
  { paymentId, orderIds }: { paymentId: string; orderIds: readonly string[] },
): Promise<void> {
  const left = await tx.payment.findMany({
    where: { orderId: { in: [...orderIds] }, method: 'card', status: 'expired' },
    select: { id: true, amountRupiah: true },
  });
  if (left.length === 0) return;
  await tx.payment.deleteMany({ where: { id: { in: left.map(({ id }) => id) } } });
  const increment = left.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
  await tx.payment.update({ where: { id: paymentId }, data: { amountRupiah: { increment } } });
}
