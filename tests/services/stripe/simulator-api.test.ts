// The simulator as an API of its own: idempotency, contract, cursors, expansion, errors and headers as Stripe has them.
import { expect, test } from 'vitest';
import { POLL, prepareBench, SECRET_KEY } from './simulator-bench.ts';

const bench = prepareBench();

const SESSION_FORM = {
  mode: 'payment',
  success_url: 'http://localhost/ok',
  'line_items[0][quantity]': '1',
  'line_items[0][price_data][currency]': 'idr',
  'line_items[0][price_data][unit_amount]': '2000000',
  'line_items[0][price_data][product_data][name]': 'Gelang',
};

function call(method: string, path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) {
  return fetch(`${bench.simulator.address}${path}`, {
    method,
    headers: { Authorization: `Bearer ${SECRET_KEY}`, 'Stripe-Version': '2026-10-28.endive', ...headers },
    ...(method === 'POST' ? { body: new URLSearchParams(form) } : {}),
  });
}

async function refusal(form: Record<string, string>, path = '/v1/checkout/sessions') {
  const response = await call('POST', path, form);
  return { status: response.status, ...(await response.json()).error };
}

test('what the pinned version no longer has, or never had, is refused as Stripe refuses it', async () => {
  expect(await refusal({ ...SESSION_FORM, 'payment_method_types[0]': 'card' })).toMatchObject({
    status: 400,
    type: 'invalid_request_error',
    code: 'parameter_unknown',
    param: 'payment_method_types',
    message: 'Received unknown parameter: payment_method_types',
  });
  expect(await refusal({ ...SESSION_FORM, sucess_url: 'http://localhost/ok' })).toMatchObject({
    code: 'parameter_unknown',
    param: 'sucess_url',
  });
  expect(await refusal({ ...SESSION_FORM, ui_mode: 'hosted' })).toMatchObject({ status: 400, param: 'ui_mode' });
  expect(await refusal({ ...SESSION_FORM, 'line_items[0][price_data][amount]': '1' })).toMatchObject({
    code: 'parameter_unknown',
    param: 'line_items[0][price_data][amount]',
  });
  expect(await refusal({ ...SESSION_FORM, 'line_items[0][quantity]': 'two' })).toMatchObject({
    code: 'parameter_invalid_integer',
    param: 'line_items[0][quantity]',
  });
  expect(await refusal({}, '/v1/coupons')).toMatchObject({ param: 'currency' });
});

test.each([
  ['mode', { mode: 'subscription' }],
  ['success_url', { success_url: 'nowhere' }],
  ['line_items[0][price_data][unit_amount]', { 'line_items[0][price_data][unit_amount]': '2000000.5' }],
  ['line_items[0][price_data][unit_amount]', { 'line_items[0][price_data][unit_amount]': '-1' }],
  ['line_items[0][quantity]', { 'line_items[0][quantity]': '0' }],
  ['line_items[0][price_data][product_data][name]', { 'line_items[0][price_data][product_data][name]': ' ' }],
  ['line_items', { 'line_items[0][price_data][currency]': 'usd' }],
  ['expires_at', { expires_at: String(Date.parse('2026-11-24T03:29:59Z') / 1000) }],
  ['expires_at', { expires_at: String(Date.parse('2026-11-25T03:00:01Z') / 1000) }],
  ['metadata[x]', { 'metadata[x]': 'y'.repeat(501) }],
  ['discounts[0][coupon]', { 'discounts[0][coupon]': 'unknown' }],
])('a session with a wrong %s is refused: %j', async (param, changes) => {
  expect(await refusal({ ...SESSION_FORM, ...changes })).toMatchObject({ status: 400, param });
  expect(bench.simulator.state.sessions.size).toBe(0);
});

test('the smallest amount is taken, one sen less is not', async () => {
  const amount = 'line_items[0][price_data][unit_amount]';
  expect(await refusal({ ...SESSION_FORM, [amount]: '999999' })).toMatchObject({ code: 'amount_too_small' });
  expect((await call('POST', '/v1/checkout/sessions', { ...SESSION_FORM, [amount]: '1000000' })).status).toBe(200);
  expect(await refusal({ ...SESSION_FORM, [amount]: '1000000000000' })).toMatchObject({ code: 'amount_too_large' });
});

