// A question to take an order over ends with no: she who was asked declines, or she who asked takes it back.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { failure, type Result, success } from '../result.ts';
import { findShopPhone } from '../shops/shop-queries.server.ts';
import { findReassignment } from './reassignment-queries.server.ts';

/** Said twice, the second time changes nothing. `conflict`: the question was answered otherwise. */
export async function refuseReassignment(
  db: Database,
  { actor, input, now, sealer }: { actor: AccountActor; input: { reassignmentId: string }; now: Date; sealer: Sealer },
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict'>> {
  const found = await findReassignment(db, actor, input.reassignmentId);
  if (!found) return failure('notFound');
  const status = found.isAsked ? 'declined' : 'withdrawn';
  if (found.status === status) return success({ isNew: false });
  return inTransaction(db, async (tx) => {
    const { count } = await tx.reassignment.updateMany({
      where: { id: found.id, status: 'proposed' },
      data: { status, answeredAt: now },
    });
    if (count === 0) {
      const current = await tx.reassignment.findUniqueOrThrow({ where: { id: found.id }, select: { status: true } });
      return current.status === status ? success({ isNew: false }) : failure('conflict');
    }
    await recordEvent(tx, { actor, now, kind: `reassignment.${status}`, subject: ['order', found.orderId] });
    const named = { orderNumber: found.number, shopName: found.toShopName, reassignmentId: found.id };
    const content = { kind: 'reassignmentAnswered', answer: 'declined', ...named } as const;
    const phone = await findShopPhone(tx, found.fromShopId);
    if (status === 'declined') await queueMessage(tx, { phone, content, now, sealer });
    return success({ isNew: true });
  });
}
