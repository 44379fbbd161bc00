// Webhooks: what is believed, and every way they can go wrong on their way.
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyWebhook } from '#app/services/stripe/card-events.ts';
import { emptyState } from '#app/services/stripe/simulator/state.ts';
import { WebhookSender } from '#app/services/stripe/simulator/webhooks.ts';
import { PAYMENT_ID, prepareBench, type ReceivedWebhook, WEBHOOK_SECRET } from './simulator-bench.ts';

const bench = prepareBench();

async function paidSession(): Promise<string> {
  const id = await bench.openSession();
  bench.simulator.pay(id, 'succeeded');
  await bench.simulator.idle();
  return id;
}

function completed(): ReceivedWebhook {
  const found = bench.received.find(({ type }) => type === 'checkout.session.completed');
  if (!found) throw new Error('no webhook');
  return found;
}

/** Signed independently of the simulator. */
function sign(body: string, at: Date, secret = WEBHOOK_SECRET): string {
  const time = Math.floor(at.getTime() / 1000);
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

test('an event that Stripe signed is read down to its ids', async () => {
  const sessionId = await paidSession();
  const { body, signature, eventId } = completed();
  expect(bench.gateway.readWebhook({ body, signature, now: bench.now })).toEqual({
    id: eventId,
    kind: 'checkout.session.completed',
    createdAt: bench.now,
    objectId: sessionId,
    objectKind: 'checkout.session',
    sessionId,
    intentId: expect.stringMatching(/^pi_/),
    chargeId: null,
    refundId: null,
    disputeId: null,
    payoutId: null,
    paymentId: PAYMENT_ID,
  });
});

test('forged, unsigned, altered or unreadable: nothing is read', async () => {
  await paidSession();
  const { body, signature } = completed();
  const { now } = bench;
  const refused = [
    { body, signature: null },
    { body, signature: '' },
    { body, signature: sign(body, now, 'whsec_other') },
    { body: body.replace('41234500', '1234500'), signature },
    { body: `${body} `, signature },
    { body, signature: sign(body, now).replace('v1=', 'v0=') },
    { body, signature: `t=${Math.floor(now.getTime() / 1000)},${sign(body, now)}` },
    { body, signature: 't=soon,v1=00' },
    { body: 'not json', signature: sign('not json', now) },
    { body: '', signature: sign('', now) },
  ];
  for (const webhook of refused) expect(bench.gateway.readWebhook({ ...webhook, now })).toBeNull();
});

test('the clock: 300 seconds either way, not one more', () => {
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'x', created: 0, data: { object: {} } });
  const read = (offsetSeconds: number) => {
    const signature = sign(body, new Date(bench.now.getTime() + offsetSeconds * 1000));
    const reading = verifyWebhook([WEBHOOK_SECRET], { body, signature, now: bench.now });
    return reading.ok ? 'read' : reading.reason;
  };
  expect(read(-300)).toBe('read');
  expect(read(-301)).toBe('too-old');
  expect(read(300)).toBe('read');
  expect(read(301)).toBe('from-the-future');
});

test('while a secret is replaced both count, a blank one never', () => {
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'x', created: 0, data: { object: {} } });
  const now = bench.now;
  const secrets = ['whsec_new', 'whsec_old'];
  for (const secret of secrets) {
    expect(verifyWebhook(secrets, { body, signature: sign(body, now, secret), now }).ok).toBe(true);
  }
  expect(verifyWebhook(['whsec_new'], { body, signature: sign(body, now, 'whsec_old'), now }).ok).toBe(false);
  expect(verifyWebhook([''], { body, signature: sign(body, now, ''), now }).ok).toBe(false);
  expect(verifyWebhook([], { body, signature: sign(body, now, ''), now }).ok).toBe(false);
});

test('switch: old, future and wrongly signed webhooks of the simulator are refused', async () => {
  const faults = [{ timestampShiftSeconds: -600 }, { timestampShiftSeconds: 600 }, { wrongSecret: true }];
  for (const [index, webhook] of faults.entries()) {
    bench.simulator.faults.reset();
    bench.simulator.faults.set({ webhook });
    const id = await bench.openSession({ attempt: index + 1 });
    bench.simulator.pay(id, 'succeeded');
    await bench.simulator.idle();
    const { body, signature } = bench.received.at(-1) ?? completed();
    expect(bench.gateway.readWebhook({ body, signature, now: bench.now })).toBeNull();
  }
});

