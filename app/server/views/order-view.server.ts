// Shapes an order for the buyer's page: plain values only, dates as people say them.
import { formatDay, formatInstant, fromDateColumn } from '#app/domain/dates.ts';
import { canBuyerCancel } from '#app/domain/orders/cancel-order.server.ts';
import { buyerAction } from '#app/domain/orders/next-step.ts';
import type { LinkedPurchase, listOrderEvents } from '#app/domain/orders/order-queries.server.ts';
import { countRefusals, isHandedOver } from '#app/domain/payments/proof-rules.ts';
import type { TakenOver } from '#app/domain/reassignments/reassignment-queries.server.ts';
import type { Language } from '#app/text/text.ts';

type Order = LinkedPurchase['orders'][number];
type Events = Awaited<ReturnType<typeof listOrderEvents>>;

export function viewBuyerOrder(
  order: Order,
  events: Events,
  { takenOver = [], language, now }: { takenOver?: readonly TakenOver[]; language: Language; now: Date },
) {
  const { id, number, status, method, delivery, shop, refusal, totalRupiah, deliveryRupiah, discountRupiah } = order;
  const proofs = order.payment?.proofs ?? [];
  const hasUnreadProof = proofs.some(({ verdict }) => verdict === 'unread');
  const passedOn = takenOver.find(({ orderId }) => orderId === order.id) ?? null;
  const facts = { ...order, hasUnreadProof, isReassigned: passedOn !== null };
  const refundDueRupiah = sumDueRefunds(order);
  // Nothing came of it, and she is still without a mat: another maker may have one.
  const isOver = order.endedAt !== null && order.status !== 'completed';
  const isLeftEmptyHanded = isOver && (refusal !== null || refundDueRupiah > 0);
  return {
    ...{ id, number, status, method, delivery, shop, refusal, totalRupiah, deliveryRupiah, discountRupiah },
    // Where it was passed on: whose it was, and the mats that come now instead of those that were chosen.
    passedOn: passedOn && { from: passedOn.fromShopName, mats: passedOn.mats },
    mayRefusePassedOn: passedOn !== null && canBuyerCancel(facts, now),
    lines: order.lines.map(({ id, title, quantity, unitPriceRupiah }) => ({ id, title, quantity, unitPriceRupiah })),
    ...viewPlace(order),
    // The code is shown when it is needed, not before.
    pickupCode: order.status === 'ready' ? order.pickupCode : null,
    bank: order.status === 'pending' ? order.bank : null,
    payRupiah: order.payment?.amountRupiah ?? order.totalRupiah,
    hasUnreadProof,
    hasDeliveryPhoto: order.deliveryPhotoKey !== null,
    sisterSize: isLeftEmptyHanded ? (order.lines[0]?.size ?? null) : null,
    isForFinance: hasUnreadProof && isHandedOver(countRefusals(proofs)),
    wasRefused: !hasUnreadProof && countRefusals(proofs) > 0,
    refundDueRupiah,
    deadline:
      order.status === 'pending' && order.clockAt && !hasUnreadProof ? formatInstant(order.clockAt, language) : null,
    promisedOn:
      order.promisedOn && order.endedAt === null ? formatDay(fromDateColumn(order.promisedOn), language) : null,
    action: buyerAction(facts),
    canCancel: canBuyerCancel(facts, now),
    timeline: viewTimeline(events, id, language),
  };
}

function viewTimeline(events: Events, orderId: string, language: Language) {
  return events
    .filter((event) => event.subjectId === orderId && event.kind.startsWith('order.'))
    .map((event) => ({ status: event.kind.slice('order.'.length), at: formatInstant(event.at, language) }));
}

/** Where the mats are handed over. */
function viewPlace({ pickupPoint, address, area }: Order) {
  return {
    place: pickupPoint ? `${pickupPoint.name}, ${pickupPoint.address} (${pickupPoint.hours})` : null,
    address: address && area ? `${address}, ${area.name}` : null,
  };
}

const ON_ITS_WAY: readonly string[] = ['due', 'sent', 'failed'];

/** Whole rupiah of this order that are to go back and have not arrived. */
function sumDueRefunds(order: Order): number {
  return (order.payment?.refunds ?? [])
    .filter((refund) => refund.orderId === order.id && ON_ITS_WAY.includes(refund.status))
    .reduce((sum, refund) => sum + refund.amountRupiah, 0);
}

export type BuyerOrderView = ReturnType<typeof viewBuyerOrder>;
