// A buyer's bank asks for card money back, and later decides. Until then no order of that purchase is earned; a lost one is
// taken from whom the money was owed to.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import type { CardGateway } from '../payments/card-gateway.ts';
import { lockPurchase } from '../payments/shared-payment.server.ts';
import { failure, type Result, success } from '../result.ts';
import { closeRefund } from './close-refund.server.ts';
import { type PaidSum, splitOverOrders } from './split-over-orders.server.ts';

const GATEWAY: Actor = { kind: 'system', name: 'stripe' };

/** Asked anew, so that `closed` may come before `created`. `mismatch`: the bank took more than was left of the payment. */
export async function refreshDispute(
  db: Database,
  { gateway, input, now }: { gateway: CardGateway; input: { gatewayId: string }; now: Date },
): Promise<Result<null, 'notFound' | 'mismatch' | 'unavailable'>> {
  const found = await gateway.findDispute(input.gatewayId);
  if (!found.ok) return failure('unavailable');
  const dispute = found.value;
  if (!dispute?.intentId) return failure('notFound');
  const { gatewayId, intentId, amountRupiah, status } = dispute;
  return inTransaction(db, async (tx) => {
    const payment = await tx.payment.findUnique({ where: { gatewayIntentId: intentId } });
    if (!payment) return failure('notFound');
    await lockPurchase(tx, payment.purchaseId);
    await open(tx, { id: gatewayId, paymentId: payment.id, amountRupiah }, now);
    if (status === 'open') return success(null);
    const { count } = await tx.cardDispute.updateMany({
      where: { id: gatewayId, status: 'open' },
      data: { status, closedAt: now },
    });
    if (count === 0) return success(null);
    await recordEvent(tx, { actor: GATEWAY, now, kind: `payment.dispute_${status}`, subject: ['payment', payment.id] });
    if (status === 'won') return success(null);
    return (await takeBack(tx, payment, dispute, now)) ? success(null) : failure('mismatch');
  });
}

async function open(
  tx: Transaction,
  dispute: { id: string; paymentId: string; amountRupiah: number },
  now: Date,
): Promise<void> {
  const { count } = await tx.cardDispute.createMany({
    data: [{ ...dispute, status: 'open', openedAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await recordEvent(tx, {
    actor: GATEWAY,
    now,
    kind: 'payment.disputed',
    subject: ['payment', dispute.paymentId],
    facts: { amountRupiah: dispute.amountRupiah },
  });
}

async function takeBack(
  tx: Transaction,
  payment: PaidSum,
  { gatewayId, amountRupiah }: { gatewayId: string; amountRupiah: number },
  now: Date,
): Promise<boolean> {
  const shares = await splitOverOrders(tx, payment, amountRupiah);
  if (shares === null) return false;
  const rows = await tx.refund.createManyAndReturn({
    data: shares.map((share) => ({
      paymentId: payment.id,
      orderId: share.orderId,
      amountRupiah: share.amountRupiah,
      reason: 'dispute_lost',
      status: 'sent',
      gatewayId,
      createdAt: now,
    })),
  });
  for (const row of rows)
    await closeRefund(tx, row, { from: ['sent'], kind: 'dispute_lost', paidFrom: 'gateway', now });
  return true;
}
