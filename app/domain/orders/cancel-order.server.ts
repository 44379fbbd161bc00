// The buyer cancels by her link: freely until money or a maker's promise is in it, and again when the promise was broken.
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { fromDateColumn } from '../dates.ts';
import { failure, type Result } from '../result.ts';
import { findLinkedOrder, type LinkedOrderAct } from './find-own-order.server.ts';
import { moveOrder } from './move-order.server.ts';
import { isPromiseBroken } from './order-clocks.ts';
import type { OrderStatus } from './order-status.ts';

/** What a buyer may cancel now. A proof that nobody has read yet is money under way: then it waits. */
export function canBuyerCancel(
  order: { status: string; promisedOn: Date | null; hasUnreadProof: boolean },
  now: Date,
): boolean {
  if (order.hasUnreadProof) return false;
  if (order.status === 'pending') return true;
  return order.status === 'making' && isPromiseBroken(order.promisedOn ? fromDateColumn(order.promisedOn) : null, now);
}

export async function cancelOrder(
  db: Database,
  { input, now, sealer }: LinkedOrderAct,
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict'>> {
  const order = await findLinkedOrder(db, input.token, input.orderId);
  if (!order) return failure('notFound');
  const actor = { kind: 'buyer', purchaseId: order.purchaseId } as const;
  return inTransaction(db, async (tx) => {
    // Locked as a payment locks it: it comes before this or after it, never meanwhile.
    await tx.$queryRaw`SELECT id FROM "Purchase" WHERE id = ${order.purchaseId}::uuid FOR UPDATE`;
    const { status } = await tx.order.findUniqueOrThrow({ where: { id: order.id }, select: { status: true } });
    const hasUnreadProof =
      (await tx.paymentProof.count({ where: { payment: { orderId: order.id }, verdict: 'unread' } })) > 0;
    if (status !== 'cancelled' && !canBuyerCancel({ ...order, status, hasUnreadProof }, now))
      return failure('conflict');
    const orderIds = isPaidWhole({ ...order, status }) ? await listPending(tx, order.purchaseId) : [];
    const from: OrderStatus[] = [status as OrderStatus];
    const move = { to: 'cancelled', from, actor, now, sealer, reason: 'buyer_cancelled' } as const;
    for (const orderId of orderIds) if (orderId !== order.id) await moveOrder(tx, { ...move, orderId });
    return moveOrder(tx, { ...move, orderId: order.id });
  });
}

/** One card payment stands for all orders of a purchase: one that is cancelled before it takes the others along. */
export function isPaidWhole(order: { method: string; status: string }): boolean {
  return order.method === 'card' && order.status === 'pending';
}

async function listPending(tx: Transaction, purchaseId: string): Promise<string[]> {
  const orders = await tx.order.findMany({
    where: { purchaseId, status: 'pending' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return orders.map(({ id }) => id);
}
