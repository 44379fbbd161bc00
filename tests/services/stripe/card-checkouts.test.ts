// The gateway's checkout methods: the real stripe package against the simulator.
import { expect, test } from 'vitest';
import { createStripeGateway } from '#app/services/stripe/card-gateway.ts';
import { startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';
import { checkoutRequest, PAYMENT_ID, prepareBench } from './simulator-bench.ts';

const bench = prepareBench();

test('a session asks for our amount, in our words, and leads to the hosted page', async () => {
  const opened = await bench.gateway.createCheckout(checkoutRequest(bench.now));
  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.value.sessionId).toMatch(/^cs_test_/);
  expect(opened.value.address).toBe(`${bench.simulator.address}/c/pay/${opened.value.sessionId}`);
  expect(opened.value.expiresAt).toEqual(new Date('2026-11-24T03:35:00Z'));
  const session = await bench.stripe.checkout.sessions.retrieve(opened.value.sessionId, { expand: ['line_items'] });
  expect(session).toMatchObject({
    amount_total: 41_234_500,
    currency: 'idr',
    client_reference_id: 'KK-2611-00042',
    metadata: { payment_id: PAYMENT_ID, attempt: '1' },
    ui_mode: 'hosted_page',
    locale: 'id',
  });
  expect(session.line_items?.data.map((line) => [line.description, line.quantity, line.amount_total])).toEqual([
    ['Tikar pandan "Bunga" <besar>', 2, 25_000_000],
    ['Selendang', 1, 12_734_500],
    ['Pengiriman Rumah Anyam', 1, 2_000_000],
    ['Pengiriman Tenun Sari', 1, 1_500_000],
  ]);
});

test('a free delivery is no line, a discount is taken off and shown', async () => {
  const id = await bench.openSession({
    deliveries: [{ label: 'Ambil di tempat', feeRupiah: 0 }],
    discountRupiah: 7_345,
  });
  const session = await bench.stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] });
  expect(session.amount_total).toBe(37_000_000);
  expect(session.total_details?.amount_discount).toBe(734_500);
  expect(session.line_items?.data).toHaveLength(2);
});

test('asking again for the same attempt gives the same session, the next attempt another one', async () => {
  const first = await bench.openSession({ discountRupiah: 1_000 });
  expect(await bench.openSession({ discountRupiah: 1_000 })).toBe(first);
  expect(await bench.openSession({ attempt: 2 })).not.toBe(first);
  expect(bench.simulator.state.sessions.size).toBe(2);
});

test('asking again with another end, as after a crash, finds the session that was made', async () => {
  const first = await bench.openSession();
  bench.now = new Date(bench.now.getTime() + 60_000);
  expect(await bench.openSession()).toBe(first);
});

test('asking again with another end, when the session is over, opens a new one', async () => {
  const first = await bench.openSession();
  await bench.gateway.expireCheckout(first);
  bench.now = new Date(bench.now.getTime() + 60_000);
  expect(await bench.openSession()).not.toBe(first);
});

test('an error after the session was made: it is found, not made twice', async () => {
  bench.simulator.faults.set({ api: [{ kind: 'error-after-commit', path: '/v1/checkout/sessions' }] });
  const id = await bench.openSession();
  expect([...bench.simulator.state.sessions.keys()]).toEqual([id]);
  expect(await bench.openSession()).toBe(id);
});

test('an error before anything was made: a key that only repeats the error is left behind', async () => {
  bench.simulator.faults.set({ api: [{ kind: 'error-before-commit', path: '/v1/checkout/sessions' }] });
  const id = await bench.openSession();
  expect([...bench.simulator.state.sessions.keys()]).toEqual([id]);
});

test('an error before the second attempt was made does not lead back to the first', async () => {
  const first = await bench.openSession();
  bench.simulator.faults.set({ api: [{ kind: 'error-before-commit', path: '/v1/checkout/sessions' }] });
  expect(await bench.openSession({ attempt: 2 })).not.toBe(first);
  expect(bench.simulator.state.sessions.size).toBe(2);
});

test('an error that does not end: unavailable', async () => {
  const fault = { kind: 'error-before-commit', path: '/v1/checkout/sessions', method: 'POST', times: 20 } as const;
  bench.simulator.faults.set({ api: [fault] });
  const opened = await bench.gateway.createCheckout(checkoutRequest(bench.now));
  expect(opened).toMatchObject({ ok: false, code: 'unavailable' });
});

test.each(['cut-before', 'cut-after-commit'] as const)('%s: the retry brings one session', async (kind) => {
  bench.simulator.faults.set({ api: [{ kind }] });
  const id = await bench.openSession();
  expect([...bench.simulator.state.sessions.keys()]).toEqual([id]);
});

test('too many requests, a wrong key and a dead port are all unavailable', async () => {
  bench.simulator.faults.set({ api: [{ kind: 'rate-limit', times: 3 }] });
  expect(await bench.gateway.findCheckout('cs_test_x')).toEqual({
    ok: false,
    code: 'unavailable',
    reason: 'rate_limit',
  });
  bench.simulator.faults.reset();
  const { address } = bench.simulator;
  const stranger = createStripeClient({ secretKey: 'sk_test_other', apiAddress: address });
  const strange = createStripeGateway({ stripe: stranger, webhookSecrets: [] });
  expect(await strange.findCheckout('cs_test_x')).toMatchObject({ ok: false, code: 'unavailable' });
  await bench.simulator.close();
  expect(await bench.gateway.findCheckout('cs_test_x')).toMatchObject({ ok: false, code: 'unavailable' });
  bench.simulator = await startStripeSimulator({
    port: 0,
    webhookAddress: 'http://127.0.0.1:9/',
    webhookSecret: 'whsec_x',
    secretKey: 'sk_test_x',
  });
});

