// What Stripe tells that does not fit our book: set aside with its reason, and nothing is booked from it.
import { beforeEach, describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW } from '#tests/support/fixtures.ts';
import { ledgerChanges } from '#tests/support/ledger-changes.ts';
import { buy, buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();
beforeEach(() => {
  desk.now = NOW;
});

const deliver = () => desk.deliver(test.db, (events) => [...events, ...events.toReversed(), ...events]);
const changes = (act: () => Promise<unknown>) => ledgerChanges(test.db, act);
const quarantined = () => test.db.stripeEvent.findMany({ where: { quarantineReason: { not: null } } });

describe('what does not fit', () => {
  it('is quarantined with its reason and changes nothing, however often it comes', async () => {
    const bought = await buyFromTwo(test.db);
    const { intentId, sessionId } = await desk.pay(test.db, bought.token);
    const session = desk.simulator.state.sessions.get(sessionId);
    if (session) session.amount_total = 100;
    expect(await changes(deliver)).toEqual({});
    expect(await quarantined()).toMatchObject([
      { objectId: sessionId, quarantineReason: 'mismatch', processedAt: null },
    ]);
    await desk.stripe.refunds.create({ payment_intent: intentId, amount: 100 });
    expect(await changes(deliver)).toEqual({});
    // A refund of a payment that is not settled either: everything about it is set aside.
    const kinds = (await quarantined()).map((event) => `${event.kind} ${event.quarantineReason}`).sort();
    expect(kinds).toEqual([
      'charge.refunded mismatch',
      'checkout.session.completed mismatch',
      'refund.created mismatch',
    ]);
  });

  it('a payout in another currency, a dispute over more than is left', async () => {
    const { chargeId } = await desk.pay(test.db, (await buyFromTwo(test.db)).token);
    await deliver();
    const disputeId = desk.simulator.openDispute(chargeId) ?? '';
    const dispute = desk.simulator.state.disputes.get(disputeId);
    if (dispute) dispute.amount = 85_002 * 100;
    desk.simulator.closeDispute(disputeId, 'lost');
    const payoutId = desk.simulator.sendPayout() ?? '';
    const payout = desk.simulator.state.payouts.get(payoutId);
    if (payout) payout.currency = 'usd';
    desk.simulator.arrivePayout(payoutId);
    const before = new Set((await quarantined()).map(({ id }) => id));
    expect(await changes(deliver)).toEqual({});
    const set = (await quarantined()).filter(({ id }) => !before.has(id));
    expect(set.map((event) => `${event.kind} ${event.quarantineReason}`).sort()).toEqual([
      // Read anew, the first word about it already finds it lost.
      'charge.dispute.created mismatch',
      'payout.paid mismatch',
    ]);
    expect(await test.db.cardDispute.findUniqueOrThrow({ where: { id: disputeId } })).toMatchObject({ status: 'lost' });
  });

  it('a payout that has bounced since is not booked', async () => {
    await desk.pay(test.db, (await buyFromTwo(test.db)).token);
    await deliver();
    const payoutId = desk.simulator.sendPayout() ?? '';
    desk.simulator.arrivePayout(payoutId);
    const payout = desk.simulator.state.payouts.get(payoutId);
    if (payout) payout.status = 'failed';
    expect(await changes(deliver)).toEqual({});
  });

  it('what was acted on is not asked about again', async () => {
    await desk.pay(test.db, (await buyFromTwo(test.db)).token);
    await deliver();
    desk.simulator.faults.set({ api: [{ kind: 'error-before-commit', times: 50 }] });
    const undone = () => test.db.stripeEvent.count({ where: { processedAt: null, quarantineReason: null } });
    const asked = desk.simulator.faults.current().api[0]?.times;
    await desk.deliver(test.db);
    expect(await undone()).toBe(0);
    expect(desk.simulator.faults.current().api[0]?.times).toBe(asked);
    desk.simulator.faults.reset();
    desk.simulator.faults.set({ webhook: { drop: true } });
  });

  it('a silent gateway is asked again later', async () => {
    const { token } = mustSucceed(await buyOne());
    await desk.pay(test.db, token);
    desk.simulator.faults.set({ api: [{ kind: 'error-before-commit', path: '/v1/checkout/sessions', times: 5 }] });
    await desk.deliver(test.db);
    expect(await test.db.stripeEvent.count({ where: { processedAt: null, quarantineReason: null } })).toBe(1);
    desk.simulator.faults.reset();
    desk.simulator.faults.set({ webhook: { drop: true } });
    await deliver();
    expect(await test.db.order.findFirstOrThrow({ where: { purchase: { token } } })).toMatchObject({
      status: 'confirmed',
    });
  });
});

async function buyOne() {
  const { makers } = await buyFromTwo(test.db);
  const shop = makers[0]?.shop.id ?? '';
  const variant = await test.db.variant.findFirstOrThrow({ where: { listing: { shopId: shop } } });
  return buy(test.db, { shopId: shop, variantId: variant.id, method: 'card' });
}

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
