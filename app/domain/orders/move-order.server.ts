// The only writer of Order.status: one conditional update, then what every move brings with it (clock, holds, money, event).
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import { fromDateColumn, monthOf } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { bookOrderCompleted } from '../ledger/book-order.server.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { isDisputed, oweRefund, settleCash, sumRefunds } from '../payments/order-money.server.ts';
import { failure, type Result, success } from '../result.ts';
import { refreshPersonMonth } from '../sales/refresh-person-month.server.ts';
import { statusesBefore } from '../state-table.ts';
import { endHolds, restock } from './hold-stock.server.ts';
import { nextClock, type PaymentMethod } from './order-clocks.ts';
import { ENDED, ORDER_MOVES, type OrderStatus } from './order-status.ts';

export interface Move {
  readonly orderId: string;
  readonly to: OrderStatus;
  /** Narrower than the table where a command is only for some states; bringing back an expired order must be asked for by name. */
  readonly from?: readonly OrderStatus[];
  /** The maker who moves it must still be the one who has it: another may have taken it over meanwhile. */
  readonly shopId?: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly sealer: Sealer;
  /** A code. */
  readonly reason?: string;
  /** Why the maker cannot deliver, in her words to the buyer; only for `cancelled`. */
  readonly refusal?: string | undefined;
  readonly facts?: { deliveryPhotoKey?: string; courier?: string; trackingNumber?: string };
  readonly onBehalfOfId?: string | null;
}

const ENTERED_AT = {
  confirmed: 'confirmedAt',
  making: 'acceptedAt',
  ready: 'readyAt',
  shipped: 'shippedAt',
  delivered: 'deliveredAt',
  completed: 'completedAt',
} as const satisfies Partial<Record<OrderStatus, string>>;

/** The buyer is told of these; the rest she sees on her page. */
const TOLD: readonly OrderStatus[] = ['confirmed', 'ready', 'shipped', 'delivered', 'cancelled', 'expired'];

/** The column's name for the sealer: her words may say more than she means to. */
const REFUSAL = 'order.refusal';

/**
 * Moves an order inside the caller's transaction. The same state again is a harmless no-op (`isNew: false`);
 * any other state is `conflict`, and so is earning money that the buyer's bank is asking for.
 */
export async function moveOrder(
  tx: Transaction,
  move: Move,
): Promise<Result<{ isNew: boolean }, 'conflict' | 'notFound'>> {
  if (move.to === 'completed' && (await isDisputed(tx, move.orderId))) return failure('conflict');
  const isMoved = await writeStatus(tx, move);
  const order = await tx.order.findUnique({
    where: { id: move.orderId },
    include: { purchase: true, shop: { include: { person: { select: { id: true, phone: true } } } } },
  });
  if (!order) return failure('notFound');
  if (!isMoved) return order.status === move.to ? success({ isNew: false }) : failure('conflict');

  const method = order.method as PaymentMethod;
  const clockAt = nextClock({
    status: move.to,
    method,
    since: move.now,
    promisedOn: order.promisedOn ? fromDateColumn(order.promisedOn) : null,
    remindedLevel: 0,
  });
  await tx.order.update({ where: { id: order.id }, data: { clockAt } });
  await followMove(tx, move, { ...order, method });
  await recordEvent(tx, {
    actor: move.actor,
    now: move.now,
    kind: `order.${move.to}`,
    subject: ['order', order.id],
    onBehalfOfId: move.onBehalfOfId ?? null,
    facts: move.reason === undefined ? {} : { reason: move.reason },
  });
  await tellShop(tx, move, order);
  await tellBuyer(tx, move, order);
  return success({ isNew: true });
}

