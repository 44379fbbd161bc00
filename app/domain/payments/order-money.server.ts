// What happens to the money of an order when the order moves: cash counted on delivery, a refund owed when it ends unpaid-for.
import type { Transaction } from '../database.ts';
import { statusesBefore } from '../state-table.ts';
import { PAYMENT_MOVES, type PaymentStatus, type RefundStatus } from './payment-status.ts';

/** Moves a payment by conditional update; false when it was not in a state that allows it. The only writer of Payment.status. */
export async function movePayment(
  tx: Transaction,
  paymentId: string,
  to: PaymentStatus,
  changes: {
    settledAt?: Date;
    expiresAt?: Date | null;
    gatewayIntentId?: string | null;
    gatewayFeeRupiah?: number | null;
    uniqueCode?: null;
  } = {},
): Promise<boolean> {
  const moved = await tx.payment.updateMany({
    where: { id: paymentId, status: { in: statusesBefore(PAYMENT_MOVES, to) } },
    data: { status: to, ...changes },
  });
  return moved.count === 1;
}

/** Cash is handed over with the goods. */
export async function settleCash(tx: Transaction, orderId: string, now: Date): Promise<void> {
  const payments = await tx.payment.findMany({
    where: { orderId, method: 'cod', status: 'pending' },
    select: { id: true },
  });
  for (const payment of payments) await movePayment(tx, payment.id, 'settled', { settledAt: now, expiresAt: null });
}

/** An order that ends without goods: an open payment of its own lapses, settled money is owed back. */
export async function oweRefund(
  tx: Transaction,
  order: { id: string; purchaseId: string; totalRupiah: number },
  now: Date,
): Promise<void> {
  const own = await tx.payment.findMany({ where: { orderId: order.id } });
  for (const payment of own) {
    if (payment.status === 'pending') await movePayment(tx, payment.id, 'expired');
    if (payment.status === 'proof_submitted') await movePayment(tx, payment.id, 'failed');
  }
  const paid = own.find((payment) => payment.status === 'settled') ?? (await findSharedPayment(tx, order.purchaseId));
  if (!paid) return;
  const amountRupiah = order.totalRupiah - (await sumRefunds(tx, order.id, ['due', 'sent', 'paid', 'failed']));
  if (amountRupiah <= 0) return;
  await tx.refund.create({
    data: { paymentId: paid.id, orderId: order.id, amountRupiah, reason: 'order_ended', status: 'due', createdAt: now },
  });
  await tx.payment.update({ where: { id: paid.id }, data: { refundDueRupiah: { increment: amountRupiah } } });
}

/** Whole rupiah of an order's refunds in these states; `paid` alone is what has gone back. */
export async function sumRefunds(tx: Transaction, orderId: string, status: RefundStatus[]): Promise<number> {
  const { _sum } = await tx.refund.aggregate({
    where: { orderId, status: { in: status } },
    _sum: { amountRupiah: true },
  });
  return _sum.amountRupiah ?? 0;
}

/** A second payment of the same purchase pays for no order: it goes back whole. */
async function findSharedPayment(tx: Transaction, purchaseId: string) {
  return tx.payment.findFirst({
    where: {
      purchaseId,
      orderId: null,
      status: { in: ['settled', 'partly_refunded'] },
      refunds: { none: { reason: 'paid_twice' } },
    },
  });
}

/** The buyer's bank has asked for the card money of this order and has not decided yet. */
export async function isDisputed(tx: Transaction, orderId: string): Promise<boolean> {
  const open = await tx.cardDispute.count({
    where: { status: 'open', payment: { orderId: null, purchase: { orders: { some: { id: orderId } } } } },
  });
  return open > 0;
}