test('an amount that Stripe does not take is rejected, and so are more than 100 lines', async () => {
  const small = await bench.gateway.createCheckout(
    checkoutRequest(bench.now, { lines: [{ title: 'Gelang', unitPriceRupiah: 9_999, quantity: 1 }], deliveries: [] }),
  );
  expect(small).toEqual({ ok: false, code: 'rejected', reason: 'amount_too_small' });
  const lines = Array.from({ length: 100 }, () => ({ title: 'Gelang', unitPriceRupiah: 9_999, quantity: 1 }));
  const many = await bench.gateway.createCheckout(checkoutRequest(bench.now, { lines }));
  expect(many).toEqual({ ok: false, code: 'rejected', reason: 'too_many_lines' });
});

test('asking wrongly throws: a fraction of a rupiah, an end too near', async () => {
  const half = [{ title: 'Gelang', unitPriceRupiah: 20_000.5, quantity: 1 }];
  await expect(bench.gateway.createCheckout(checkoutRequest(bench.now, { lines: half }))).rejects.toThrow(RangeError);
  const soon = { expiresAt: new Date(bench.now.getTime() + 29 * 60_000) };
  await expect(bench.gateway.createCheckout(checkoutRequest(bench.now, soon))).rejects.toThrow('at least 30 minutes');
});

test('when Stripe would ask the buyer for another amount than ours, nobody is sent there', async () => {
  await bench.stripe.coupons.create({ id: `discount-${PAYMENT_ID}-1`, amount_off: 100, currency: 'idr' });
  const request = checkoutRequest(bench.now, { discountRupiah: 7_345 });
  await expect(bench.gateway.createCheckout(request)).rejects.toThrow('asks for 41234400 idr, not 40500000');
});

test('what is found of a session: open, paid with its fee, refunded', async () => {
  const id = await bench.openSession();
  expect(await bench.gateway.findCheckout(id)).toEqual({
    ok: true,
    value: {
      sessionId: id,
      status: 'open',
      isPaid: false,
      isProcessing: false,
      amountRupiah: 412_345,
      currency: 'idr',
      paymentId: PAYMENT_ID,
      purchaseNumber: 'KK-2611-00042',
      intentId: null,
      chargeId: null,
      feeRupiah: null,
      refundedRupiah: 0,
    },
  });
  bench.simulator.pay(id, 'succeeded');
  const paid = await bench.gateway.findCheckout(id);
  // 2.9 % of Rp 412.345 is Rp 11.958,005; with Rp 2.000 and rounded to whole rupiah.
  expect(paid).toMatchObject({ value: { status: 'complete', isPaid: true, feeRupiah: 13_958 } });
  expect(paid.ok && paid.value?.intentId).toMatch(/^pi_/);
  expect(paid.ok && paid.value?.chargeId).toMatch(/^ch_/);
});

test('no such session is null', async () => {
  expect(await bench.gateway.findCheckout('cs_test_unknown')).toEqual({ ok: true, value: null });
});

test('a pending payment is processing, then paid, or can never be paid', async () => {
  const good = await bench.openSession();
  bench.simulator.pay(good, 'pending');
  const waiting = { status: 'complete', isPaid: false, isProcessing: true, feeRupiah: null };
  expect(await bench.gateway.findCheckout(good)).toMatchObject({ value: waiting });
  expect(bench.simulator.settlePayment(good, 'succeeded')).toBe(true);
  expect(bench.simulator.settlePayment(good, 'succeeded')).toBe(false);
  expect(await bench.gateway.findCheckout(good)).toMatchObject({ value: { isPaid: true, isProcessing: false } });
  const bad = await bench.openSession({ attempt: 2 });
  bench.simulator.pay(bad, 'pending');
  bench.simulator.settlePayment(bad, 'failed');
  const failed = { status: 'expired', isPaid: false, isProcessing: false };
  expect(await bench.gateway.findCheckout(bad)).toMatchObject({ value: failed });
});

test('expiring: an open one ends, one that is paid or over stays as it is, an unknown one is harmless', async () => {
  const open = await bench.openSession();
  expect(await bench.gateway.expireCheckout(open)).toEqual({ ok: true, value: null });
  expect(await bench.gateway.findCheckout(open)).toMatchObject({ value: { status: 'expired', isPaid: false } });
  expect(await bench.gateway.expireCheckout(open)).toEqual({ ok: true, value: null });
  const paid = await bench.openSession({ attempt: 2 });
  bench.simulator.pay(paid, 'succeeded');
  expect(await bench.gateway.expireCheckout(paid)).toEqual({ ok: true, value: null });
  expect(await bench.gateway.findCheckout(paid)).toMatchObject({ value: { status: 'complete', isPaid: true } });
  expect(await bench.gateway.expireCheckout('cs_test_unknown')).toEqual({ ok: true, value: null });
});

test('a session of ours in which somebody put another amount or currency matches nothing of ours', async () => {
  const id = await bench.openSession();
  const session = bench.simulator.state.sessions.get(id);
  if (!session) throw new Error('no session');
  session.amount_total = 41_234_550;
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { amountRupiah: 412_345.5 } });
  session.currency = 'usd';
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { amountRupiah: Number.NaN, currency: 'usd' } });
});
