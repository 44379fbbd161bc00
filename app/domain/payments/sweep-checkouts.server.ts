// Asks the gateway about sessions it should have told us of: a webhook lost, a buyer gone. Both money and stock are freed or settled by it.
import type { Sealer } from '../access/sealer.ts';
import type { Database } from '../database.ts';
import type { CardGateway } from './card-gateway.ts';
import { settleCheckout } from './settle-checkout.server.ts';

const ASK_AFTER_MS = 2 * 60_000;

/**
 * Returns how many attempts were looked at. An open session whose time is up, or that asks for a cancelled order, is expired
 * at the gateway first.
 */
export async function sweepCheckouts(
  db: Database,
  { gateway, now, sealer }: { gateway: CardGateway; now: Date; sealer: Sealer },
): Promise<number> {
  const attempts = await db.cardAttempt.findMany({
    where: { status: 'open', createdAt: { lte: new Date(now.getTime() - ASK_AFTER_MS) } },
    include: { payment: { select: { purchase: { select: { payments: { where: { orderId: { not: null } } } } } } } },
    orderBy: { createdAt: 'asc' },
    take: 50,
  });
  for (const attempt of attempts) {
    if (!attempt.sessionId) continue;
    const cancelled = attempt.payment.purchase.payments.map(({ orderId }) => orderId);
    const isOutdated = attempt.orderIds.some((id) => cancelled.includes(id));
    if (isOutdated || attempt.expiresAt <= now) await gateway.expireCheckout(attempt.sessionId);
    await settleCheckout(db, { gateway, input: { sessionId: attempt.sessionId }, now, sealer });
  }
  return attempts.length;
}
