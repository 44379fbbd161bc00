// The buyer cancels by her link: freely until money or a maker's promise is in it, and again when the promise was broken or another
// maker than the one she chose makes it.
import { type Database, inTransaction } from '../database.ts';
import { fromDateColumn } from '../dates.ts';
import { leavePayment, lockPurchase } from '../payments/shared-payment.server.ts';
import { failure, type Result } from '../result.ts';
import { findLinkedOrder, type LinkedOrderAct } from './find-own-order.server.ts';
import { moveOrder } from './move-order.server.ts';
import { isPromiseBroken } from './order-clocks.ts';
import type { OrderStatus } from './order-status.ts';

/** What she may cancel although it is paid or promised, when it was passed on: nothing has left yet. */
const BEFORE_LEAVING: readonly string[] = ['confirmed', 'making', 'ready'];

/** What a buyer may cancel now. A proof that nobody has read yet is money under way: then it waits. */
export function canBuyerCancel(
  order: { status: string; promisedOn: Date | null; hasUnreadProof: boolean; isReassigned: boolean },
  now: Date,
): boolean {
  if (order.hasUnreadProof) return false;
  if (order.status === 'pending') return true;
  if (order.isReassigned && BEFORE_LEAVING.includes(order.status)) return true;
  return order.status === 'making' && isPromiseBroken(order.promisedOn ? fromDateColumn(order.promisedOn) : null, now);
}

export async function cancelOrder(
  db: Database,
  { input, now, sealer }: LinkedOrderAct,
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict'>> {
  const order = await findLinkedOrder(db, input.token, input.orderId);
  if (!order) return failure('notFound');
  return inTransaction(db, async (tx) => {
    // Locked as a payment locks it: money comes before this or after it, never meanwhile.
    await lockPurchase(tx, order.purchaseId);
    const hasUnreadProof =
      (await tx.paymentProof.count({ where: { payment: { orderId: order.id }, verdict: 'unread' } })) > 0;
    const isReassigned = (await tx.reassignment.count({ where: { orderId: order.id, status: 'agreed' } })) > 0;
    if (order.status !== 'cancelled' && !canBuyerCancel({ ...order, hasUnreadProof, isReassigned }, now))
      return failure('conflict');
    const actor = { kind: 'buyer', purchaseId: order.purchaseId } as const;
    const from: OrderStatus[] = [order.status as OrderStatus];
    const move = { to: 'cancelled', from, actor, now, sealer, reason: 'buyer_cancelled' } as const;
    const moved = await moveOrder(tx, { orderId: order.id, ...move });
    if (moved.ok && moved.value.isNew && order.method === 'card') await leavePayment(tx, { order, now });
    return moved;
  });
}