test('switch: every event comes twice with the same id', async () => {
  bench.simulator.faults.set({ webhook: { duplicate: true } });
  await paidSession();
  const ids = bench.received.map(({ eventId }) => eventId);
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(3);
});

test('switch: the events of one payment come in reverse', async () => {
  bench.simulator.faults.set({ webhook: { reorder: true } });
  await paidSession();
  expect(bench.received.map(({ type }) => type)).toEqual([
    'checkout.session.completed',
    'payment_intent.succeeded',
    'charge.succeeded',
  ]);
});

test('events that are held back leave when they are released', async () => {
  bench.simulator.faults.set({ webhook: { drop: true } });
  await paidSession();
  const [event] = bench.simulator.state.events.values();
  if (!event) throw new Error('no event');
  const sender = new WebhookSender({
    address: bench.webhookAddress,
    secret: WEBHOOK_SECRET,
    retryDelaysMs: [],
    state: emptyState(),
    now: () => bench.now.getTime() / 1000,
    faults: () => ({ ...bench.simulator.faults.current().webhook, drop: false }),
    log: () => {},
    saveSoon: () => {},
  });
  const release = sender.hold();
  sender.send(event);
  await sender.firstTries(50);
  expect(bench.received).toEqual([]);
  release();
  await sender.idle();
  expect(bench.received).toMatchObject([{ eventId: event.id }]);
});

test('a door that answers 500 is tried again, and the event counts as undelivered until it opens', async () => {
  bench.answerWebhook = () => 500;
  const sessionId = await paidSession();
  const tries = bench.received.filter(({ type }) => type === 'checkout.session.completed');
  expect(tries).toHaveLength(3);
  const undelivered = await bench.gateway.listUndeliveredEvents();
  expect(undelivered).toMatchObject({ ok: true, value: [{ kind: 'checkout.session.completed', sessionId }] });
});

test('a door that opens at the second try gets every event again, and all are delivered', async () => {
  const known = new Set<string>();
  bench.answerWebhook = ({ eventId }) => (known.size === known.add(eventId).size ? 200 : 503);
  await paidSession();
  const completions = bench.received.filter(({ type }) => type === 'checkout.session.completed');
  expect(completions).toHaveLength(2);
  expect(await bench.gateway.listUndeliveredEvents()).toEqual({ ok: true, value: [] });
});

test('switch: a lost webhook never comes, but is found by asking, oldest first', async () => {
  bench.simulator.faults.set({ webhook: { drop: true } });
  const first = await paidSession();
  const second = await bench.openSession({ attempt: 2 });
  await bench.gateway.expireCheckout(second);
  await bench.simulator.idle();
  expect(bench.received).toEqual([]);
  const undelivered = await bench.gateway.listUndeliveredEvents();
  expect(undelivered.ok && undelivered.value.map(({ kind, sessionId }) => [kind, sessionId])).toEqual([
    ['checkout.session.completed', first],
    ['checkout.session.expired', second],
  ]);
});

test('every kind of event reads to the ids that the site looks for', async () => {
  const sessionId = await paidSession();
  const found = await bench.gateway.findCheckout(sessionId);
  const { intentId, chargeId } = (found.ok && found.value) || {};
  if (!intentId || !chargeId) throw new Error('not paid');
  await bench.gateway.refundPayment({ intentId, amountRupiah: 1_000, refundId: 'row-1' });
  const disputeId = bench.simulator.openDispute(chargeId) ?? '';
  expect(bench.simulator.closeDispute(disputeId, 'lost')).toBe(true);
  await bench.simulator.idle();
  const read = bench.received.map(({ body, signature }) =>
    bench.gateway.readWebhook({ body, signature, now: bench.now }),
  );
  const byKind = Object.fromEntries(read.map((event) => [event?.kind, event]));
  expect(byKind['charge.succeeded']).toMatchObject({ chargeId, intentId, paymentId: PAYMENT_ID });
  expect(byKind['payment_intent.succeeded']).toMatchObject({ intentId, paymentId: PAYMENT_ID });
  expect(byKind['refund.created']).toMatchObject({ refundId: expect.stringMatching(/^re_/), intentId, chargeId });
  expect(byKind['charge.refunded']).toMatchObject({ chargeId, intentId, refundId: null });
  expect(byKind['charge.dispute.created']).toMatchObject({ objectId: disputeId, chargeId, intentId, sessionId: null });
  expect(byKind['charge.dispute.closed']).toMatchObject({ objectId: disputeId, chargeId, intentId });
});
