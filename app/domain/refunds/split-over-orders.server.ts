// To which orders money belongs that left a payment without our asking: first what we owed, then what is left of each order.
import type { Transaction } from '../database.ts';
import { splitByLargestRemainder } from '../money.ts';
import { SHARES_PAYMENT } from '../payments/shared-payment.server.ts';

export interface PaidSum {
  readonly id: string;
  readonly purchaseId: string;
  readonly orderId: string | null;
  readonly amountRupiah: number;
}

/** `owedFor` is the reason of a refund that we owed and that this share pays; null when nothing was owed. */
export interface Share {
  readonly orderId: string | null;
  readonly amountRupiah: number;
  readonly owedFor: string | null;
}

/**
 * Shares in whole rupiah that add up to the amount, which is then counted among what is due; null, and nothing changed, when
 * more is asked than is left of the payment. What the shares pay of our debts is owed no more, so no buyer is paid twice.
 * Call it with the purchase locked.
 */
export async function splitOverOrders(
  tx: Transaction,
  payment: PaidSum,
  amountRupiah: number,
): Promise<readonly Share[] | null> {
  const refunds = await tx.refund.findMany({ where: { paymentId: payment.id }, orderBy: { id: 'asc' } });
  const gone = refunds.filter((refund) => refund.status === 'sent' || refund.status === 'paid');
  if (amountRupiah > payment.amountRupiah - sum(gone)) return null;
  const paid = await payOwed(
    tx,
    refunds.filter((refund) => refund.status === 'due' || refund.status === 'failed'),
    amountRupiah,
  );
  const restRupiah = amountRupiah - sum(paid);
  await tx.payment.update({ where: { id: payment.id }, data: { refundDueRupiah: { increment: restRupiah } } });
  if (restRupiah === 0) return paid;
  // A payment that was made twice belongs to no order.
  if (payment.orderId !== null || refunds.some((refund) => refund.reason === 'paid_twice'))
    return [...paid, { orderId: payment.orderId, amountRupiah: restRupiah, owedFor: null }];
  const orders = await tx.order.findMany({
    where: { purchaseId: payment.purchaseId, ...SHARES_PAYMENT },
    orderBy: { number: 'asc' },
    select: { id: true, totalRupiah: true },
  });
  const taken = [...gone, ...paid];
  const parts = splitByLargestRemainder(
    restRupiah,
    orders.map(({ id, totalRupiah }) => Math.max(0, totalRupiah - sum(taken.filter(({ orderId }) => orderId === id)))),
  );
  const rest = orders.map(({ id }, index) => ({ orderId: id, amountRupiah: parts[index] ?? 0, owedFor: null }));
  return [...paid, ...rest.filter((share) => share.amountRupiah > 0)];
}

interface Owed {
  readonly id: string;
  readonly orderId: string | null;
  readonly amountRupiah: number;
  readonly reason: string;
}

/** The oldest debts first. One paid in part keeps its id: should we have asked for it already, the gateway knows it by that. */
async function payOwed(tx: Transaction, owed: readonly Owed[], amountRupiah: number): Promise<Share[]> {
  const shares: Share[] = [];
  for (const refund of owed) {
    const paidRupiah = Math.min(refund.amountRupiah, amountRupiah - sum(shares));
    if (paidRupiah === 0) break;
    await tx.refund.update({
      where: { id: refund.id },
      data:
        paidRupiah === refund.amountRupiah ? { status: 'void' } : { amountRupiah: refund.amountRupiah - paidRupiah },
    });
    shares.push({ orderId: refund.orderId, amountRupiah: paidRupiah, owedFor: refund.reason });
  }
  return shares;
}

function sum(rows: readonly { readonly amountRupiah: number }[]): number {
  return rows.reduce((rupiah, row) => rupiah + row.amountRupiah, 0);
}
