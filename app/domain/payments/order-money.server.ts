// What happens to the money of an order when the order moves: cash counted on delivery, a refund owed when it ends unpaid-for.
import type { Transaction } from '../database.ts';
import { statusesBefore } from '../state-table.ts';
import { PAYMENT_MOVES, type PaymentStatus } from './payment-status.ts';

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
  const existing = await tx.refund.count({ where: { paymentId: paid.id, orderId: order.id } });
  if (existing > 0) return;
  await tx.refund.create({
    data: {
      paymentId: paid.id,
      orderId: order.id,
      amountRupiah: order.totalRupiah,
      reason: 'order_ended',
      status: 'due',
      createdAt: now,
    },
  });
  await tx.payment.update({ where: { id: paid.id }, data: { refundDueRupiah: { increment: order.totalRupiah } } });
}

async function findSharedPayment(tx: Transaction, purchaseId: string) {
  return tx.payment.findFirst({ where: { purchaseId, orderId: null, status: { in: ['settled', 'partly_refunded'] } } });
}
