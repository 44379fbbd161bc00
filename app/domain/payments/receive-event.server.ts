// What the gateway tells us: kept once by its id, acted on once, in whatever order and by whichever way it comes (webhook, job).

import type { Sealer } from '../access/sealer.ts';
import type { Database } from '../database.ts';
import { isRowId } from '../ids.ts';
import { refreshDispute } from '../refunds/record-dispute.server.ts';
import { refreshRefund, refreshRefundsOfPayment } from '../refunds/record-refund.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { CardGateway, GatewayEvent } from './card-gateway.ts';
import { refreshPayout } from './record-payout.server.ts';
import { settleCheckout } from './settle-checkout.server.ts';

interface Outside {
  readonly gateway: CardGateway;
  readonly now: Date;
  readonly sealer: Sealer;
}

/** `forged`: bad or stale signature, 400. `unavailable`: the gateway must send it again, 503. Everything else is accepted. */
export async function receiveWebhook(
  db: Database,
  { input, ...outside }: Outside & { input: { body: string; signature: string | null } },
): Promise<Result<{ isNew: boolean }, 'forged' | 'unavailable'>> {
  const event = outside.gateway.readWebhook({ ...input, now: outside.now });
  return event ? receiveEvent(db, { ...outside, event }) : failure('forged');
}

/** A kind that the site does not act on is kept and done with. What does not fit our book is quarantined for finance. */
export async function receiveEvent(
  db: Database,
  { event, ...outside }: Outside & { event: GatewayEvent },
): Promise<Result<{ isNew: boolean }, 'unavailable'>> {
  const objectId = event.sessionId ?? event.refundId ?? event.disputeId ?? event.payoutId ?? event.intentId;
  const { count } = await db.stripeEvent.createMany({
    data: [{ id: event.id, kind: event.kind, objectId, paymentId: asUuid(event.paymentId), receivedAt: outside.now }],
    skipDuplicates: true,
  });
  const stored = await db.stripeEvent.findUniqueOrThrow({ where: { id: event.id } });
  if (stored.processedAt || stored.quarantineReason) return success({ isNew: count === 1 });
  const done = await actOn(db, event, outside);
  if (!done.ok && done.code === 'unavailable') return failure('unavailable');
  await db.stripeEvent.update({
    where: { id: event.id },
    data: done.ok ? { processedAt: outside.now } : { quarantineReason: done.code },
  });
  return success({ isNew: count === 1 });
}

type Done = Result<unknown, 'unavailable' | 'notFound' | 'mismatch'>;

/** News of money going back may overtake the news that it came: then its session is settled first. */
async function actOn(db: Database, event: GatewayEvent, outside: Outside): Promise<Done> {
  const done = await refresh(db, event, outside);
  if (done.ok || done.code !== 'notFound' || event.sessionId !== null || event.intentId === null) return done;
  const session = await outside.gateway.findSession(event.intentId);
  if (!session.ok) return failure('unavailable');
  if (session.value === null) return done;
  const settled = await settleCheckout(db, { ...outside, input: { sessionId: session.value } });
  return settled.ok ? refresh(db, event, outside) : settled;
}

/** Never by what the event says, always by the object as it is now. */
async function refresh(db: Database, event: GatewayEvent, { gateway, now, sealer }: Outside): Promise<Done> {
  switch (event.kind) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return settleCheckout(db, { gateway, input: { sessionId: event.sessionId ?? '' }, now, sealer });
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refreshRefund(db, { gateway, input: { gatewayId: event.refundId ?? '' }, now });
    case 'charge.refunded':
      return refreshRefundsOfPayment(db, { gateway, input: { intentId: event.intentId ?? '' }, now });
    case 'charge.dispute.created':
    case 'charge.dispute.closed':
      return refreshDispute(db, { gateway, input: { gatewayId: event.disputeId ?? '' }, now });
    case 'payout.paid':
      return refreshPayout(db, { gateway, input: { gatewayId: event.payoutId ?? '' }, now });
    default:
      return success(null);
  }
}

function asUuid(text: string | null): string | null {
  return isRowId(text) ? text : null;
}
