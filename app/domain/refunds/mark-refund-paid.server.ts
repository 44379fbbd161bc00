// Money that went back by hand: the maker returned what was paid to her, or finance transferred what Stripe could not.
import { type Actor, can } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { closeRefund } from './close-refund.server.ts';

/** `reference` is the bank's, by which the transfer is found again. `conflict`: Stripe pays this one, or another did. */
export async function markRefundPaid(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { refundId: string; reference: string }; now: Date },
): Promise<Result<{ isNew: boolean }, 'forbidden' | 'notFound' | 'required' | 'conflict'>> {
  if (!can(actor, 'payment.review')) return failure('forbidden');
  const reference = input.reference.trim();
  if (reference === '') return failure('required', 'acuan');
  const refund = await db.refund.findUnique({ where: { id: input.refundId }, include: { payment: true } });
  if (!refund) return failure('notFound');
  const isCard = refund.payment.gatewayIntentId !== null;
  return inTransaction(db, async (tx) => {
    const isClosed = await closeRefund(tx, refund, {
      from: isCard ? ['failed'] : ['due', 'failed'],
      kind: 'refund_paid',
      paidFrom: isCard ? 'bank' : null,
      reference,
      now,
    });
    if (!isClosed) {
      const current = await tx.refund.findUniqueOrThrow({ where: { id: refund.id } });
      const isSame = current.status === 'paid' && current.reference === reference;
      return isSame ? success({ isNew: false }) : failure('conflict');
    }
    await recordEvent(tx, {
      actor,
      now,
      kind: 'payment.refund_marked',
      subject: ['payment', refund.paymentId],
      facts: { refundId: refund.id, amountRupiah: refund.amountRupiah, reference },
    });
    return success({ isNew: true });
  });
}
