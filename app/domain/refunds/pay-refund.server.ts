// Gives card money back through the gateway. Direct money is given back by the maker and marked by finance.
import type { Database } from '../database.ts';
import type { CardGateway } from '../payments/card-gateway.ts';
import { failure, type Result, success } from '../result.ts';
import { recordRefund } from './record-refund.server.ts';

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
  // The gateway says no (a bank asks for the same money, the card is gone): still owed, and a person must see to it.
  if (sent.ok) await recordRefund(db, sent.value, now);
  else await db.refund.updateMany({ where: { id: refund.id, status: 'due' }, data: { status: 'failed' } });
  return success({ isNew: true });
}
