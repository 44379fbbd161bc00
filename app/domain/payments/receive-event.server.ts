// A webhook of the gateway: kept once by its id, acted on once, in whatever order it comes.
import type { Sealer } from '../access/sealer.ts';
import type { Database } from '../database.ts';
import { failure, type Result, success } from '../result.ts';
import type { CardGateway } from './card-gateway.ts';
import { refreshRefund } from './pay-refund.server.ts';
import { settleCheckout } from './settle-checkout.server.ts';

const CHECKOUT_KINDS = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
]);

/** `forged`: bad or stale signature, 400. `unavailable`: the gateway must send it again, 503. Everything else is accepted. */
export async function receiveEvent(
  db: Database,
  {
    gateway,
    input,
    now,
    sealer,
  }: { gateway: CardGateway; input: { body: string; signature: string | null }; now: Date; sealer: Sealer },
): Promise<Result<{ isNew: boolean }, 'forged' | 'unavailable'>> {
  const event = gateway.readWebhook({ ...input, now });
  if (!event) return failure('forged');
  const { count } = await db.stripeEvent.createMany({
    data: [
      {
        id: event.id,
        kind: event.kind,
        objectId: event.sessionId ?? event.refundId ?? event.intentId,
        paymentId: asUuid(event.paymentId),
        receivedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  const stored = await db.stripeEvent.findUniqueOrThrow({ where: { id: event.id } });
  if (stored.processedAt || stored.quarantineReason) return success({ isNew: count === 1 });
  if (CHECKOUT_KINDS.has(event.kind) && event.sessionId) {
    const settled = await settleCheckout(db, { gateway, input: { sessionId: event.sessionId }, now, sealer });
    if (!settled.ok && settled.code === 'unavailable') return failure('unavailable');
    if (!settled.ok) return quarantine(db, event.id, settled.code);
  }
  if (event.kind.startsWith('refund.') && event.refundId) {
    const asked = await refreshRefund(db, { gateway, input: { gatewayId: event.refundId }, now });
    if (!asked.ok) return failure('unavailable');
  }
  await db.stripeEvent.update({ where: { id: event.id }, data: { processedAt: now } });
  return success({ isNew: count === 1 });
}

async function quarantine(db: Database, id: string, reason: string): Promise<Result<{ isNew: boolean }>> {
  await db.stripeEvent.update({ where: { id }, data: { quarantineReason: reason } });
  return success({ isNew: true });
}

function asUuid(text: string | null): string | null {
  return text && /^[0-9a-f-]{36}$/.test(text) ? text : null;
}
