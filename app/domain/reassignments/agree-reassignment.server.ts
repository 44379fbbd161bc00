// A maker takes an order over: it is hers from now on, with her mats, and the buyer may say no to that until they leave.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { endHolds, holdOrder } from '../orders/hold-stock.server.ts';
import { nextClock, type PaymentMethod } from '../orders/order-clocks.ts';
import { failure, type Result, success } from '../result.ts';
import { findShopPhone } from '../shops/shop-queries.server.ts';
import {
  findReassignment,
  listOwnMats,
  type OwnMat,
  REASSIGNED,
  type Reassignment,
} from './reassignment-queries.server.ts';

interface Agreement {
  readonly actor: AccountActor;
  /** `variantIds`: which of her mats she gives, one for each size. `hasMoney`: what was transferred to the first maker is with her now. */
  readonly input: { reassignmentId: string; variantIds: readonly string[]; hasMoney: boolean };
  readonly now: Date;
  readonly sealer: Sealer;
}

/** Takes back everything that the transaction did. */
class Undone extends Error {
  readonly code: 'conflict' | 'soldOut';
  constructor(code: 'conflict' | 'soldOut') {
    super(code);
    this.code = code;
  }
}

/**
 * Title, price, fee and photo of the order stay those that the buyer saw (invariant 8); what is made anew is whose mats are held for
 * it. `required` at `uang`: the site holds no transferred money, so she says that it reached her. `soldOut`: her mats are gone.
 */
export async function agreeReassignment(
  db: Database,
  agreement: Agreement,
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict' | 'required' | 'chooseMat' | 'soldOut'>> {
  const { actor, input } = agreement;
  const found = await findReassignment(db, actor, input.reassignmentId);
  if (!found?.isAsked) return failure('notFound');
  if (found.status === 'agreed') return success({ isNew: false });
  const sizes = [...new Set(found.lines.map(({ size }) => size))];
  const own = await listOwnMats(db, found.toShopId, sizes);
  const mats = own.filter(({ id }) => input.variantIds.includes(id));
  const unchosen = sizes.find((size) => mats.filter((mat) => mat.size === size).length !== 1);
  if (unchosen !== undefined) return failure('chooseMat', `keset-${unchosen}`);
  if (found.method === 'transfer' && !input.hasMoney) return failure('required', 'uang');
  try {
    return await inTransaction(db, async (tx) => {
      await takeOver(tx, found, mats, agreement);
      await tell(tx, found, agreement);
      return success({ isNew: true });
    });
  } catch (error) {
    if (error instanceof Undone) return failure(error.code);
    throw error;
  }
}

/** Order first, then mats, as every other move locks them. */
async function takeOver(
  tx: Transaction,
  found: Reassignment,
  mats: readonly OwnMat[],
  { actor, now }: Agreement,
): Promise<void> {
  const { id, orderId, lines, fromShopId, toShopId } = found;
  const { count: taken } = await tx.order.updateMany({
    where: { id: orderId, status: 'confirmed', shopId: fromShopId },
    data: { shopId: toShopId, confirmedAt: now, remindedLevel: 0 },
  });
  const { count: agreed } = await tx.reassignment.updateMany({
    where: { id, status: 'proposed' },
    data: { status: 'agreed', answeredAt: now },
  });
  if (taken === 0 || agreed === 0) throw new Undone('conflict');
  await endHolds(tx, orderId, 'released', now);
  for (const mat of mats)
    await tx.orderLine.updateMany({ where: { orderId, size: mat.size }, data: { variantId: mat.id } });
  const claims = mats.map(({ id: variantId, listingId, makeDays, weeklyCapacity, size }) => ({
    ...{ variantId, listingId, makeDays, weeklyCapacity },
    quantity: lines.reduce((sum, line) => sum + (line.size === size ? line.quantity : 0), 0),
  }));
  const held = await holdOrder(tx, { orderId, claims, now });
  if (!held) throw new Undone('soldOut');
  const clockAt = nextClock({
    ...{ status: 'confirmed', method: found.method as PaymentMethod, since: now },
    ...{ promisedOn: held.promisedOn, remindedLevel: 0 },
  });
  await tx.order.update({ where: { id: orderId }, data: { clockAt } });
  await recordEvent(tx, {
    ...{ actor, now, kind: REASSIGNED, subject: ['order', orderId] },
    facts: { fromShopId, toShopId },
  });
}

/** She who asked is relieved; the buyer hears whose mat comes, and that she may still say no. */
async function tell(tx: Transaction, found: Reassignment, { now, sealer }: Agreement): Promise<void> {
  const named = { orderNumber: found.number, shopName: found.toShopName };
  const answer = { kind: 'reassignmentAnswered', answer: 'agreed', ...named, reassignmentId: found.id } as const;
  const phone = await findShopPhone(tx, found.fromShopId);
  await queueMessage(tx, { phone, content: answer, now, sealer });
  const { language, token, buyerPhone } = await tx.purchase.findUniqueOrThrow({ where: { id: found.purchaseId } });
  const news = { kind: 'orderReassigned', ...named, language, token } as const;
  await queueMessage(tx, { phone: buyerPhone, content: news, now, sealer });
}
