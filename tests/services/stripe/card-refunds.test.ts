// Refunds and the account's own book, with the real stripe package.
import { expect, test } from 'vitest';
import { prepareBench } from './simulator-bench.ts';

const bench = prepareBench();

async function paidIntent(): Promise<{ sessionId: string; intentId: string; chargeId: string }> {
  const sessionId = await bench.openSession();
  bench.simulator.pay(sessionId, 'succeeded');
  const found = await bench.gateway.findCheckout(sessionId);
  const { intentId, chargeId } = (found.ok && found.value) || {};
  if (!intentId || !chargeId) throw new Error('not paid');
  return { sessionId, intentId, chargeId };
}

async function refunded(sessionId: string): Promise<number | undefined> {
  const found = await bench.gateway.findCheckout(sessionId);
  return found.ok ? found.value?.refundedRupiah : undefined;
}

test('a part, then the rest, and never more than is left', async () => {
  const { sessionId, intentId } = await paidIntent();
  const part = await bench.gateway.refundPayment({
    intentId,
    amountRupiah: 112_345,
    refundId: 'row-1',
    reason: 'cacat',
  });
  expect(part).toMatchObject({ ok: true, value: { status: 'succeeded', amountRupiah: 112_345, refundId: 'row-1' } });
  expect(await refunded(sessionId)).toBe(112_345);
  const over = await bench.gateway.refundPayment({ intentId, amountRupiah: 300_001, refundId: 'row-2' });
  expect(over).toMatchObject({ ok: false, code: 'rejected' });
  const rest = await bench.gateway.refundPayment({ intentId, amountRupiah: 300_000, refundId: 'row-3' });
  expect(rest).toMatchObject({ ok: true });
  expect(await refunded(sessionId)).toBe(412_345);
  const more = await bench.gateway.refundPayment({ intentId, amountRupiah: 1, refundId: 'row-4' });
  expect(more).toEqual({ ok: false, code: 'rejected', reason: 'charge_already_refunded' });
});

test('the same row is refunded once, even when Stripe has forgotten the key', async () => {
  const { intentId, sessionId } = await paidIntent();
  const request = { intentId, amountRupiah: 5_000, refundId: 'row-1' };
  const first = await bench.gateway.refundPayment(request);
  const second = await bench.gateway.refundPayment(request);
  expect(second).toEqual(first);
  bench.simulator.state.keptAnswers.clear();
  expect(await bench.gateway.refundPayment(request)).toEqual(first);
  expect(await refunded(sessionId)).toBe(5_000);
});

test('an error or a cut line after the refund was made: it is found, not made twice', async () => {
  const { intentId, sessionId } = await paidIntent();
  bench.simulator.faults.set({ api: [{ kind: 'error-after-commit', path: '/v1/refunds', method: 'POST' }] });
  expect(await bench.gateway.refundPayment({ intentId, amountRupiah: 5_000, refundId: 'row-1' })).toMatchObject({
    ok: true,
  });
  bench.simulator.faults.set({ api: [{ kind: 'cut-after-commit', path: '/v1/refunds', method: 'POST' }] });
  expect(await bench.gateway.refundPayment({ intentId, amountRupiah: 7_000, refundId: 'row-2' })).toMatchObject({
    ok: true,
  });
  expect(await refunded(sessionId)).toBe(12_000);
});

test('a refund that waits, and one that fails: the money counts as ours again', async () => {
  const { intentId, sessionId } = await paidIntent();
  bench.simulator.faults.set({ refundOutcome: 'pending' });
  const sent = await bench.gateway.refundPayment({ intentId, amountRupiah: 5_000, refundId: 'row-1' });
  const gatewayId = sent.ok ? sent.value.gatewayId : '';
  expect(sent).toMatchObject({ value: { status: 'pending', failureReason: null } });
  expect(bench.simulator.settleRefund(gatewayId, 'failed')).toBe(true);
  expect(bench.simulator.settleRefund(gatewayId, 'failed')).toBe(false);
  await bench.simulator.idle();
  expect(bench.received.map(({ type }) => type)).toEqual(expect.arrayContaining(['refund.failed', 'refund.updated']));
  const failed = { status: 'failed', failureReason: 'lost_or_stolen_card', intentId, refundId: 'row-1' };
  expect(await bench.gateway.findRefund(gatewayId)).toMatchObject({ value: failed });
  expect(await refunded(sessionId)).toBe(0);
});

test('unknown refunds are null, unknown payments and disputed charges are rejected', async () => {
  expect(await bench.gateway.findRefund('re_unknown')).toEqual({ ok: true, value: null });
  const stranger = { intentId: 'pi_unknown', amountRupiah: 5_000, refundId: 'row-1' };
  expect(await bench.gateway.refundPayment(stranger)).toMatchObject({ ok: false, code: 'rejected' });
  const { intentId, chargeId } = await paidIntent();
  bench.simulator.openDispute(chargeId);
  expect(bench.simulator.openDispute(chargeId)).toBeNull();
  const disputed = await bench.gateway.refundPayment({ intentId, amountRupiah: 5_000, refundId: 'row-2' });
  expect(disputed).toEqual({ ok: false, code: 'rejected', reason: 'charge_disputed' });
});

test('the account book of a span: charge with fee, refund, dispute lost and won', async () => {
  const from = new Date(bench.now);
  const { intentId, chargeId } = await paidIntent();
  bench.now = new Date(bench.now.getTime() + 1_000);
  await bench.gateway.refundPayment({ intentId, amountRupiah: 12_345, refundId: 'row-1' });
  bench.now = new Date(bench.now.getTime() + 1_000);
  const disputeId = bench.simulator.openDispute(chargeId) ?? '';
  bench.now = new Date(bench.now.getTime() + 1_000);
  bench.simulator.closeDispute(disputeId, 'won');
  const to = new Date(bench.now);
  const movements = await bench.gateway.listMovements({ from, to });
  expect(
    movements.ok && movements.value.map(({ kind, amountRupiah, feeRupiah }) => [kind, amountRupiah, feeRupiah]),
  ).toEqual([
    ['charge', 412_345, 13_958],
    ['refund', -12_345, 0],
    ['adjustment', -400_000, 0],
  ]);
  expect(movements.ok && movements.value[0]?.sourceId).toBe(chargeId);
  const next = await bench.gateway.listMovements({ from: to, to: new Date(to.getTime() + 1_000) });
  expect(next.ok && next.value.map(({ amountRupiah }) => amountRupiah)).toEqual([400_000]);
});

test('more than one page of movements is read to the end', async () => {
  const { intentId } = await paidIntent();
  const charge = await bench.stripe.paymentIntents.retrieve(intentId);
  for (let index = 0; index < 120; index += 1) {
    await bench.stripe.refunds.create({ payment_intent: charge.id, amount: 100 });
  }
  const all = await bench.gateway.listMovements({ from: bench.now, to: new Date(bench.now.getTime() + 1_000) });
  expect(all.ok && all.value).toHaveLength(121);
  // The 121st of the same payment is still recognised by our row's id.
  const mine = await bench.gateway.refundPayment({ intentId, amountRupiah: 2, refundId: 'row-old' });
  await bench.stripe.refunds.create({ payment_intent: charge.id, amount: 100 });
  expect(await bench.gateway.refundPayment({ intentId, amountRupiah: 2, refundId: 'row-old' })).toEqual(mine);
});
