// Entries of the operator's account (card money). Direct money (cash, transfer to the maker) never passes through it.
import type { Transaction } from '../database.ts';
import { postEntry } from './post-entry.server.ts';

/** Money has arrived at the gateway; nobody has earned it yet. The gateway keeps its fee. */
export async function bookPaymentSettled(
  tx: Transaction,
  payment: { id: string; amountRupiah: number; feeRupiah: number },
  at: Date,
): Promise<void> {
  await postEntry(tx, {
    kind: 'payment_settled',
    sourceId: payment.id,
    bookedAt: at,
    lines: [
      ['gateway', payment.amountRupiah],
      ['buyer_funds', -payment.amountRupiah],
    ],
  });
  await postEntry(tx, {
    kind: 'gateway_fee',
    sourceId: payment.id,
    bookedAt: at,
    lines: [
      ['gateway_fees', payment.feeRupiah],
      ['gateway', -payment.feeRupiah],
    ],
  });
}

/** Her order is completed: what the buyer paid for it is now owed to her, less the platform's share frozen on the order. */
export async function bookOrderCompleted(
  tx: Transaction,
  order: { id: string; shopId: string; method: string; totalRupiah: number; platformFeeRupiah?: number },
  at: Date,
): Promise<void> {
  if (order.method !== 'card') return;
  const fee = order.platformFeeRupiah ?? 0;
  await postEntry(tx, {
    kind: 'order_completed',
    sourceId: order.id,
    bookedAt: at,
    lines: [
      ['buyer_funds', order.totalRupiah],
      [`maker:${order.shopId}`, -(order.totalRupiah - fee)],
      ['platform_fee', -fee],
    ],
  });
}

/** A refund has left through the gateway. */
export async function bookRefundPaid(
  tx: Transaction,
  refund: { id: string; amountRupiah: number },
  at: Date,
): Promise<void> {
  await postEntry(tx, {
    kind: 'refund_paid',
    sourceId: refund.id,
    bookedAt: at,
    lines: [
      ['buyer_funds', refund.amountRupiah],
      ['gateway', -refund.amountRupiah],
    ],
  });
}
