// The buyer says by her link that the mat has come, or that all is well with it.
import { type Database, inTransaction } from '../database.ts';
import { failure, type Result } from '../result.ts';
import { findLinkedOrder, type LinkedOrderAct } from './find-own-order.server.ts';
import { moveOrder } from './move-order.server.ts';
import type { OrderStatus } from './order-status.ts';

/** What she presses: the first is from `shipped` to `delivered`, the second from `delivered` to `completed`. */
const RECEIPTS = { received: 'delivered', allFine: 'completed' } as const;
type Receipt = keyof typeof RECEIPTS;

/**
 * Pressed twice, the second press finds it done: "it has come" never also says "all is well", which would cut short her days
 * to complain.
 */
export async function receiveOrder(
  db: Database,
  { input, now, sealer, receipt }: LinkedOrderAct & { receipt: Receipt },
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict'>> {
  const order = await findLinkedOrder(db, input.token, input.orderId);
  if (!order) return failure('notFound');
  const actor = { kind: 'buyer', purchaseId: order.purchaseId } as const;
  const from: OrderStatus[] = [receipt === 'received' ? 'shipped' : 'delivered'];
  return inTransaction(db, (tx) =>
    moveOrder(tx, { orderId: order.id, to: RECEIPTS[receipt], from, actor, now, sealer }),
  );
}
