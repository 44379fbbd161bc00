// The webhook's door over HTTP: Stripe's simulator posts to the built site, a forger does too, and the gateway falls silent.
import { beforeAll, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { createStripeGateway } from '#app/services/stripe/card-gateway.ts';
import { type StripeSimulator, startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';
import { href } from '#app/urls.ts';
import { NOW } from '#tests/support/fixtures.ts';
import { buyFromTwo } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const KEYS = { secretKey: 'sk_test_door', webhookSecret: 'whsec_door' };
let simulator: StripeSimulator;
const site = useSite({
  cardGateway: async ({ origin }) => {
    simulator = await startStripeSimulator({
      port: 0,
      ...KEYS,
      webhookAddress: `${origin}${href('stripeWebhook')}`,
      clock: () => site.now,
      retryDelaysMs: [50, 100],
      pendingSettlesAfterMs: null,
    });
    const stripe = createStripeClient({ secretKey: KEYS.secretKey, apiAddress: simulator.address });
    return createStripeGateway({ stripe, webhookSecrets: [KEYS.webhookSecret] });
  },
});
beforeAll(() => () => simulator.close());

/** Placed by this test, paid at the built site a second later: the order of one instant is kept within a process only. */
async function buyEarlier() {
  const bought = await buyFromTwo(site.db);
  site.now = new Date(NOW.getTime() + 1_000);
  return bought;
}

it('pays, loses a dispute and pays out, each once, though every webhook comes twice and the wrong way round', async () => {
  const { token, purchaseId } = await buyEarlier();
  simulator.faults.set({ webhook: { duplicate: true, reorder: true } });
  const started = await site.post(href('orderPayment', { token }), {});
  expect(started.headers.get('Location')).toContain('/c/pay/');
  const sessionId = started.headers.get('Location')?.split('/').pop() ?? '';
  simulator.pay(sessionId, 'succeeded');
  await simulator.idle();
  expect(await site.db.order.count({ where: { purchaseId, status: 'confirmed' } })).toBe(2);
  const payoutId = simulator.sendPayout() ?? '';
  simulator.arrivePayout(payoutId);
  const charge = [...simulator.state.charges.keys()][0] ?? '';
  simulator.closeDispute(simulator.openDispute(charge) ?? '', 'lost');
  await simulator.idle();
  const kinds = await site.db.ledgerEntry.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } });
  expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([
    ['dispute_lost', 2],
    ['gateway_fee', 1],
    ['gateway_payout', 1],
    ['payment_settled', 1],
  ]);
  expect(await site.db.stripeEvent.count({ where: { quarantineReason: { not: null } } })).toBe(0);
  expect(await site.db.stripeEvent.count({ where: { processedAt: null } })).toBe(0);
  expect(simulator.bugs).toEqual([]);
});

it('answers 400 to a forger and 503 while Stripe cannot be asked', async () => {
  const forged = await site.fetch(href('stripeWebhook'), {
    method: 'POST',
    body: '{}',
    headers: { 'Stripe-Signature': 't=1,v1=00' },
  });
  expect(forged.status).toBe(400);
  const { token, purchaseId } = await buyEarlier();
  const started = await site.post(href('orderPayment', { token }), {});
  simulator.faults.reset();
  simulator.faults.set({
    api: [{ kind: 'error-before-commit', path: '/v1/checkout/sessions', method: 'GET', times: 1 }],
  });
  simulator.pay(started.headers.get('Location')?.split('/').pop() ?? '', 'succeeded');
  await simulator.idle();
  // The first post met a silent Stripe and was answered 503; the second found it awake.
  const last = [...simulator.state.deliveries.values()].at(-1);
  expect(last).toEqual({ attempts: 2, status: 'delivered' });
  expect(await site.db.order.count({ where: { purchaseId, status: 'confirmed' } })).toBe(2);
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(site.db)).toEqual([]);
});
