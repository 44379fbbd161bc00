// The buyer says by her link that a cash order is meant: only then does the maker hear of it.
import { type Database, inTransaction } from '../database.ts';
import { failure, type Result } from '../result.ts';
import { findLinkedOrder, type LinkedOrderAct } from './find-own-order.server.ts';
import { moveOrder } from './move-order.server.ts';

export async function confirmOrder(
  db: Database,
  { input, now, sealer }: LinkedOrderAct,
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict'>> {
  const order = await findLinkedOrder(db, input.token, input.orderId);
  if (order?.method !== 'cod') return failure('notFound');
  const actor = { kind: 'buyer', purchaseId: order.purchaseId } as const;
  return inTransaction(db, (tx) => moveOrder(tx, { orderId: order.id, to: 'confirmed', actor, now, sealer }));
}
