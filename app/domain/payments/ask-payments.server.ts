// Asks for the money of a purchase: one payment per order where the maker is paid directly, one for all where a card pays.
import type { Payment } from '#app/generated/prisma/client.ts';
import type { Transaction } from '../database.ts';
import { newRowId } from '../ids.ts';
import { PAY_WITHIN_MS, type PaymentMethod } from '../orders/order-clocks.ts';

const UNIQUE_CODES = 999;

/**
 * The rows to write. A transfer's `uniqueCode` is already subtracted from its amount; the caller subtracts it from the order and
 * the purchase as well.
 */
export async function askPayments(
  tx: Transaction,
  ask: { purchaseId: string; method: PaymentMethod; orders: readonly { id: string; totalRupiah: number }[]; now: Date },
): Promise<Payment[]> {
  if (ask.method === 'card') {
    return [paymentRow(ask, { orderId: null, amountRupiah: sumOf(ask.orders), uniqueCode: null })];
  }
  const payments: Payment[] = [];
  for (const { id, totalRupiah } of ask.orders) {
    const taken = new Set(payments.map((payment) => payment.amountRupiah));
    const uniqueCode = ask.method === 'transfer' ? await pickUniqueCode(tx, totalRupiah, taken) : null;
    payments.push(paymentRow(ask, { orderId: id, amountRupiah: totalRupiah - (uniqueCode ?? 0), uniqueCode }));
  }
  return payments;
}

function sumOf(orders: readonly { totalRupiah: number }[]): number {
  return orders.reduce((sum, order) => sum + order.totalRupiah, 0);
}

function paymentRow(
  ask: { purchaseId: string; method: PaymentMethod; now: Date },
  money: Pick<Payment, 'orderId' | 'amountRupiah' | 'uniqueCode'>,
): Payment {
  return {
    id: newRowId(ask.now),
    purchaseId: ask.purchaseId,
    method: ask.method,
    status: 'pending',
    ...money,
    refundedRupiah: 0,
    refundDueRupiah: 0,
    expiresAt: new Date(ask.now.getTime() + PAY_WITHIN_MS[ask.method]),
    settledAt: null,
    gatewayIntentId: null,
    gatewayFeeRupiah: null,
    createdAt: ask.now,
  };
}

/**
 * A three-digit ending no open transfer of that amount has: the maker tells buyers apart by it. It is subtracted, because
 * passing a fee on to the buyer is forbidden and a discount cannot look like one. Buyers who ask at the same instant take
 * turns until each has committed; the partial unique index stands behind it.
 */
async function pickUniqueCode(
  tx: Transaction,
  totalRupiah: number,
  alsoTaken: ReadonlySet<number>,
): Promise<number | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('unique transfer code', 0))`;
  const taken = await tx.payment.findMany({
    where: {
      status: { in: ['pending', 'proof_submitted'] },
      uniqueCode: { not: null },
      amountRupiah: { gt: totalRupiah - UNIQUE_CODES - 1, lt: totalRupiah },
    },
    select: { amountRupiah: true },
  });
  const amounts = new Set([...alsoTaken, ...taken.map((payment) => payment.amountRupiah)]);
  const most = Math.min(UNIQUE_CODES, totalRupiah - 1);
  for (let code = 1; code <= most; code++) if (!amounts.has(totalRupiah - code)) return code;
  return null;
}
