// Where the simulator refuses to run, what survives its restart, and its controls over HTTP.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { afterEach, expect, test, vi } from 'vitest';
import { startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';
import { POLL, prepareBench, SECRET_KEY, WEBHOOK_SECRET } from './simulator-bench.ts';

const bench = prepareBench();
const settings = {
  port: 0,
  webhookAddress: 'http://127.0.0.1:9/webhooks/stripe',
  webhookSecret: WEBHOOK_SECRET,
  secretKey: SECRET_KEY,
};

const SESSION: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  success_url: 'http://localhost/ok',
  line_items: [
    { quantity: 1, price_data: { currency: 'idr', unit_amount: 2_000_000, product_data: { name: 'Gelang' } } },
  ],
};

afterEach(() => vi.unstubAllEnvs());

test('it refuses production, live keys and any address but loopback', async () => {
  for (const secretKey of ['sk_live_1', 'rk_live_1']) {
    await expect(startStripeSimulator({ ...settings, secretKey })).rejects.toThrow('live key');
  }
  const everywhere = { ...settings, host: '0.0.0.0' as '127.0.0.1' };
  await expect(startStripeSimulator(everywhere)).rejects.toThrow('loopback');
  vi.stubEnv('NODE_ENV', 'production');
  await expect(startStripeSimulator(settings)).rejects.toThrow('production');
});

test('the payment page can be reached under another origin, as behind a proxy', async () => {
  const simulator = await startStripeSimulator({ ...settings, pageAddress: 'https://pay.example' });
  const stripe = createStripeClient({ secretKey: SECRET_KEY, apiAddress: simulator.address });
  const { url } = await stripe.checkout.sessions.create(SESSION);
  expect(url).toMatch(/^https:\/\/pay\.example\/c\/pay\/cs_test_/);
  await simulator.close();
});

test('a taken port is an error, not a silence', async () => {
  await expect(startStripeSimulator({ ...settings, port: bench.simulator.port })).rejects.toThrow('EADDRINUSE');
});

test('with a file a restart keeps sessions and goes on delivering', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stripe-simulator-'));
  const stateFile = join(folder, 'state.json');
  const door = bench.simulator.address;
  const first = await startStripeSimulator({ ...settings, stateFile, retryDelaysMs: [60_000] });
  const { id } = await createStripeClient({
    secretKey: SECRET_KEY,
    apiAddress: first.address,
  }).checkout.sessions.create(SESSION);
  first.pay(id, 'pending');
  await expect.poll(() => [...first.state.deliveries.values()].map(({ attempts }) => attempts), POLL).toEqual([1]);
  await first.close();
  const second = await startStripeSimulator({
    ...settings,
    webhookAddress: `${door}/__simulator/nothing`,
    stateFile,
    retryDelaysMs: [0],
    pendingSettlesAfterMs: 20,
  });
  const session = await createStripeClient({
    secretKey: SECRET_KEY,
    apiAddress: second.address,
  }).checkout.sessions.retrieve(id);
  expect(session).toMatchObject({ id, status: 'complete', client_reference_id: null });
  await expect.poll(() => second.state.sessions.get(id)?.payment_status, POLL).toBe('paid');
  await second.idle();
  const [leftOver] = second.state.deliveries.values();
  expect(leftOver).toEqual({ attempts: 2, status: 'given-up' });
  expect(second.bugs).toEqual([]);
  await second.close();
  await rm(folder, { recursive: true });
});

test('faults are read, set and cleared over HTTP; nonsense is refused', async () => {
  const address = `${bench.simulator.address}/__simulator/faults`;
  const send = (body: unknown) => fetch(address, { method: 'POST', body: JSON.stringify(body) });
  const set = await send({ webhook: { duplicate: true }, api: [{ kind: 'rate-limit', path: '/v1/refunds' }] });
  expect(await set.json()).toMatchObject({ webhook: { duplicate: true, drop: false }, api: [{ kind: 'rate-limit' }] });
  expect(await (await fetch(address)).json()).toEqual(bench.simulator.faults.current());
  await expect(bench.stripe.refunds.list()).rejects.toThrow('Too many requests');
  expect((await bench.stripe.refunds.list()).data).toEqual([]);
  expect((await send({ webhook: { duplicat: true } })).status).toBe(400);
  expect((await fetch(address, { method: 'POST', body: 'x' })).status).toBe(400);
  const fromPage = await fetch(address, { method: 'DELETE', headers: { Origin: 'http://evil.example' } });
  expect(fromPage.status).toBe(403);
  expect(bench.simulator.faults.current().webhook.duplicate).toBe(true);
  await fetch(address, { method: 'DELETE' });
  expect(bench.simulator.faults.current()).toMatchObject({ webhook: { duplicate: false }, api: [] });
  expect((await fetch(`${bench.simulator.address}/__simulator/else`)).status).toBe(404);
});

test('pending payments and refunds are settled over HTTP', async () => {
  const id = await bench.openSession();
  bench.simulator.pay(id, 'pending');
  const settle = async (name: string, body: unknown) => {
    const address = `${bench.simulator.address}/__simulator/${name}`;
    return (await fetch(address, { method: 'POST', body: JSON.stringify(body) })).json();
  };
  expect(await settle('payments', { id, outcome: 'succeeded' })).toEqual({ settled: true });
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { isPaid: true } });
  expect(await settle('refunds', { id: 're_unknown', outcome: 'failed' })).toEqual({ settled: false });
});