test('a coupon works once: after a paid session it is used up', async () => {
  await call('POST', '/v1/coupons', { id: 'once', amount_off: '100', currency: 'idr', max_redemptions: '1' });
  const form = { ...SESSION_FORM, 'discounts[0][coupon]': 'once' };
  const session = await (await call('POST', '/v1/checkout/sessions', form)).json();
  expect(session.amount_total).toBe(1_999_900);
  bench.simulator.pay(session.id, 'succeeded');
  expect(await refusal(form)).toMatchObject({ code: 'coupon_expired' });
  const again = { id: 'once', amount_off: '100', currency: 'idr' };
  expect(await refusal(again, '/v1/coupons')).toMatchObject({ code: 'resource_already_exists' });
});

test('one key: the same request is said again, another one is refused, one still running conflicts', async () => {
  const headers = { 'Idempotency-Key': 'k1' };
  const first = await call('POST', '/v1/checkout/sessions', SESSION_FORM, headers);
  const second = await call('POST', '/v1/checkout/sessions', SESSION_FORM, headers);
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  expect(await second.text()).toBe(await first.text());
  const other = await call('POST', '/v1/checkout/sessions', { ...SESSION_FORM, locale: 'id' }, headers);
  expect(other.status).toBe(400);
  expect((await other.json()).error.type).toBe('idempotency_error');
  bench.simulator.faults.set({ api: [{ kind: 'delay', delayMs: 1_000 }] });
  const slow = call('POST', '/v1/checkout/sessions', SESSION_FORM, { 'Idempotency-Key': 'k2' });
  await expect.poll(() => bench.simulator.state.keptAnswers.has('k2'), POLL).toBe(true);
  const meanwhile = await call('POST', '/v1/checkout/sessions', SESSION_FORM, { 'Idempotency-Key': 'k2' });
  expect(meanwhile.status).toBe(409);
  expect((await meanwhile.json()).error.code).toBe('idempotency_key_in_use');
  expect((await slow).status).toBe(200);
  expect(bench.simulator.state.sessions.size).toBe(2);
});

test('a key is forgotten after a day, keeps an error of the server, and does not keep a wrong request', async () => {
  const headers = { 'Idempotency-Key': 'k1' };
  const wrong = await call('POST', '/v1/checkout/sessions', { ...SESSION_FORM, ui_mode: 'hosted' }, headers);
  expect(wrong.status).toBe(400);
  bench.simulator.faults.set({ api: [{ kind: 'error-before-commit' }] });
  expect((await call('POST', '/v1/checkout/sessions', SESSION_FORM, headers)).status).toBe(500);
  const replayed = await call('POST', '/v1/checkout/sessions', SESSION_FORM, headers);
  expect(replayed.status).toBe(500);
  expect(replayed.headers.get('idempotent-replayed')).toBe('true');
  expect(replayed.headers.get('stripe-should-retry')).toBe('false');
  bench.now = new Date(bench.now.getTime() + 24 * 60 * 60_000);
  expect((await call('POST', '/v1/checkout/sessions', SESSION_FORM, headers)).status).toBe(200);
});

test('headers, keys, versions and paths', async () => {
  const good = await call('GET', '/v1/events');
  expect(good.headers.get('request-id')).toMatch(/^req_/);
  expect(good.headers.get('stripe-version')).toBe('2026-10-28.endive');
  expect((await call('GET', '/v1/events', {}, { Authorization: 'Bearer sk_test_wrong' })).status).toBe(401);
  expect((await call('GET', '/v1/events', {}, { 'Stripe-Version': '2020-08-27' })).status).toBe(400);
  expect((await call('GET', '/v1/customers')).status).toBe(404);
  expect((await call('GET', '/v1/checkout/sessions/a/b')).status).toBe(404);
  expect((await call('GET', '/v1/charges/ch_unknown')).status).toBe(404);
  expect((await call('POST', '/v1/refunds', { x: 'y'.repeat(1_100_000) })).status).toBe(413);
  expect((await call('POST', '/v1/refunds', { 'a]b': '1' })).status).toBe(400);
});

