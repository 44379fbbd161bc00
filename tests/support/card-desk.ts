// Card money in tests: Stripe's simulator, our gateway to it, and webhooks delivered by hand, in any order and number.
import Stripe from 'stripe';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '#app/domain/database.ts';
import { receiveWebhook } from '#app/domain/payments/receive-event.server.ts';
import { startCheckout } from '#app/domain/payments/start-checkout.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createStripeGateway, type StripeGateway } from '#app/services/stripe/card-gateway.ts';
import { type StripeSimulator, startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';
import { NOW, sealer } from './fixtures.ts';

const KEYS = { secretKey: 'sk_test_desk', webhookSecret: 'whsec_desk' };

export interface CardDesk {
  simulator: StripeSimulator;
  gateway: StripeGateway;
  stripe: Stripe;
  /** The one clock of the simulator and of what the desk does. */
  now: Date;
  /** Opens a checkout for the purchase of this link; returns the session. */
  checkout(db: Database, token: string): Promise<string>;
  /** Opens a checkout and pays it; returns the ids of what Stripe made. */
  pay(db: Database, token: string): Promise<{ sessionId: string; intentId: string; chargeId: string }>;
  /** Every event so far, as Stripe would post it, in this order (as made when absent). */
  deliver(db: Database, arrange?: (events: Stripe.Event[]) => Stripe.Event[]): Promise<void>;
}

/** Call at the top of a test file. No webhook is posted by itself. */
export function useCardDesk(): CardDesk {
  const desk = { now: NOW } as CardDesk;
  beforeAll(async () => {
    desk.simulator = await startStripeSimulator({
      port: 0,
      ...KEYS,
      webhookAddress: 'http://127.0.0.1:9/webhooks/stripe',
      clock: () => desk.now,
      pendingSettlesAfterMs: null,
    });
    desk.simulator.faults.set({ webhook: { drop: true } });
    desk.stripe = createStripeClient({ secretKey: KEYS.secretKey, apiAddress: desk.simulator.address });
    desk.gateway = createStripeGateway({ stripe: desk.stripe, webhookSecrets: [KEYS.webhookSecret] });
  });
  afterAll(async () => {
    await desk.simulator.close();
    if (desk.simulator.bugs.length > 0) throw new Error(`bugs of the simulator: ${desk.simulator.bugs.join('\n')}`);
  });

  desk.checkout = async (db, token) => {
    const input = { token, returnAddress: 'http://localhost/ya', cancelAddress: 'http://localhost/batal' };
    mustSucceed(await startCheckout(db, { gateway: desk.gateway, input, now: desk.now, sealer }));
    const attempt = await db.cardAttempt.findFirstOrThrow({
      where: { status: 'open', payment: { purchase: { token } } },
      orderBy: { attempt: 'desc' },
    });
    return attempt.sessionId ?? '';
  };
  desk.pay = async (db, token) => {
    const sessionId = await desk.checkout(db, token);
    desk.simulator.pay(sessionId, 'succeeded');
    const found = await desk.gateway.findCheckout(sessionId);
    const { intentId, chargeId } = (found.ok && found.value) || {};
    if (!intentId || !chargeId) throw new Error('not paid');
    return { sessionId, intentId, chargeId };
  };
  desk.deliver = async (db, arrange = (events) => events) => {
    for (const event of arrange([...desk.simulator.state.events.values()])) await post(desk, db, event);
  };
  return desk;
}

/** One event through our webhook door, signed as Stripe signs; Stripe stops sending what we took. */
async function post(desk: CardDesk, db: Database, event: Stripe.Event): Promise<void> {
  const body = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload: body,
    secret: KEYS.webhookSecret,
    timestamp: Math.floor(desk.now.getTime() / 1000),
  });
  const input = { body, signature };
  const received = await receiveWebhook(db, { gateway: desk.gateway, input, now: desk.now, sealer });
  if (!received.ok && received.code === 'forged') throw new Error('our own signature is not believed');
  if (received.ok) event.pending_webhooks = 0;
}
