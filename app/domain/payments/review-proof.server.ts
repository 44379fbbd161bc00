// Somebody looked at the bank: the money is in, or it is not. The maker for her own shop, until she has said "not in" twice;
// finance for all, and from then on alone.
import { type AccountActor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Reader, type Transaction } from '../database.ts';
import { HOUR_MS } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { NO_ROW_ID } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { confirmPaidOrder } from '../orders/confirm-paid-order.server.ts';
import { tellOfficers } from '../orders/tell-struck.server.ts';
import { failure, type Result, success } from '../result.ts';
import { movePayment } from './order-money.server.ts';
import { countRefusals, isHandedOver, MOST_REFUSALS } from './proof-rules.ts';

const SEND_AGAIN_MS = 24 * HOUR_MS;

interface Review {
  readonly actor: AccountActor;
  /** `orderId`: the order whose page the answer came from; a proof of another one is not found. */
  readonly input: { proofId: string; orderId?: string; isMoneyIn: boolean; reason?: string };
  readonly now: Date;
  readonly sealer: Sealer;
}

/** `handedOver`: the maker has said "not in" twice, this receipt is for finance. */
export async function reviewProof(
  db: Database,
  review: Review,
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict' | 'required' | 'handedOver'>> {
  const { actor, input, now, sealer } = review;
  const proof = await findProof(db, review);
  if (!proof) return failure('notFound');
  // What was answered before this one: pressing the same answer again stays harmless.
  const others = proof.payment.proofs.filter(({ id }) => id !== proof.id);
  if (!can(actor, 'payment.review') && isHandedOver(countRefusals(others))) return failure('handedOver');
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
    await recordEvent(tx, { actor, now, kind: `payment.proof_${verdict}`, subject: ['order', proof.order.id] });
    if (input.isMoneyIn) {
      await movePayment(tx, proof.paymentId, 'settled', { settledAt: now, expiresAt: null });
      await confirmPaidOrder(tx, { orderId: proof.order.id, actor, now, sealer });
    } else {
      await askAgain(tx, proof, now);
      await tellRefused(tx, proof, countRefusals(others) + 1, review);
    }
    return success({ isNew: true });
  });
}

/** The scope: finance sees every receipt, a maker those of her own shop. */
async function findProof(reader: Reader, { actor, input: { proofId, orderId } }: Review) {
  const reach = can(actor, 'payment.review') ? {} : { order: { shop: { personId: actor.personId ?? NO_ROW_ID } } };
  const proof = await reader.paymentProof.findFirst({
    where: { id: proofId, payment: { ...reach, ...(orderId === undefined ? {} : { orderId }) } },
    include: {
      payment: {
        include: {
          order: { include: { shop: true } },
          purchase: true,
          proofs: { select: { id: true, verdict: true } },
        },
      },
    },
  });
  const order = proof?.payment.order;
  return proof && order ? { ...proof, order } : null;
}

type FoundProof = NonNullable<Awaited<ReturnType<typeof findProof>>>;

/** The buyer has another day to send a receipt. */
async function askAgain(tx: Transaction, { paymentId, order }: FoundProof, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + SEND_AGAIN_MS);
  const { count: waiting } = await tx.order.updateMany({
    where: { id: order.id, status: 'pending' },
    data: { clockAt: expiresAt },
  });
  // A late receipt of an order that is over: there is nothing to wait for, but another receipt may still come.
  if (waiting === 0) await movePayment(tx, paymentId, 'expired', { expiresAt: null });
  else await movePayment(tx, paymentId, 'pending', { expiresAt });
}

/** The buyer hears of each refusal; the officer when it is the last that is the maker's to say. */
async function tellRefused(
  tx: Transaction,
  { payment, order }: FoundProof,
  refusals: number,
  { now, sealer }: Review,
): Promise<void> {
  const { language, token, buyerPhone: phone } = payment.purchase;
  const { number, shop } = order;
  const content = { kind: 'proofRefused', language, orderNumber: number, token } as const;
  await queueMessage(tx, { phone, content, now, sealer });
  if (refusals === MOST_REFUSALS)
    await tellOfficers(tx, { number, shopName: shop.name, personId: shop.personId }, 'proofRefused', now, sealer);
}
