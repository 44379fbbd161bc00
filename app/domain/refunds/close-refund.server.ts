// The money of a refund has left: the one place where a refund becomes `paid`, and what follows from it (payment, ledger, income).
import type { Transaction } from '../database.ts';
import { monthOf } from '../dates.ts';
import { bookTakenBack } from '../ledger/book-order.server.ts';
import { movePayment } from '../payments/order-money.server.ts';
import type { RefundStatus } from '../payments/payment-status.ts';
import { refreshPersonMonth } from '../sales/refresh-person-month.server.ts';

export interface OpenRefund {
  readonly id: string;
  readonly paymentId: string;
  readonly orderId: string | null;
  readonly amountRupiah: number;
}

/**
 * False when it was not in one of the states `from`: then nothing happens, so saying it again is harmless.
 * `paidFrom` null: the maker gave it back herself and the operator's book never saw the money.
 */
export async function closeRefund(
  tx: Transaction,
  refund: OpenRefund,
  how: {
    from: readonly RefundStatus[];
    kind: 'refund_paid' | 'dispute_lost';
    paidFrom: 'gateway' | 'bank' | null;
    reference?: string;
    now: Date;
  },
): Promise<boolean> {
  const { id, paymentId, orderId, amountRupiah } = refund;
  // The order is locked first, as a move of it does: it is completed either before this or after it, never meanwhile.
  if (orderId) await tx.$queryRaw`SELECT id FROM "Order" WHERE id = ${orderId}::uuid FOR UPDATE`;
  const { count } = await tx.refund.updateMany({
    where: { id, status: { in: [...how.from] } },
    data: { status: 'paid', paidAt: how.now, reference: how.reference ?? null },
  });
  if (count === 0) return false;
  const payment = await tx.payment.update({
    where: { id: paymentId },
    data: { refundedRupiah: { increment: amountRupiah }, refundDueRupiah: { decrement: amountRupiah } },
  });
  await movePayment(tx, payment.id, payment.refundedRupiah === payment.amountRupiah ? 'refunded' : 'partly_refunded');
  const earned = orderId ? await findEarned(tx, orderId) : null;
  if (how.paidFrom)
    await bookTakenBack(
      tx,
      { id, kind: how.kind, amountRupiah, earnedByShopId: earned?.shopId ?? null, paidFrom: how.paidFrom },
      how.now,
    );
  if (earned) await refreshPersonMonth(tx, earned.personId, earned.month);
  return true;
}

/** Null until the order is completed. */
async function findEarned(tx: Transaction, orderId: string) {
  const { completedAt, shop } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { completedAt: true, shop: { select: { id: true, personId: true } } },
  });
  return completedAt ? { shopId: shop.id, personId: shop.personId, month: monthOf(completedAt) } : null;
}
