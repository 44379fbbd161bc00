// Shapes an order of a maker for her inbox.
import { dayOf, fromDateColumn } from '#app/domain/dates.ts';
import { makerAction } from '#app/domain/orders/next-step.ts';
import { isHandedOver } from '#app/domain/payments/proof-rules.ts';

interface Row {
  id: string;
  number: string;
  status: string;
  method: string;
  delivery: string;
  totalRupiah: number;
  promisedOn: Date | null;
  endedAt: Date | null;
  lines: { quantity: number }[];
  /** `refusals`: receipts that were refused. */
  payments: { status: string; refusals: number }[];
}

export function viewMakerOrder(order: Row, now: Date) {
  const unread = order.payments.find((payment) => payment.status === 'proof_submitted');
  const isForFinance = unread !== undefined && isHandedOver(unread.refusals);
  const hasUnreadProof = unread !== undefined && !isForFinance;
  const isLate = order.endedAt === null && order.promisedOn !== null && fromDateColumn(order.promisedOn) < dayOf(now);
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    totalRupiah: order.totalRupiah,
    mats: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    isForFinance,
    action: makerAction({ ...order, hasUnreadProof }),
    late: isLate && ['confirmed', 'making'].includes(order.status) ? 'Lewat janji' : null,
  };
}
