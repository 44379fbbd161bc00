// What the gateway says of a refund, taken into our book: ours, and those that somebody made at the gateway itself.

import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { isRowId } from '../ids.ts';
import type { CardGateway, GatewayRefund } from '../payments/card-gateway.ts';
import { lockPurchase } from '../payments/shared-payment.server.ts';
import { failure, type Result, success } from '../result.ts';
import { closeRefund, type OpenRefund } from './close-refund.server.ts';
import { type PaidSum, splitOverOrders } from './split-over-orders.server.ts';

/** `notFound`: no payment of ours. `mismatch`: more than is left of it. Finance has to look at both. */
export type RefundProblem = 'notFound' | 'mismatch';

/** A word about a refund arrived: what became of it is asked anew, so the order of arrival never matters. */
export async function refreshRefund(
  db: Database,
  { gateway, input, now }: { gateway: CardGateway; input: { gatewayId: string }; now: Date },
): Promise<Result<null, RefundProblem | 'unavailable'>> {
  const found = await gateway.findRefund(input.gatewayId);
  if (!found.ok) return failure('unavailable');
  return found.value ? recordRefund(db, found.value, now) : failure('notFound');
}

/** A word about a charge arrived: all its refunds are asked for. The first problem is returned, after all were recorded. */
export async function refreshRefundsOfPayment(
  db: Database,
  { gateway, input, now }: { gateway: CardGateway; input: { intentId: string }; now: Date },
): Promise<Result<null, RefundProblem | 'unavailable'>> {
  const found = await gateway.listRefunds(input.intentId);
  if (!found.ok) return failure('unavailable');
  let result: Result<null, RefundProblem> = success(null);
  for (const refund of found.value) {
    const recorded = await recordRefund(db, refund, now);
    if (result.ok) result = recorded;
  }
  return result;
}

/** Saying the same again changes nothing. */
export async function recordRefund(
  db: Database,
  refund: GatewayRefund,
  now: Date,
): Promise<Result<null, RefundProblem>> {
  return inTransaction(db, async (tx) => {
    const payment = refund.intentId
      ? await tx.payment.findUnique({ where: { gatewayIntentId: refund.intentId } })
      : null;
    if (!payment) return failure('notFound');
    await lockPurchase(tx, payment.purchaseId);
    const rows = await findRows(tx, payment, refund, now);
    if (rows === null) return failure('mismatch');
    for (const row of rows) await settleRow(tx, row, refund.status, now);
    return success(null);
  });
}

type Row = OpenRefund & { readonly reason: string };
const AT_GATEWAY = 'at_gateway';

/** The rows that stand for this refund; null when it does not fit what was paid. */
async function findRows(
  tx: Transaction,
  payment: PaidSum,
  refund: GatewayRefund,
  now: Date,
): Promise<readonly Row[] | null> {
  const { gatewayId, amountRupiah } = refund;
  const known = await tx.refund.findMany({ where: { gatewayId }, orderBy: { id: 'asc' } });
  if (known.length > 0) return known;
  const own = await findOwn(tx, payment.id, refund);
  if (own) {
    await tx.refund.updateMany({ where: { id: own.id, status: 'due' }, data: { status: 'sent', gatewayId } });
    return [own];
  }
  // Made at the gateway and undone before we heard of it.
  if (refund.status === 'failed') return [];
  const shares = await splitOverOrders(tx, payment, amountRupiah);
  if (shares === null) return null;
  await recordEvent(tx, {
    actor: { kind: 'system', name: 'stripe' },
    now,
    kind: 'payment.refunded_at_gateway',
    subject: ['payment', payment.id],
    facts: { amountRupiah },
  });
  return tx.refund.createManyAndReturn({
    data: shares.map((share) => ({
      paymentId: payment.id,
      orderId: share.orderId,
      amountRupiah: share.amountRupiah,
      // What it pays of our debts is ours still if it fails.
      reason: share.owedFor ?? AT_GATEWAY,
      status: 'sent',
      gatewayId,
      createdAt: now,
    })),
  });
}

/**
 * The gateway carries the id of our row along; one of another site's, or none, is nobody's here. Nor is it ours when finance
 * paid a part of that row meanwhile, or all of it under another id: then it is one more refund made at the gateway.
 */
async function findOwn(
  tx: Transaction,
  paymentId: string,
  { refundId, amountRupiah }: GatewayRefund,
): Promise<Row | null> {
  if (!isRowId(refundId)) return null;
  return tx.refund.findFirst({
    where: { id: refundId, paymentId, amountRupiah, gatewayId: null, status: { not: 'void' } },
  });
}

async function settleRow(tx: Transaction, row: Row, status: GatewayRefund['status'], now: Date): Promise<void> {
  if (status === 'pending') return;
  if (status === 'succeeded') {
    await closeRefund(tx, row, { from: ['sent'], kind: 'refund_paid', paidFrom: 'gateway', now });
    return;
  }
  // Ours is still owed; one that finance made at the gateway was never owed.
  const isOwed = row.reason !== AT_GATEWAY;
  const { count } = await tx.refund.updateMany({
    where: { id: row.id, status: 'sent' },
    data: { status: isOwed ? 'failed' : 'void' },
  });
  if (count === 1 && !isOwed)
    await tx.payment.update({
      where: { id: row.paymentId },
      data: { refundDueRupiah: { decrement: row.amountRupiah } },
    });
}