/** The conditional update; false when the order was not in a state that allows the move. */
async function writeStatus(tx: Transaction, move: Move): Promise<boolean> {
  const allowed = statusesBefore(ORDER_MOVES, move.to);
  const from = allowed.filter((status) => (move.from ? move.from.includes(status) : status !== 'expired'));
  const enteredAt = move.to in ENTERED_AT ? { [ENTERED_AT[move.to as keyof typeof ENTERED_AT]]: move.now } : {};
  const moved = await tx.order.updateMany({
    where: { id: move.orderId, status: { in: [...from] }, ...(move.shopId ? { shopId: move.shopId } : {}) },
    data: {
      status: move.to,
      remindedLevel: 0,
      ...enteredAt,
      endedAt: ENDED.includes(move.to) ? move.now : null,
      // An expired order that comes back has ended for no reason.
      endReason: move.reason ?? null,
      refusalSealed: move.refusal === undefined ? null : move.sealer.seal(REFUSAL, move.orderId, move.refusal),
      ...(move.facts ?? {}),
    },
  });
  return moved.count > 0;
}

/** The maker's words to the buyer; null when she has not refused. */
export function openRefusal(sealer: Sealer, order: { id: string; refusalSealed: string | null }): string | null {
  return order.refusalSealed === null ? null : sealer.open(REFUSAL, order.id, order.refusalSealed);
}

interface ToldOrder {
  readonly id: string;
  readonly number: string;
  readonly totalRupiah: number;
  readonly confirmedAt: Date | null;
  readonly shop: { readonly person: { readonly phone: string | null } };
  readonly purchase: { readonly language: string; readonly token: string; readonly buyerPhone: string };
}

/** A new order; or one that she was told of, and may be at work on, is cancelled. Her own refusal is no news to her. */
async function tellShop(tx: Transaction, { to, actor, now, sealer }: Move, order: ToldOrder): Promise<void> {
  const { phone } = order.shop.person;
  const named = { orderNumber: order.number, orderId: order.id };
  if (to === 'confirmed') {
    const content = { kind: 'orderForMaker', ...named, totalRupiah: order.totalRupiah } as const;
    await queueMessage(tx, { phone, content, now, sealer });
  }
  if (to === 'cancelled' && order.confirmedAt && actor.kind !== 'account')
    await queueMessage(tx, { phone, content: { kind: 'orderCancelled', ...named }, now, sealer });
}

async function tellBuyer(tx: Transaction, { to, refusal, actor, now, sealer }: Move, order: ToldOrder): Promise<void> {
  if (!TOLD.includes(to)) return;
  const { language, token, buyerPhone: phone } = order.purchase;
  const named = { language, orderNumber: order.number, token };
  const content =
    refusal === undefined
      ? ({ kind: 'orderMoved', ...named, status: to } as const)
      : ({ kind: 'orderRefused', ...named } as const);
  await queueMessage(tx, { phone, content, now, sealer, isAnswer: actor.kind === 'buyer' });
}

interface MovedOrder {
  id: string;
  purchaseId: string;
  shopId: string;
  method: PaymentMethod;
  itemsRupiah: number;
  deliveryRupiah: number;
  discountRupiah: number;
  totalRupiah: number;
  shop: { person: { id: string } };
}

async function followMove(tx: Transaction, move: Move, order: MovedOrder): Promise<void> {
  switch (move.to) {
    case 'shipped':
      return endHolds(tx, order.id, 'consumed', move.now);
    case 'delivered':
      await endHolds(tx, order.id, 'consumed', move.now);
      return order.method === 'cod' ? settleCash(tx, order.id, move.now) : undefined;
    case 'completed':
      await bookOrderCompleted(tx, { ...order, paidBackRupiah: await sumRefunds(tx, order.id, ['paid']) }, move.now);
      return refreshPersonMonth(tx, order.shop.person.id, monthOf(move.now));
    case 'returned':
      await restock(tx, order.id);
      return oweRefund(tx, order, move.now);
    case 'cancelled':
    case 'expired':
      await endHolds(tx, order.id, 'released', move.now);
      return oweRefund(tx, order, move.now);
    default:
  }
}
