// The buyer sends the picture of her transfer. It confirms nothing; from here a person looks at the bank.
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { afterWorkingHours, READ_PROOF_HOURS } from '../orders/order-clocks.ts';
import { failure, type Result, success } from '../result.ts';
import { movePayment } from './order-money.server.ts';

const MOST_PROOFS = 5;

/** `proofUsed`: this very picture already came with another payment. */
export async function submitProof(
  db: Database,
  {
    input,
    now,
    sealer,
  }: { input: { token: string; orderId: string; storeKey: string; contentHash: string }; now: Date; sealer: Sealer },
): Promise<Result<null, 'notFound' | 'conflict' | 'proofUsed'>> {
  const payment = await db.payment.findFirst({
    where: { orderId: input.orderId, method: 'transfer', purchase: { token: input.token, linkRevokedAt: null } },
    include: { order: { include: { shop: { include: { person: true } } } }, _count: { select: { proofs: true } } },
  });
  if (!payment?.order) return failure('notFound');
  const { order } = payment;
  if (payment._count.proofs >= MOST_PROOFS) return failure('conflict');
  const reused = await db.paymentProof.count({
    where: { contentHash: input.contentHash, paymentId: { not: payment.id } },
  });
  if (reused > 0) return failure('proofUsed', 'bukti');
  return inTransaction(db, async (tx) => {
    const isMoved = await movePayment(tx, payment.id, 'proof_submitted');
    if (!isMoved) return failure('conflict');
    await tx.paymentProof.create({
      data: {
        paymentId: payment.id,
        storeKey: input.storeKey,
        contentHash: input.contentHash,
        submittedAt: now,
        verdict: 'unread',
      },
    });
    // An unread proof is never cancelled by a clock: this one only tells the officer.
    const clockAt = afterWorkingHours(now, READ_PROOF_HOURS);
    await tx.order.updateMany({ where: { id: order.id, status: 'pending' }, data: { clockAt } });
    await recordEvent(tx, {
      actor: { kind: 'buyer', purchaseId: payment.purchaseId },
      now,
      kind: 'payment.proof_submitted',
      subject: ['order', order.id],
    });
    await queueMessage(tx, {
      phone: order.shop.person.phone,
      content: { kind: 'proofArrived', orderNumber: order.number, orderId: order.id },
      now,
      sealer,
    });
    return success(null);
  });
}
