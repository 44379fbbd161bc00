// What happens when the clock of an order strikes. Asked when an order is read and by a job each minute; both come here, and
// being late or coming twice harms nobody.
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { DAY_MS, fromDateColumn, HOUR_MS } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { isDisputed } from '../payments/order-money.server.ts';
import { type Result, success } from '../result.ts';
import { moveOrder } from './move-order.server.ts';
import { ACCEPT_HOURS, nextClock, type PaymentMethod } from './order-clocks.ts';
import type { OrderStatus } from './order-status.ts';

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
      SELECT id, number, status, method, "remindedLevel", "confirmedAt", "promisedOn", "purchaseId", "shopId"
      FROM "Order" WHERE id = ${input.orderId}::uuid AND "clockAt" <= ${now} FOR UPDATE`;
    if (!order) return success({ isNew: false });
    const move = (to: OrderStatus, reason: string) =>
      moveOrder(tx, { orderId: order.id, to, from: [order.status], actor: CLOCK, now, sealer, reason });
    switch (order.status) {
      case 'pending':
        return (await mayExpire(tx, order, now)) ? move('expired', 'not_paid') : success({ isNew: false });
      case 'confirmed':
        return order.remindedLevel + 1 < ACCEPT_HOURS.length
          ? remind(tx, order, now, sealer)
          : move('cancelled', 'maker_silent');
      case 'delivered':
        return (await isDisputed(tx, order.id)) ? wait(tx, order.id, now, DAY_MS) : move('completed', 'time');
      default:
        // A promise is late: the buyer may now cancel (her page says so), the officer's list shows it; no clock runs any more.
        await tx.order.update({ where: { id: order.id }, data: { clockAt: null } });
        await recordEvent(tx, { actor: CLOCK, now, kind: 'order.late', subject: ['order', order.id] });
        return success({ isNew: true });
    }
  });
}

interface StruckOrder {
  id: string;
  number: string;
  status: OrderStatus;
  method: PaymentMethod;
  remindedLevel: number;
  confirmedAt: Date | null;
  promisedOn: Date | null;
  purchaseId: string;
  shopId: string;
}

/** An unread proof is never cancelled by a clock; an open card session is asked about first, by the sweeper. */
async function mayExpire(tx: Transaction, order: StruckOrder, now: Date): Promise<boolean> {
  const unread = await tx.paymentProof.count({ where: { payment: { orderId: order.id }, verdict: 'unread' } });
  const openSession = await tx.cardAttempt.count({
    where: { payment: { purchaseId: order.purchaseId }, status: 'open' },
  });
  if (unread === 0 && openSession === 0) return true;
  if (unread > 0) await tx.order.update({ where: { id: order.id }, data: { clockAt: null } });
  else await wait(tx, order.id, now, HOUR_MS / 60);
  return false;
}

async function wait(tx: Transaction, orderId: string, now: Date, ms: number): Promise<Result<{ isNew: boolean }>> {
  await tx.order.update({ where: { id: orderId }, data: { clockAt: new Date(now.getTime() + ms) } });
  return success({ isNew: false });
}

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
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: order.shopId },
    select: { person: { select: { phone: true } } },
  });
  await queueMessage(tx, {
    phone: shop.person.phone,
    content: { kind: 'orderReminder', orderNumber: order.number, orderId: order.id },
    now,
    sealer,
  });
  await recordEvent(tx, {
    actor: CLOCK,
    now,
    kind: 'order.reminded',
    subject: ['order', order.id],
    facts: { level: remindedLevel },
  });
  return success({ isNew: true });
}