test('cursors walk a list in both directions, newest first', async () => {
  const ids: string[] = [];
  for (let attempt = 1; attempt <= 5; attempt += 1) ids.unshift(await bench.openSession({ attempt }));
  const { sessions } = bench.stripe.checkout;
  const first = await sessions.list({ limit: 2 });
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.has_more).toBe(true);
  const last = await sessions.list({ limit: 3, starting_after: ids[1] });
  expect(last.data.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(last.has_more).toBe(false);
  const back = await sessions.list({ limit: 2, ending_before: ids[4] });
  expect(back.data.map(({ id }) => id)).toEqual(ids.slice(2, 4));
  await expect(sessions.list({ starting_after: 'cs_test_unknown' })).rejects.toThrow('No such checkout.session');
  await expect(sessions.list({ limit: 101 })).rejects.toThrow('Invalid integer');
  const lines = await sessions.listLineItems(ids[0] ?? '', { limit: 1 });
  expect(lines).toMatchObject({ has_more: true, data: [{ quantity: 2 }] });
});

test('lists are filtered', async () => {
  const open = await bench.openSession();
  const paid = await bench.openSession({ attempt: 2 });
  bench.simulator.pay(paid, 'succeeded');
  await bench.simulator.idle();
  const { stripe, simulator } = bench;
  const [intentId] = [...simulator.state.paymentIntents.keys()];
  const [chargeId] = [...simulator.state.charges.keys()];
  const idsOf = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id);
  expect(idsOf(await stripe.checkout.sessions.list({ status: 'open' }))).toEqual([open]);
  expect(idsOf(await stripe.checkout.sessions.list({ payment_intent: intentId }))).toEqual([paid]);
  expect((await stripe.events.list({ type: 'charge.succeeded' })).data).toHaveLength(1);
  expect((await stripe.events.list({ delivery_success: true })).data).toHaveLength(3);
  expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(0);
  expect((await stripe.balanceTransactions.list({ source: chargeId })).data).toHaveLength(1);
  expect((await stripe.balanceTransactions.list({ type: 'refund' })).data).toHaveLength(0);
  const second = bench.now.getTime() / 1000;
  expect((await stripe.events.list({ created: second })).data).toHaveLength(3);
  expect((await stripe.events.list({ created: { gt: second } })).data).toHaveLength(0);
  expect((await stripe.events.list({ created: { lte: second } })).data).toHaveLength(3);
});

test('every object can be retrieved and expanded; a wrong path is refused', async () => {
  const id = await bench.openSession();
  bench.simulator.pay(id, 'succeeded');
  const { stripe } = bench;
  const session = await stripe.checkout.sessions.retrieve(id, {
    expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
  });
  expect(session).toMatchObject({
    line_items: { data: { length: 4 } },
    payment_intent: { latest_charge: { balance_transaction: { type: 'charge', amount: 41_234_500 } } },
  });
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_intent: expect.stringMatching(/^pi_/) });
  const listed = await stripe.checkout.sessions.list({ expand: ['data.payment_intent'] });
  expect(listed.data[0]).toMatchObject({ payment_intent: { status: 'succeeded' } });
  const [movementId = ''] = bench.simulator.state.balanceTransactions.keys();
  expect(await stripe.balanceTransactions.retrieve(movementId)).toMatchObject({ net: 41_234_500 - 1_395_801 });
  const [eventId = ''] = bench.simulator.state.events.keys();
  expect(await stripe.events.retrieve(eventId)).toMatchObject({ type: 'charge.succeeded' });
  const [chargeId = ''] = bench.simulator.state.charges.keys();
  expect(await stripe.charges.retrieve(chargeId)).toMatchObject({ transfer_group: 'KK-2611-00042' });
  await expect(stripe.checkout.sessions.retrieve(id, { expand: ['amount_total'] })).rejects.toThrow(
    'cannot be expanded',
  );
  await expect(stripe.checkout.sessions.retrieve(id, { expand: ['nothing'] })).rejects.toThrow('cannot be expanded');
  await expect(stripe.checkout.sessions.retrieve(id, { expand: ['a.b.c.d.e'] })).rejects.toThrow('more than 4 levels');
});
