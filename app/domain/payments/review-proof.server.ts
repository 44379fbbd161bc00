// Somebody looked at the bank: the money is in, or it is not. The maker for her own shop, finance for all.
import { type AccountActor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { HOUR_MS } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { confirmPaidOrder } from '../orders/confirm-paid-order.server.ts';
import { tellOfficers } from '../orders/tell-struck.server.ts';
import { failure, type Result, success } from '../result.ts';
import { movePayment } from './order-money.server.ts';

const SEND_AGAIN_MS = 24 * HOUR_MS;
/** Buyer and maker see different things: from the second refusal on the officer hears of it. */
const REFUSALS_TOLD = 2;

export async function reviewProof(
  db: Database,
  {
    actor,
    input,
    now,
    sealer,
  }: {
    actor: AccountActor;
    /** `orderId`: the order whose page the answer came from; a proof of another one is not found. */
    input: { proofId: string; orderId?: string; isMoneyIn: boolean; reason?: string };
    now: Date;
    sealer: Sealer;
  },
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict' | 'required'>> {
  const reach = can(actor, 'payment.review') ? {} : { order: { shop: { personId: actor.personId ?? '' } } };
  if (!can(actor, 'payment.review') && actor.personId === null) return failure('notFound');
  const ofOrder = input.orderId === undefined ? {} : { orderId: input.orderId };
  const proof = await db.paymentProof.findFirst({
    where: { id: input.proofId, payment: { ...reach, ...ofOrder } },
    include: { payment: { include: { order: { include: { shop: true } }, purchase: true } } },
  });
  const order = proof?.payment.order;
  if (!proof || !order) return failure('notFound');
  if (!input.isMoneyIn && !input.reason) return failure('required', 'alasan');
  const verdict = input.isMoneyIn ? 'in' : 'not_in';
  return inTransaction(db, async (tx) => {
    const { count } = await tx.paymentProof.updateMany({
      where: { id: proof.id, verdict: 'unread' },
      data: { verdict, reason: input.reason ?? null, reviewedById: actor.accountId, reviewedAt: now },
    });
    if (count === 0) {
      const current = await tx.paymentProof.findUniqueOrThrow({ where: { id: proof.id } });
      return current.verdict === verdict ? success({ isNew: false }) : failure('conflict');
    }
    await recordEvent(tx, { actor, now, kind: `payment.proof_${verdict}`, subject: ['order', order.id] });
    if (input.isMoneyIn) {
      await movePayment(tx, proof.paymentId, 'settled', { settledAt: now, expiresAt: null });
      await confirmPaidOrder(tx, { orderId: order.id, actor, now, sealer });
      return success({ isNew: true });
    }
    const expiresAt = new Date(now.getTime() + SEND_AGAIN_MS);
    const { count: waiting } = await tx.order.updateMany({
      where: { id: order.id, status: 'pending' },
      data: { clockAt: expiresAt },
    });
    // A late receipt of an order that is over: there is nothing to wait for, but another receipt may still come.
    if (waiting === 0) await movePayment(tx, proof.paymentId, 'expired', { expiresAt: null });
    else await movePayment(tx, proof.paymentId, 'pending', { expiresAt });
    const { language, token, buyerPhone } = proof.payment.purchase;
    await queueMessage(tx, {
      phone: buyerPhone,
      content: { kind: 'proofRefused', language, orderNumber: order.number, token },
      now,
      sealer,
    });
    const refusals = await tx.paymentProof.count({ where: { paymentId: proof.paymentId, verdict: 'not_in' } });
    const { number, shop } = order;
    if (refusals === REFUSALS_TOLD)
      await tellOfficers(tx, { number, shopName: shop.name, personId: shop.personId }, 'proofRefused', now, sealer);
    return success({ isNew: true });
  });
}
