// The buyer says by her link that the mat has come, or that all is well with it.
import { type Database, inTransaction } from '../database.ts';
import { failure, type Result } from '../result.ts';
import { findLinkedOrder, type LinkedOrderAct } from './find-own-order.server.ts';
import { moveOrder } from './move-order.server.ts';

/** From `shipped` to `delivered`; from `delivered` to `completed`. */
export async function receiveOrder(
  db: Database,
  { input, now, sealer }: LinkedOrderAct,
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict'>> {
  const order = await findLinkedOrder(db, input.token, input.orderId);
  if (!order) return failure('notFound');
  const actor = { kind: 'buyer', purchaseId: order.purchaseId } as const;
  const to = order.status === 'shipped' ? 'delivered' : 'completed';
  return inTransaction(db, (tx) => moveOrder(tx, { orderId: order.id, to, actor, now, sealer }));
}
