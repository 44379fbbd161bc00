// A simulator, the real stripe package pointed at it, and a shop's webhook door that remembers what it got.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type Stripe from 'stripe';
import { afterEach, beforeEach } from 'vitest';
import type { StripeCheckoutRequest } from '#app/services/stripe/card-checkouts.ts';
import { createStripeGateway, type StripeGateway } from '#app/services/stripe/card-gateway.ts';
import {
  type SimulatorSettings,
  type StripeSimulator,
  startStripeSimulator,
} from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';

export const SECRET_KEY = 'sk_test_kasetTests';
export const WEBHOOK_SECRET = 'whsec_kasetTests';
export const PAYMENT_ID = '0193a0b1-0000-7000-8000-000000000001';

/** Looks often, and gives a busy machine time. */
export const POLL = { interval: 5, timeout: 10_000 };

export interface ReceivedWebhook {
  readonly body: string;
  readonly signature: string | null;
  readonly type: string;
  readonly eventId: string;
}

export interface Bench {
  simulator: StripeSimulator;
  stripe: Stripe;
  gateway: StripeGateway;
  /** The one clock of both sides. */
  now: Date;
  /** The shop's door. */
  webhookAddress: string;
  /** In the order of arrival. */
  received: ReceivedWebhook[];
  /** Status that the shop answers a webhook with; 200 unless a test says otherwise. */
  answerWebhook(webhook: ReceivedWebhook): number;
  /** Opens a session for the usual purchase; throws when that fails. */
  openSession(changes?: Partial<StripeCheckoutRequest>): Promise<string>;
  /** What a browser does on the payment page: POST of the form, no following of the redirect. */
  press(sessionId: string, outcome: string): Promise<Response>;
  page(sessionId: string, query?: string): Promise<Response>;
}

/** Call at the top of a test file: a fresh simulator for every test. */
export function prepareBench(settings: Partial<SimulatorSettings> = {}): Bench {
  const bench = { received: [] as ReceivedWebhook[] } as Bench;
  let door: Server;
  beforeEach(async () => {
    bench.now = new Date('2026-11-24T03:00:00Z');
    bench.received.length = 0;
    bench.answerWebhook = () => 200;
    door = createWebhookDoor(bench).listen(0, '127.0.0.1');
    await once(door, 'listening');
    const address = door.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    bench.webhookAddress = `http://127.0.0.1:${address.port}/webhooks/stripe`;
    bench.simulator = await startStripeSimulator({
      port: 0,
      webhookAddress: bench.webhookAddress,
      webhookSecret: WEBHOOK_SECRET,
      secretKey: SECRET_KEY,
      clock: () => bench.now,
      retryDelaysMs: [5, 5],
      pendingSettlesAfterMs: null,
      ...settings,
    });
    bench.stripe = createStripeClient({ secretKey: SECRET_KEY, apiAddress: bench.simulator.address });
    bench.gateway = createStripeGateway({ stripe: bench.stripe, webhookSecrets: [WEBHOOK_SECRET] });
  });
  afterEach(async () => {
    await bench.simulator.close();
    door.closeAllConnections();
    door.close();
    if (bench.simulator.bugs.length > 0) throw new Error(`bugs of the simulator: ${bench.simulator.bugs.join('\n')}`);
  });
  bench.openSession = async (changes) => {
    const opened = await bench.gateway.createCheckout(checkoutRequest(bench.now, changes));
    if (!opened.ok) throw new Error(`session refused: ${opened.code} ${opened.reason}`);
    return opened.value.sessionId;
  };
  bench.press = (sessionId, outcome) =>
    fetch(`${bench.simulator.address}/c/pay/${sessionId}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ outcome }),
    });
  bench.page = (sessionId, query = '') => fetch(`${bench.simulator.address}/c/pay/${sessionId}${query}`);
  return bench;
}

/** Notes each webhook in the order of arrival, and answers as the test says. */
function createWebhookDoor(bench: Bench): Server {
  return createServer(async (request, response) => {
    const body = await text(request);
    const { type, id } = JSON.parse(body);
    const signature = request.headers['stripe-signature'];
    const webhook = { body, signature: typeof signature === 'string' ? signature : null, type, eventId: id };
    bench.received.push(webhook);
    response.writeHead(bench.answerWebhook(webhook)).end();
  });
}

/** Two mats, one shawl, two deliveries: Rp 412.345 in all. */
export function checkoutRequest(now: Date, changes: Partial<StripeCheckoutRequest> = {}): StripeCheckoutRequest {
  return {
    paymentId: PAYMENT_ID,
    attempt: 1,
    purchaseNumber: 'KK-2611-00042',
    lines: [
      { title: 'Tikar pandan "Bunga" <besar>', unitPriceRupiah: 125_000, quantity: 2 },
      { title: 'Selendang', unitPriceRupiah: 127_345, quantity: 1 },
    ],
    deliveries: [
      { label: 'Pengiriman Rumah Anyam', feeRupiah: 20_000 },
      { label: 'Pengiriman Tenun Sari', feeRupiah: 15_000 },
    ],
    expiresAt: new Date(now.getTime() + 35 * 60_000),
    successAddress: 'http://localhost:3000/bayar/selesai?s={CHECKOUT_SESSION_ID}',
    cancelAddress: 'http://localhost:3000/bayar/batal',
    language: 'id',
    ...changes,
  };
}
