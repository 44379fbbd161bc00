// Gives card money back through the gateway and books it when it has left. Direct money is given back by the maker and marked by finance.
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { bookRefundPaid } from '../ledger/book-order.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { CardGateway, GatewayRefund } from './card-gateway.ts';
import { movePayment } from './order-money.server.ts';

/** Card refunds that wait to be sent, oldest first. */
export async function listDueRefunds(db: Database, limit = 50): Promise<string[]> {
  const rows = await db.refund.findMany({
    where: { status: 'due', payment: { gatewayIntentId: { not: null } } },
    orderBy: { createdAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Our refund id is the idempotency key: asked twice, the gateway pays once. */
export async function payRefund(
  db: Database,
  { gateway, input, now }: { gateway: CardGateway; input: { refundId: string }; now: Date },
): Promise<Result<{ isNew: boolean }, 'notFound' | 'unavailable'>> {
  const refund = await db.refund.findUnique({ where: { id: input.refundId }, include: { payment: true } });
  if (!refund?.payment.gatewayIntentId) return failure('notFound');
  if (refund.status !== 'due') return success({ isNew: false });
  const sent = await gateway.refundPayment({
    intentId: refund.payment.gatewayIntentId,
    amountRupiah: refund.amountRupiah,
    refundId: refund.id,
  });
  if (!sent.ok && sent.code === 'unavailable') return failure('unavailable');
  if (!sent.ok) {
    await db.refund.updateMany({ where: { id: refund.id, status: 'due' }, data: { status: 'failed' } });
    return success({ isNew: true });
  }
  const { gatewayId } = sent.value;
  await db.refund.updateMany({ where: { id: refund.id, status: 'due' }, data: { status: 'sent', gatewayId } });
  await recordRefund(db, { gatewayId, status: sent.value.status, now });
  return success({ isNew: true });
}

/** A word about a refund arrived: what became of it is asked anew, so the order of arrival never matters. */
export async function refreshRefund(
  db: Database,
  { gateway, input, now }: { gateway: CardGateway; input: { gatewayId: string }; now: Date },
): Promise<Result<null, 'unavailable'>> {
  const found = await gateway.findRefund(input.gatewayId);
  if (!found.ok) return failure('unavailable');
  if (found.value) await recordRefund(db, { gatewayId: input.gatewayId, status: found.value.status, now });
  return success(null);
}

/** Saying the same again changes nothing. */
async function recordRefund(
  db: Database,
  { gatewayId, status, now }: { gatewayId: string; status: GatewayRefund['status']; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const refund = await tx.refund.findUnique({ where: { gatewayId } });
    if (!refund || status === 'pending') return;
    if (status === 'failed')
      await tx.refund.updateMany({ where: { id: refund.id, status: 'sent' }, data: { status: 'failed' } });
    else await markPaid(tx, refund, now);
  });
}

async function markPaid(
  tx: Transaction,
  refund: { id: string; paymentId: string; amountRupiah: number },
  now: Date,
): Promise<void> {
  const { count } = await tx.refund.updateMany({
    where: { id: refund.id, status: 'sent' },
    data: { status: 'paid', paidAt: now },
  });
  if (count === 0) return;
  const payment = await tx.payment.update({
    where: { id: refund.paymentId },
    data: { refundedRupiah: { increment: refund.amountRupiah }, refundDueRupiah: { decrement: refund.amountRupiah } },
  });
  await movePayment(tx, payment.id, payment.refundedRupiah === payment.amountRupiah ? 'refunded' : 'partly_refunded');
  await bookRefundPaid(tx, refund, now);
}
