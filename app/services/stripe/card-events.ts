// Webhook events: proved to come from Stripe, and reduced to the ids by which the objects are read anew.
import Stripe from 'stripe';
import type { GatewayEvent } from '#app/domain/payments/card-gateway.ts';
import { callStripe, type StripeResult } from './stripe-failure.ts';

export interface StripeEvent extends GatewayEvent {
  readonly createdAt: Date;
  readonly objectId: string | null;
  /** Stripe's name, for example `checkout.session`. */
  readonly objectKind: string;
  readonly chargeId: string | null;
}

export type WebhookReading =
  | { readonly ok: true; readonly event: StripeEvent }
  | { readonly ok: false; readonly reason: 'unsigned' | 'forged' | 'too-old' | 'from-the-future' };

interface Webhook {
  /** Exactly as received: the signature covers every byte. */
  readonly body: string;
  readonly signature: string | null;
  readonly now: Date;
}

/** Stripe's own advice for the age; the package checks no more than that, so the future is checked here as well. */
const TOLERANCE_SECONDS = 300;
const MOST_UNDELIVERED = 1_000;
/** What the site acts on. Stripe takes at most 20 types in one question. */
const HANDLED_TYPES = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
  'payout.paid',
];

/** Any of the secrets may have signed, so that one can be replaced without losing events. */
export function verifyWebhook(secrets: readonly string[], { body, signature, now }: Webhook): WebhookReading {
  if (signature === null) return { ok: false, reason: 'unsigned' };
  const signedAt = readSignedAt(signature);
  const event = secrets.map((secret) => openEvent(body, signature, secret)).find((opened) => opened !== null);
  if (!event || signedAt === null) return { ok: false, reason: 'forged' };
  const ageSeconds = now.getTime() / 1000 - signedAt;
  if (ageSeconds > TOLERANCE_SECONDS) return { ok: false, reason: 'too-old' };
  if (ageSeconds < -TOLERANCE_SECONDS) return { ok: false, reason: 'from-the-future' };
  return { ok: true, event: describeEvent(event) };
}

/** Events that a webhook should have brought and did not, oldest first. */
export async function readUndeliveredEvents(stripe: Stripe): Promise<StripeResult<StripeEvent[]>> {
  return callStripe(async () => {
    const events = await stripe.events
      .list({ delivery_success: false, types: HANDLED_TYPES, limit: 100 })
      .autoPagingToArray({ limit: MOST_UNDELIVERED });
    return events.map(describeEvent).reverse();
  });
}

/** The time is not looked at here (tolerance 0). Null when this secret did not sign. */
function openEvent(body: string, signature: string, secret: string): Stripe.Event | null {
  try {
    return Stripe.webhooks.constructEvent(body, signature, secret, 0);
  } catch {
    return null;
  }
}

/** Seconds since 1970 of the only `t=`; null when it is missing, doubled or not a number. */
function readSignedAt(signature: string): number | null {
  const times = signature.split(',').filter((part) => part.startsWith('t='));
  const [, digits] = /^t=(\d{1,12})$/.exec(times.length === 1 ? (times[0] ?? '') : '') ?? [];
  return digits === undefined ? null : Number(digits);
}

function describeEvent({ id, type, created, data }: Stripe.Event): StripeEvent {
  const object: Readonly<Record<string, unknown>> = { ...data.object };
  const kind = textOrNull(object.object) ?? '';
  const objectId = textOrNull(object.id);
  const idIf = (wanted: string) => (kind === wanted ? objectId : null);
  return {
    id,
    kind: type,
    createdAt: new Date(created * 1000),
    objectId,
    objectKind: kind,
    sessionId: idIf('checkout.session'),
    intentId: idIf('payment_intent') ?? textOrNull(object.payment_intent),
    chargeId: idIf('charge') ?? textOrNull(object.charge),
    refundId: idIf('refund'),
    disputeId: idIf('dispute'),
    payoutId: idIf('payout'),
    paymentId: readPaymentId(object.metadata),
  };
}

function readPaymentId(metadata: unknown): string | null {
  const isRecord = typeof metadata === 'object' && metadata !== null;
  return isRecord && 'payment_id' in metadata ? textOrNull(metadata.payment_id) : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
