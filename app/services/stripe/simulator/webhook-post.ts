// One POST of one event to the webhook address, signed as Stripe signs.
import { createHmac } from 'node:crypto';
import type { Stripe } from 'stripe';
import type { WebhookFaults } from './faults.ts';

export interface WebhookDoor {
  readonly address: string;
  readonly secret: string;
  /** Seconds since 1970. */
  now(): number;
  faults(): WebhookFaults;
  log(message: string, facts: Record<string, unknown>): void;
}

const ANSWER_LIMIT_MS = 10_000;
const WRONG_SECRET = 'whsec_not_the_one_you_know';

/** `t=…,v1=…` over `t.body`, HMAC-SHA-256. Source: docs.stripe.com/webhooks, "Verify manually". */
export function signWebhook(body: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}

/** True when the shop answered 2xx in time. Never throws. */
export async function postEvent(door: WebhookDoor, event: Stripe.Event, stopped: AbortSignal): Promise<boolean> {
  const { wrongSecret, timestampShiftSeconds } = door.faults();
  const body = JSON.stringify(event);
  const secret = wrongSecret ? WRONG_SECRET : door.secret;
  const facts = { eventId: event.id, type: event.type };
  try {
    const response = await fetch(door.address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Stripe-Signature': signWebhook(body, secret, door.now() + timestampShiftSeconds),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_LIMIT_MS)]),
    });
    await response.arrayBuffer();
    door.log('webhook answered', { ...facts, status: response.status });
    return response.ok;
  } catch (error) {
    door.log('webhook not answered', { ...facts, reason: String(error) });
    return false;
  }
}
