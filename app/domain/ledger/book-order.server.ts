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

/**
 * Her order is completed: what the buyer paid for it, less what went back to him before, is now owed to her, less the
 * platform's share frozen on the order.
 */
export async function bookOrderCompleted(
  tx: Transaction,
  order: {
    id: string;
    shopId: string;
    method: string;
    totalRupiah: number;
    paidBackRupiah: number;
    platformFeeRupiah?: number;
  },
  at: Date,
): Promise<void> {
  if (order.method !== 'card') return;
  const leftRupiah = order.totalRupiah - order.paidBackRupiah;
  const fee = Math.min(order.platformFeeRupiah ?? 0, leftRupiah);
  await postEntry(tx, {
    kind: 'order_completed',
    sourceId: order.id,
    bookedAt: at,
    lines: [
      ['buyer_funds', leftRupiah],
      [`maker:${order.shopId}`, -(leftRupiah - fee)],
      ['platform_fee', -fee],
    ],
  });
}

/**
 * Money has gone back to a buyer, by a refund or by his bank: taken from whom it was owed to, the maker when her order was
 * completed, else nobody yet. `paidFrom` is where it left: the gateway, or the bank when somebody transferred it by hand.
 */
export async function bookTakenBack(
  tx: Transaction,
  refund: {
    id: string;
    kind: 'refund_paid' | 'dispute_lost';
    amountRupiah: number;
    earnedByShopId: string | null;
    paidFrom: 'gateway' | 'bank';
  },
  at: Date,
): Promise<void> {
  await postEntry(tx, {
    kind: refund.kind,
    sourceId: refund.id,
    bookedAt: at,
    lines: [
      [refund.earnedByShopId === null ? 'buyer_funds' : `maker:${refund.earnedByShopId}`, refund.amountRupiah],
      [refund.paidFrom, -refund.amountRupiah],
    ],
  });
}

/** The gateway has paid out to the operator's bank. Amounts that were not whole rupiah are rounded half up. */
export async function bookGatewayPayout(
  tx: Transaction,
  payout: { gatewayId: string; amountRupiah: number },
  at: Date,
): Promise<void> {
  await postEntry(tx, {
    kind: 'gateway_payout',
    sourceId: payout.gatewayId,
    bookedAt: at,
    lines: [
      ['bank', payout.amountRupiah],
      ['gateway', -payout.amountRupiah],
    ],
  });
}
