// The two books side by side: Stripe's simulator and our ledger agree after every kind of movement; every planted fault is found.
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#app/domain/database.ts';
import { postEntry } from '#app/domain/ledger/post-entry.server.ts';
import { askUndelivered } from '#app/domain/reconciliation/ask-undelivered.server.ts';
import { compareDays } from '#app/domain/reconciliation/compare-days.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW, sealer } from '#tests/support/fixtures.ts';
import { buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();
const DAY = 86_400_000;
beforeEach(() => {
  desk.now = NOW;
});

const compare = async (firstDay = '2026-11-20', lastDay = firstDay) =>
  mustSucceed(
    await compareDays(test.db, {
      gateway: desk.gateway,
      input: { firstDay, lastDay },
      now: new Date(NOW.getTime() + 5 * DAY),
    }),
  );
const open = () => test.db.bookDifference.findMany({ where: { resolvedAt: null }, orderBy: { happenedAt: 'asc' } });

async function paid() {
  const bought = await buyFromTwo(test.db);
  return { ...bought, ...(await desk.pay(test.db, bought.token)) };
}

describe('the two books', () => {
  it('agree after payments, refunds that end or fail, disputes won and lost, and a payout', async () => {
    const [whole, part, waiting, won, lost] = [await paid(), await paid(), await paid(), await paid(), await paid()];
    await desk.stripe.refunds.create({ payment_intent: whole.intentId });
    await desk.stripe.refunds.create({ payment_intent: part.intentId, amount: 100 * 100 });
    desk.simulator.faults.set({ refundOutcome: 'pending' });
    const refund = await desk.stripe.refunds.create({ payment_intent: waiting.intentId, amount: 100 * 100 });
    desk.simulator.faults.set({ refundOutcome: 'succeeded' });
    const disputes = [won, lost].map(({ chargeId }) => desk.simulator.openDispute(chargeId) ?? '');
    const payout = desk.simulator.sendPayout() ?? '';
    await desk.deliver(test.db);
    expect(await compare()).toEqual({ found: 0, resolved: 0 });
    // Two days later all that waited has ended.
    desk.now = new Date(NOW.getTime() + 2 * DAY);
    desk.simulator.settleRefund(refund.id, 'failed');
    desk.simulator.closeDispute(disputes[0] ?? '', 'won');
    desk.simulator.closeDispute(disputes[1] ?? '', 'lost');
    desk.simulator.arrivePayout(payout);
    await desk.deliver(test.db);
    expect(await compare('2026-11-20', '2026-11-22')).toEqual({ found: 0, resolved: 0 });
    expect(await open()).toEqual([]);
  });

  it('part when news was lost, and come together by themselves when it is asked for', async () => {
    const { intentId } = await paid();
    expect(await compare()).toEqual({ found: 1, resolved: 0 });
    expect(await compare()).toEqual({ found: 0, resolved: 0 });
    const fee = Math.round(85_001 * 0.029 + 2_000);
    expect(await open()).toMatchObject([
      { sourceId: intentId, kind: 'charge', gatewayRupiah: BigInt(85_001 - fee), ledgerRupiah: null },
    ]);
    const asked = await askUndelivered(test.db, { gateway: desk.gateway, now: NOW, sealer });
    expect(mustSucceed(asked).news).toBeGreaterThan(0);
    expect(await test.db.payment.findUniqueOrThrow({ where: { gatewayIntentId: intentId } })).toMatchObject({
      status: 'settled',
    });
    expect(await compare()).toEqual({ found: 0, resolved: 1 });
    expect(await open()).toEqual([]);
  });

  it('part by one rupiah, by an entry of ours that nothing at Stripe stands behind, and finance is told again of other sums', async () => {
    const { intentId } = await paid();
    await desk.deliver(test.db);
    const movement = [...desk.simulator.state.balanceTransactions.values()].at(-1);
    if (movement) movement.amount += 100;
    await inTransaction(test.db, (tx) =>
      postEntry(tx, {
        kind: 'gateway_payout',
        sourceId: 'po_of_nobody',
        bookedAt: NOW,
        lines: [
          ['bank', 5_000],
          ['gateway', -5_000],
        ],
      }),
    );
    expect(await compare()).toEqual({ found: 2, resolved: 0 });
    const differences = await open();
    expect(differences.map(({ sourceId, kind }) => [sourceId, kind]).sort()).toEqual([
      [intentId, 'charge'],
      ['po_of_nobody', 'entry'],
    ]);
    await test.db.bookDifference.updateMany({ data: { lookedAt: NOW, note: 'sudah ditanya' } });
    if (movement) movement.amount += 100;
    expect(await compare()).toEqual({ found: 1, resolved: 0 });
    expect(await test.db.bookDifference.findUniqueOrThrow({ where: { sourceId: intentId } })).toMatchObject({
      lookedAt: null,
      note: 'sudah ditanya',
    });
    if (movement) movement.amount -= 200;
    expect(await compare()).toEqual({ found: 0, resolved: 1 });
  });

  it('are not compared when Stripe is silent', async () => {
    desk.simulator.faults.set({ api: [{ kind: 'error-before-commit', path: '/v1/balance_transactions', times: 5 }] });
    const input = { firstDay: '2026-11-20', lastDay: '2026-11-20' };
    expect(await compareDays(test.db, { gateway: desk.gateway, input, now: NOW })).toMatchObject({
      code: 'unavailable',
    });
    desk.simulator.faults.reset();
    desk.simulator.faults.set({ webhook: { drop: true } });
  });
});

it('a checkout whose answer was lost is known again by what it is for', async () => {
  const bought = await buyFromTwo(test.db);
  const sessionId = await desk.checkout(test.db, bought.token);
  // The process died before it wrote down what Stripe answered.
  await test.db.cardAttempt.updateMany({ where: { sessionId }, data: { sessionId: null, status: 'opening' } });
  desk.simulator.pay(sessionId, 'succeeded');
  mustSucceed(await askUndelivered(test.db, { gateway: desk.gateway, now: NOW, sealer }));
  expect(await test.db.payment.findFirstOrThrow({ where: { purchaseId: bought.purchaseId } })).toMatchObject({
    status: 'settled',
  });
  expect(await test.db.cardAttempt.findUniqueOrThrow({ where: { sessionId } })).toMatchObject({ status: 'complete' });
});
