// What happens when the clock of an order strikes. Asked when an order is read and by a job each minute; both come here, and
// being late or coming twice harms nobody.
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { DAY_MS, fromDateColumn, HOUR_MS } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { isDisputed } from '../payments/order-money.server.ts';
import { type Result, success } from '../result.ts';
import { moveOrder } from './move-order.server.ts';
import { ACCEPT_HOURS, nextClock, OFFICER_LEVEL } from './order-clocks.ts';
import type { OrderStatus } from './order-status.ts';
import { type StruckOrder, tellMaker, tellOfficers } from './tell-struck.server.ts';

const CLOCK: Actor = { kind: 'system', name: 'clock' };

/** Orders whose clock has struck, oldest first. */
export async function listStruckOrders(db: Database, now: Date, limit = 100): Promise<string[]> {
  const rows = await db.order.findMany({
    where: { clockAt: { lte: now } },
    orderBy: { clockAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Reading a purchase strikes the clocks that are due on it, so that nobody sees a state that is over. */
export async function strikeDueClocks(
  db: Database,
  { input, now, sealer }: { input: { token: string }; now: Date; sealer: Sealer },
): Promise<void> {
  const due = await db.order.findMany({
    where: { purchase: { token: input.token }, clockAt: { lte: now } },
    select: { id: true },
  });
  for (const order of due) await strikeClock(db, { input: { orderId: order.id }, now, sealer });
}

export async function strikeClock(
  db: Database,
  { input, now, sealer }: { input: { orderId: string }; now: Date; sealer: Sealer },
): Promise<Result<{ isNew: boolean }, 'conflict' | 'notFound'>> {
  return inTransaction(db, async (tx) => {
    // Locked, so that a payment that arrives now is either before the clock or after it, never between.
    const [order] = await tx.$queryRaw<StruckOrder[]>`
      SELECT o.id, o.number, o.status, o.method, o."remindedLevel", o."confirmedAt", o."promisedOn", o."purchaseId",
        s.name AS "shopName", s."personId"
      FROM "Order" o JOIN "Shop" s ON s.id = o."shopId"
      WHERE o.id = ${input.orderId}::uuid AND o."clockAt" <= ${now} FOR UPDATE OF o`;
    if (!order) return success({ isNew: false });
    const move = (to: OrderStatus, reason: string) =>
      moveOrder(tx, { orderId: order.id, to, from: [order.status], actor: CLOCK, now, sealer, reason });
    switch (order.status) {
      case 'pending':
        if (await hasUnreadProof(tx, order.id)) return hand(tx, order, 'proofUnread', now, sealer);
        return (await hasOpenSession(tx, order.purchaseId))
          ? wait(tx, order.id, now, HOUR_MS / 60)
          : move('expired', 'not_paid');
      case 'confirmed':
        return order.remindedLevel + 1 < ACCEPT_HOURS.length
          ? remind(tx, order, now, sealer)
          : move('cancelled', 'maker_silent');
      case 'delivered':
        return (await isDisputed(tx, order.id)) ? wait(tx, order.id, now, DAY_MS) : move('completed', 'time');
      default:
        // A promise is late: the buyer may now cancel (her page says so), the officer is told; no clock runs any more.
        return hand(tx, order, 'late', now, sealer);
    }
  });
}

/** An unread proof is never cancelled by a clock. */
async function hasUnreadProof(tx: Transaction, orderId: string): Promise<boolean> {
  return (await tx.paymentProof.count({ where: { payment: { orderId }, verdict: 'unread' } })) > 0;
}

/** An open card session is asked about first, by the sweeper. */
async function hasOpenSession(tx: Transaction, purchaseId: string): Promise<boolean> {
  return (await tx.cardAttempt.count({ where: { payment: { purchaseId }, status: 'open' } })) > 0;
}

async function wait(tx: Transaction, orderId: string, now: Date, ms: number): Promise<Result<{ isNew: boolean }>> {
  await tx.order.update({ where: { id: orderId }, data: { clockAt: new Date(now.getTime() + ms) } });
  return success({ isNew: false });
}

const HANDED_EVENTS = { late: 'order.late', proofUnread: 'payment.proof_late' } as const;

/** From here on it is the officer's to see to; no clock runs until somebody moves the order. */
async function hand(
  tx: Transaction,
  order: StruckOrder,
  why: keyof typeof HANDED_EVENTS,
  now: Date,
  sealer: Sealer,
): Promise<Result<{ isNew: boolean }>> {
  await tx.order.update({ where: { id: order.id }, data: { clockAt: null } });
  await recordEvent(tx, { actor: CLOCK, now, kind: HANDED_EVENTS[why], subject: ['order', order.id] });
  await tellOfficers(tx, order, why, now, sealer);
  return success({ isNew: true });
}

/** At the first stroke the maker alone, at the second her officer too. */
async function remind(
  tx: Transaction,
  order: StruckOrder,
  now: Date,
  sealer: Sealer,
): Promise<Result<{ isNew: boolean }>> {
  const remindedLevel = order.remindedLevel + 1;
  const clockAt = nextClock({
    status: 'confirmed',
    method: order.method,
    since: order.confirmedAt ?? now,
    promisedOn: order.promisedOn ? fromDateColumn(order.promisedOn) : null,
    remindedLevel,
  });
  await tx.order.update({ where: { id: order.id }, data: { remindedLevel, clockAt } });
  await tellMaker(tx, order, now, sealer);
  if (remindedLevel === OFFICER_LEVEL) await tellOfficers(tx, order, 'unanswered', now, sealer);
  await recordEvent(tx, {
    actor: CLOCK,
    now,
    kind: 'order.reminded',
    subject: ['order', order.id],
    facts: { level: remindedLevel },
  });
  return success({ isNew: true });
}
