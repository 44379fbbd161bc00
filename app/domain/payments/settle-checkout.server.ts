// The one way card money becomes settled: the webhook, the return page and the sweeper all come here with a session id. The
// session is read anew from the gateway, so the order of arrival never matters, and the payment row is locked, so it happens once.

import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { isRowId } from '../ids.ts';
import { bookPaymentSettled } from '../ledger/book-order.server.ts';
import { confirmPaidOrder } from '../orders/confirm-paid-order.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { CardCheckout, CardGateway } from './card-gateway.ts';
import { movePayment } from './order-money.server.ts';
import { lockPurchase, rejoinPayment } from './shared-payment.server.ts';

const GATEWAY: Actor = { kind: 'system', name: 'stripe' };

export type CheckoutOutcome = 'settled' | 'open' | 'processing' | 'expired';

/**
 * `notFound`: no attempt of ours has this session. `mismatch`: amount, currency or payment differ from what was asked;
 * nothing is settled and finance has to look. `unavailable`: the gateway did not answer; ask again later.
 */
export async function settleCheckout(
  db: Database,
  { gateway, input, now, sealer }: { gateway: CardGateway; input: { sessionId: string }; now: Date; sealer: Sealer },
): Promise<Result<{ outcome: CheckoutOutcome; isNew: boolean }, 'notFound' | 'mismatch' | 'unavailable'>> {
  const found = await gateway.findCheckout(input.sessionId);
  if (!found.ok) return failure('unavailable');
  const checkout = found.value;
  const attempt = checkout && (await findAttempt(db, checkout));
  if (!attempt) return failure('notFound');
  const { payment } = attempt;
  if (
    checkout.paymentId !== payment.id ||
    checkout.amountRupiah !== (await sumAsked(db, attempt.orderIds)) ||
    checkout.currency !== 'idr'
  ) {
    return failure('mismatch');
  }
  if (!checkout.isPaid) return settleUnpaid(db, attempt.id, checkout);
  return inTransaction(db, async (tx) => {
    await tx.cardAttempt.updateMany({ where: { id: attempt.id }, data: { status: 'complete' } });
    const isNew = await settlePayment(tx, { ...payment, orderIds: attempt.orderIds }, checkout, now, sealer);
    return success({ outcome: 'settled' as const, isNew });
  });
}

/** What a session asks for: its orders, whose totals never change. */
async function sumAsked(db: Database, orderIds: string[]): Promise<number | null> {
  const { _sum } = await db.order.aggregate({ where: { id: { in: orderIds } }, _sum: { totalRupiah: true } });
  return _sum.totalRupiah;
}

/** Opening a session may have been cut off before we wrote down its id: the session says which payment it is for. */
async function findAttempt(db: Database, { sessionId, paymentId }: CardCheckout) {
  const known = await db.cardAttempt.findUnique({ where: { sessionId }, include: { payment: true } });
  if (known || !isRowId(paymentId)) return known;
  const cutOff = await db.cardAttempt.findFirst({
    where: { paymentId, sessionId: null, status: 'opening' },
    orderBy: { attempt: 'asc' },
  });
  if (!cutOff) return null;
  await db.cardAttempt.updateMany({ where: { id: cutOff.id, sessionId: null }, data: { sessionId, status: 'open' } });
  return db.cardAttempt.findUnique({ where: { sessionId }, include: { payment: true } });
}

async function settleUnpaid(db: Database, attemptId: string, checkout: CardCheckout) {
  if (checkout.status === 'expired') {
    await db.cardAttempt.updateMany({ where: { id: attemptId, status: 'open' }, data: { status: 'expired' } });
    return success({ outcome: 'expired' as const, isNew: false });
  }
  return success({
    outcome: checkout.status === 'complete' ? ('processing' as const) : ('open' as const),
    isNew: false,
  });
}

async function settlePayment(
  tx: Transaction,
  payment: { id: string; purchaseId: string; orderIds: readonly string[] },
  checkout: CardCheckout,
  now: Date,
  sealer: Sealer,
): Promise<boolean> {
  // The purchase is locked first: a second session of the same payment, or a clock, waits here and then finds it done.
  await lockPurchase(tx, payment.purchaseId);
  const before = await tx.payment.findUniqueOrThrow({ where: { id: payment.id } });
  if (before.gatewayIntentId !== null) {
    if (before.gatewayIntentId !== checkout.intentId) await returnSecondPayment(tx, payment, checkout, now);
    return false;
  }
  // Paid on a page opened before an order was cancelled: its share has come in too, and is owed back below.
  await rejoinPayment(tx, { paymentId: payment.id, orderIds: payment.orderIds });
  const feeRupiah = checkout.feeRupiah ?? 0;
  await movePayment(tx, payment.id, 'settled', {
    settledAt: now,
    expiresAt: null,
    gatewayIntentId: checkout.intentId,
    gatewayFeeRupiah: feeRupiah,
  });
  await bookPaymentSettled(tx, { id: payment.id, amountRupiah: checkout.amountRupiah, feeRupiah }, now);
  await recordEvent(tx, { actor: GATEWAY, now, kind: 'payment.settled', subject: ['payment', payment.id] });
  const orders = await tx.order.findMany({
    where: { id: { in: [...payment.orderIds] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const order of orders) await confirmPaidOrder(tx, { orderId: order.id, actor: GATEWAY, now, sealer });
  return true;
}

/** Two tabs, two sessions, two charges: the second one is owed back at once. */
async function returnSecondPayment(
  tx: Transaction,
  payment: { purchaseId: string },
  checkout: CardCheckout,
  now: Date,
): Promise<void> {
  const known = await tx.payment.count({ where: { gatewayIntentId: checkout.intentId } });
  if (known > 0) return;
  const second = await tx.payment.create({
    data: {
      purchaseId: payment.purchaseId,
      method: 'card',
      status: 'settled',
      amountRupiah: checkout.amountRupiah,
      refundDueRupiah: checkout.amountRupiah,
      settledAt: now,
      gatewayIntentId: checkout.intentId,
      gatewayFeeRupiah: checkout.feeRupiah ?? 0,
      createdAt: now,
    },
  });
  await bookPaymentSettled(
    tx,
    { id: second.id, amountRupiah: second.amountRupiah, feeRupiah: checkout.feeRupiah ?? 0 },
    now,
  );
  await tx.refund.create({
    data: {
      paymentId: second.id,
      amountRupiah: second.amountRupiah,
      reason: 'paid_twice',
      status: 'due',
      createdAt: now,
    },
  });
  await recordEvent(tx, { actor: GATEWAY, now, kind: 'payment.paid_twice', subject: ['payment', second.id] });
}
