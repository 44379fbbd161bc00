// Everything Stripe can tell us, in any order, once or often, against the simulator: the money in our book ends the same.
import { describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { inTransaction } from '#app/domain/database.ts';
import { findMakerBalance } from '#app/domain/ledger/post-entry.server.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { listDueRefunds, payRefund } from '#app/domain/refunds/pay-refund.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW, sealer } from '#tests/support/fixtures.ts';
import { ledgerChanges } from '#tests/support/ledger-changes.ts';
import { buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();
type Bought = Awaited<ReturnType<typeof buyFromTwo>>;

/** The first shop's order goes all the way; the second stays where it is. */
async function completeFirst({ makers, orders, token }: Bought, isReceived = true): Promise<void> {
  const [maker, order] = [makers[0], orders[0]];
  if (!maker || !order) throw new Error('nothing bought');
  const input = { orderId: order.id, code: order.pickupCode ?? '' };
  for (const step of ['pack', 'handOver'] as const)
    mustSucceed(await stepOrder(test.db, { actor: maker.actor, input: { ...input, step }, now: NOW, sealer }));
  const byLink = { input: { token, orderId: order.id }, now: NOW, sealer, receipt: 'allFine' as const };
  if (isReceived) mustSucceed(await receiveOrder(test.db, byLink));
}

const changes = (act: () => Promise<unknown>) => ledgerChanges(test.db, act);
const thrice = <T>(events: T[]): T[] => [...events, ...events.toReversed(), ...events];
const deliver = () => desk.deliver(test.db, thrice);
const paymentOf = ({ purchaseId }: Bought) =>
  test.db.payment.findFirstOrThrow({
    where: { purchaseId },
    include: { refunds: { orderBy: { amountRupiah: 'asc' } } },
  });

describe('a refund made in Stripe’s dashboard', () => {
  it('is split over the orders of the payment, and taken from the maker who had earned it', async () => {
    const bought = await buyFromTwo(test.db);
    const { intentId } = await desk.pay(test.db, bought.token);
    await deliver();
    await completeFirst(bought);
    const moved = await changes(async () => {
      await desk.stripe.refunds.create({ payment_intent: intentId, amount: 10_000 * 100 });
      await deliver();
    });
    // 10.000 over 35.000 and 50.001.
    expect(moved).toEqual({ gateway: -10_000, [`maker:${bought.makers[0]?.shop.id}`]: 4_118, buyer_funds: 5_882 });
    expect(await paymentOf(bought)).toMatchObject({
      status: 'partly_refunded',
      refundedRupiah: 10_000,
      refundDueRupiah: 0,
      refunds: [
        { amountRupiah: 4_118, status: 'paid', reason: 'at_gateway' },
        { amountRupiah: 5_882, status: 'paid' },
      ],
    });
    const person = bought.makers[0]?.person.id ?? '';
    expect(
      await test.db.personMonth.findUnique({ where: { personId_month: { personId: person, month: '2026-11' } } }),
    ).toMatchObject({ verifiedRupiah: 35_000 - 4_118 });
  });

  it('before the order is completed leaves the maker only the rest', async () => {
    const bought = await buyFromTwo(test.db);
    const { intentId } = await desk.pay(test.db, bought.token);
    await desk.stripe.refunds.create({ payment_intent: intentId, amount: 10_000 * 100 });
    await desk.deliver(test.db, (events) => events.toReversed());
    await completeFirst(bought);
    expect(await inTransaction(test.db, (tx) => findMakerBalance(tx, bought.makers[0]?.shop.id ?? ''))).toBe(
      35_000 - 4_118,
    );
  });

  it('that fails later was never owed; while it waits nothing is booked', async () => {
    const bought = await buyFromTwo(test.db);
    const { intentId } = await desk.pay(test.db, bought.token);
    await deliver();
    desk.simulator.faults.set({ refundOutcome: 'pending' });
    const refund = await desk.stripe.refunds.create({ payment_intent: intentId, amount: 100 * 100 });
    desk.simulator.faults.set({ refundOutcome: 'succeeded' });
    expect(await changes(deliver)).toEqual({});
    expect(await paymentOf(bought)).toMatchObject({ refundDueRupiah: 100, refundedRupiah: 0 });
    desk.simulator.settleRefund(refund.id, 'failed');
    expect(await changes(deliver)).toEqual({});
    expect(await paymentOf(bought)).toMatchObject({ refundDueRupiah: 0, refundedRupiah: 0, status: 'settled' });
  });
});

describe('our own refund', () => {
  async function refused(): Promise<Bought> {
    const bought = await buyFromTwo(test.db);
    await desk.pay(test.db, bought.token);
    await deliver();
    await owedRefund(bought);
    return bought;
  }

  it('whose answer was lost is recognised by the webhook, not made twice', async () => {
    const bought = await refused();
    const [row] = (await paymentOf(bought)).refunds;
    const { gatewayIntentId } = await paymentOf(bought);
    // The process dies after Stripe has made it: our row still says `due`.
    await desk.gateway.refundPayment({
      intentId: gatewayIntentId ?? '',
      amountRupiah: 35_000,
      refundId: row?.id ?? '',
    });
    expect(await changes(deliver)).toEqual({ gateway: -35_000, buyer_funds: 35_000 });
    expect(await paymentOf(bought)).toMatchObject({
      refundedRupiah: 35_000,
      refundDueRupiah: 0,
      refunds: [{ status: 'paid' }],
    });
    expect(await listDueRefunds(test.db)).not.toContain(row?.id);
  });

  it('that the gateway refuses stays owed and waits for a person', async () => {
    const bought = await refused();
    const payment = await paymentOf(bought);
    const intent = desk.simulator.state.paymentIntents.get(payment.gatewayIntentId ?? '');
    desk.simulator.openDispute(String(intent?.latest_charge));
    const [row] = payment.refunds;
    mustSucceed(await payRefund(test.db, { gateway: desk.gateway, input: { refundId: row?.id ?? '' }, now: NOW }));
    expect(await paymentOf(bought)).toMatchObject({ refundDueRupiah: 35_000, refunds: [{ status: 'failed' }] });
  });
});

describe('a dispute', () => {
  async function disputed() {
    const bought = await buyFromTwo(test.db);
    const { chargeId } = await desk.pay(test.db, bought.token);
    await deliver();
    const disputeId = desk.simulator.openDispute(chargeId) ?? '';
    return { bought, disputeId };
  }

  it('keeps an order from being completed until it is decided; won, nothing is taken', async () => {
    const { bought, disputeId } = await disputed();
    await deliver();
    await completeFirst(bought, false);
    const [order] = bought.orders;
    const input = { token: bought.token, orderId: order?.id ?? '' };
    expect(await receiveOrder(test.db, { input, now: NOW, sealer, receipt: 'allFine' })).toMatchObject({
      code: 'conflict',
    });
    const later = new Date(NOW.getTime() + 4 * 86_400_000);
    await strikeClock(test.db, { input: { orderId: input.orderId }, now: later, sealer });
    expect(await test.db.order.findUniqueOrThrow({ where: { id: input.orderId } })).toMatchObject({
      status: 'delivered',
      clockAt: new Date(later.getTime() + 86_400_000),
    });
    desk.simulator.closeDispute(disputeId, 'won');
    expect(await changes(deliver)).toEqual({});
    expect(await test.db.cardDispute.findUniqueOrThrow({ where: { id: disputeId } })).toMatchObject({ status: 'won' });
    mustSucceed(await receiveOrder(test.db, { input, now: NOW, sealer, receipt: 'allFine' }));
  });

  it.each([
    ['in order', (events: unknown[]) => events],
    ['closed before created', (events: unknown[]) => events.toReversed()],
    ['three times', thrice],
  ])('lost (%s) is taken once, from whom the money was owed to', async (_, arrange) => {
    const bought = await buyFromTwo(test.db);
    const { chargeId } = await desk.pay(test.db, bought.token);
    await deliver();
    await completeFirst(bought);
    const disputeId = desk.simulator.openDispute(chargeId) ?? '';
    desk.simulator.closeDispute(disputeId, 'lost');
    const moved = await changes(() => desk.deliver(test.db, arrange as typeof thrice));
    expect(moved).toEqual({ gateway: -85_001, [`maker:${bought.makers[0]?.shop.id}`]: 35_000, buyer_funds: 50_001 });
    expect(await paymentOf(bought)).toMatchObject({ status: 'refunded', refundedRupiah: 85_001, refundDueRupiah: 0 });
    expect(
      await test.db.event.count({ where: { kind: 'payment.disputed', subjectId: (await paymentOf(bought)).id } }),
    ).toBe(1);
  });

  it('lost settles what was still owed of a refused order', async () => {
    const { bought, disputeId } = await disputed();
    await owedRefund(bought);
    desk.simulator.closeDispute(disputeId, 'lost');
    expect(await changes(deliver)).toEqual({ gateway: -85_001, buyer_funds: 85_001 });
    const payment = await paymentOf(bought);
    expect(payment).toMatchObject({ refundedRupiah: 85_001, refundDueRupiah: 0 });
    expect(payment.refunds.map(({ status, reason }) => `${reason} ${status}`).sort()).toEqual([
      'dispute_lost paid',
      'dispute_lost paid',
      'order_ended void',
    ]);
  });
});

describe('a payout', () => {
  it('moves money from the gateway to the bank when it has arrived, once', async () => {
    const bought = await buyFromTwo(test.db);
    await desk.pay(test.db, bought.token);
    await deliver();
    const payoutId = desk.simulator.sendPayout() ?? '';
    expect(await changes(deliver)).toEqual({});
    desk.simulator.arrivePayout(payoutId);
    const rupiah = Math.round((desk.simulator.state.payouts.get(payoutId)?.amount ?? 0) / 100);
    expect(await changes(deliver)).toEqual({ bank: rupiah, gateway: -rupiah });
  });
});

/** The first maker refuses: her order's money is owed back. */
async function owedRefund(bought: Bought) {
  const actor = bought.makers[0]?.actor;
  if (!actor) throw new Error('no maker');
  const input = { orderId: bought.orders[0]?.id ?? '', step: 'refuse' as const, reason: 'sakit' };
  mustSucceed(await stepOrder(test.db, { actor, input, now: NOW, sealer }));
  return paymentOf(bought);
}

describe('two tabs', () => {
  it('paid twice: the second goes back whole, and a refused order is paid back from the first', async () => {
    const bought = await buyFromTwo(test.db);
    const first = await desk.checkout(test.db, bought.token);
    await test.db.cardAttempt.updateMany({ where: { sessionId: first }, data: { status: 'expired' } });
    const second = await desk.checkout(test.db, bought.token);
    for (const sessionId of [first, second]) desk.simulator.pay(sessionId, 'succeeded');
    await deliver();
    const payments = await test.db.payment.findMany({
      where: { purchaseId: bought.purchaseId },
      orderBy: { createdAt: 'asc' },
      include: { refunds: true },
    });
    expect(payments.map(({ refundDueRupiah }) => refundDueRupiah).sort()).toEqual([0, 85_001]);
    const kept = payments.find((payment) => payment.refundDueRupiah === 0);
    await owedRefund(bought);
    const owed = await test.db.refund.findMany({ where: { orderId: bought.orders[0]?.id ?? '' } });
    expect(owed).toMatchObject([{ paymentId: kept?.id, amountRupiah: 35_000, status: 'due' }]);
    for (const refundId of await listDueRefunds(test.db))
      mustSucceed(await payRefund(test.db, { gateway: desk.gateway, input: { refundId }, now: NOW }));
    await deliver();
    const after = await test.db.payment.findMany({ where: { purchaseId: bought.purchaseId } });
    expect(after.map(({ refundedRupiah, status }) => `${status} ${refundedRupiah}`).sort()).toEqual([
      'partly_refunded 35000',
      'refunded 85001',
    ]);
  });
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
