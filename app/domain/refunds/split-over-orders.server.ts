// To which orders money belongs that was taken back from a payment of several: in whole rupiah, by what is left of each.
import type { Transaction } from '../database.ts';
import { splitByLargestRemainder } from '../money.ts';

export interface PaidSum {
  readonly id: string;
  readonly purchaseId: string;
  readonly orderId: string | null;
  readonly amountRupiah: number;
}

/**
 * Shares that add up to the amount, or null when more is asked than is left of the payment. A payment that was made twice
 * belongs to no order. Call it with the purchase locked.
 */
export async function splitOverOrders(
  tx: Transaction,
  payment: PaidSum,
  amountRupiah: number,
): Promise<{ orderId: string | null; amountRupiah: number }[] | null> {
  const refunds = await tx.refund.findMany({ where: { paymentId: payment.id } });
  const gone = refunds.filter((refund) => refund.status === 'sent' || refund.status === 'paid');
  const sumOf = (orderId: string | null) =>
    gone.filter((refund) => refund.orderId === orderId).reduce((sum, refund) => sum + refund.amountRupiah, 0);
  const leftRupiah = payment.amountRupiah - gone.reduce((sum, refund) => sum + refund.amountRupiah, 0);
  if (amountRupiah > leftRupiah) return null;
  if (payment.orderId !== null) return [{ orderId: payment.orderId, amountRupiah }];
  if (refunds.some((refund) => refund.reason === 'paid_twice')) return [{ orderId: null, amountRupiah }];
  const orders = await tx.order.findMany({
    where: { purchaseId: payment.purchaseId },
    orderBy: { number: 'asc' },
    select: { id: true, totalRupiah: true },
  });
  const parts = splitByLargestRemainder(
    amountRupiah,
    orders.map((order) => Math.max(0, order.totalRupiah - sumOf(order.id))),
  );
  return orders
    .map((order, index) => ({ orderId: order.id, amountRupiah: parts[index] ?? 0 }))
    .filter((share) => share.amountRupiah > 0);
}
