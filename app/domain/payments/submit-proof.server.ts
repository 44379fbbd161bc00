// The buyer sends the picture of her transfer. It confirms nothing; from here a person looks at the bank.
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Reader, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { afterWorkingHours, READ_PROOF_HOURS } from '../orders/order-clocks.ts';
import { tellOfficers } from '../orders/tell-struck.server.ts';
import { failure, type Result, success } from '../result.ts';
import { statusesBefore } from '../state-table.ts';
import { movePayment } from './order-money.server.ts';
import { PAYMENT_MOVES } from './payment-status.ts';
import { countRefusals, isHandedOver, MOST_PROOFS } from './proof-rules.ts';

/**
 * The transfer that a proof may come for, asked before a picture is taken in: by this link, not settled, not proved too often. Also
 * one that has lapsed: who paid in time and sends the receipt a day late must be heard.
 */
export async function findAwaitedTransfer(reader: Reader, { token, orderId }: { token: string; orderId: string }) {
  const payment = await reader.payment.findFirst({
    where: { orderId, method: 'transfer', purchase: { token, linkRevokedAt: null } },
    include: { order: { include: { shop: { include: { person: true } } } }, proofs: { select: { verdict: true } } },
  });
  if (!payment?.order) return failure('notFound');
  const { order, ...rest } = payment;
  const isOpen = (statusesBefore(PAYMENT_MOVES, 'proof_submitted') as string[]).includes(payment.status);
  return isOpen && payment.proofs.length < MOST_PROOFS ? success({ ...rest, order }) : failure('conflict');
}

interface SentPicture {
  readonly storeKey: string;
  readonly contentHash: string;
  /** How it looks, to notice one that is nearly the same; absent where nobody drew a receipt of its own. */
  readonly look?: string;
}

/** `proofUsed`: this very picture already came with another payment. */
export async function submitProof(
  db: Database,
  { input, now, sealer }: { input: { token: string; orderId: string } & SentPicture; now: Date; sealer: Sealer },
): Promise<Result<null, 'notFound' | 'conflict' | 'proofUsed'>> {
  const awaited = await findAwaitedTransfer(db, input);
  if (!awaited.ok) return awaited;
  const payment = awaited.value;
  const { order } = payment;
  const reused = await db.paymentProof.count({
    where: { contentHash: input.contentHash, paymentId: { not: payment.id } },
  });
  if (reused > 0) return failure('proofUsed', 'bukti');
  return inTransaction(db, async (tx) => {
    // The ending of a transfer that had lapsed may belong to another one by now: it tells nobody apart any more.
    const isLate = payment.status === 'expired' || (payment.expiresAt !== null && payment.expiresAt <= now);
    const isMoved = await movePayment(tx, payment.id, 'proof_submitted', isLate ? { uniqueCode: null } : {});
    if (!isMoved) return failure('conflict');
    await tx.paymentProof.create({
      data: {
        paymentId: payment.id,
        storeKey: input.storeKey,
        contentHash: input.contentHash,
        look: input.look ?? null,
        submittedAt: now,
        verdict: 'unread',
      },
    });
    // An unread proof is never cancelled by a clock: this one only tells the officer, who hears at once of what the maker has
    // refused twice. No clock runs then, and the order stands on the officer's list.
    const isForFinance = isHandedOver(countRefusals(payment.proofs));
    const clockAt = isForFinance ? null : afterWorkingHours(now, READ_PROOF_HOURS);
    await tx.order.updateMany({ where: { id: order.id, status: 'pending' }, data: { clockAt } });
    await recordEvent(tx, {
      actor: { kind: 'buyer', purchaseId: payment.purchaseId },
      now,
      kind: 'payment.proof_submitted',
      subject: ['order', order.id],
    });
    await (isForFinance ? tellOfficer(tx, order, now, sealer) : tellMaker(tx, order, now, sealer));
    return success(null);
  });
}

interface ProvedOrder {
  readonly id: string;
  readonly number: string;
  readonly shop: {
    readonly name: string;
    readonly personId: string;
    readonly person: { readonly phone: string | null };
  };
}

async function tellMaker(tx: Transaction, { id, number, shop }: ProvedOrder, now: Date, sealer: Sealer): Promise<void> {
  const content = { kind: 'proofArrived', orderNumber: number, orderId: id } as const;
  await queueMessage(tx, { phone: shop.person.phone, content, now, sealer });
}

async function tellOfficer(tx: Transaction, { number, shop }: ProvedOrder, now: Date, sealer: Sealer): Promise<void> {
  await tellOfficers(tx, { number, shopName: shop.name, personId: shop.personId }, 'proofAgain', now, sealer);
}
