// A maker who cannot make an order asks another one to take it over. Until she is answered the order stays hers, with its clock.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, isUniqueViolation, type Reader } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { findOwnOrder } from '../orders/find-own-order.server.ts';
import { failure, type Result, success } from '../result.ts';
import { findShopPhone } from '../shops/shop-queries.server.ts';
import { listSisterShops } from './sister-shops.server.ts';

/**
 * Asked twice, the second press finds the first question. `conflict`: the order is not waiting for her answer, or another maker is being
 * asked. `sisterGone`: that shop cannot take it (any more).
 */
export async function proposeReassignment(
  db: Database,
  {
    actor,
    input,
    now,
    sealer,
  }: { actor: AccountActor; input: { orderId: string; shopId: string }; now: Date; sealer: Sealer },
): Promise<Result<{ reassignmentId: string }, 'notFound' | 'conflict' | 'sisterGone'>> {
  const order = await findOwnOrder(db, actor, input.orderId);
  if (!order) return failure('notFound');
  if (order.status !== 'confirmed') return failure('conflict');
  const open = await findOpen(db, order.id);
  if (open) return open.toShopId === input.shopId ? success({ reassignmentId: open.id }) : failure('conflict');
  const sisters = await listSisterShops(db, order.id, now);
  if (!sisters.some(({ shopId }) => shopId === input.shopId)) return failure('sisterGone', 'perajin');
  try {
    return await inTransaction(db, async (tx) => {
      const { id, fromShop } = await tx.reassignment.create({
        data: {
          ...{ orderId: order.id, fromShopId: order.shopId, toShopId: input.shopId },
          ...{ status: 'proposed', proposedAt: now },
        },
        include: { fromShop: { select: { name: true } } },
      });
      await recordEvent(tx, {
        ...{ actor, now, kind: 'reassignment.proposed', subject: ['order', order.id] },
        facts: { toShopId: input.shopId },
      });
      const phone = await findShopPhone(tx, input.shopId);
      const named = { orderNumber: order.number, shopName: fromShop.name, reassignmentId: id };
      const content = { kind: 'reassignmentAsked', ...named } as const;
      await queueMessage(tx, { phone, content, now, sealer });
      return success({ reassignmentId: id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await findOpen(db, order.id);
    return first?.toShopId === input.shopId ? success({ reassignmentId: first.id }) : failure('conflict');
  }
}

function findOpen(reader: Reader, orderId: string) {
  return reader.reassignment.findFirst({
    where: { orderId, status: 'proposed' },
    select: { id: true, toShopId: true },
  });
}
