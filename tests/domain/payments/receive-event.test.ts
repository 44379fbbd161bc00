// Everything Stripe can tell us, in any order, once or often, against the simulator: the money in our book ends the same.
import { describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { listDueRefunds, payRefund } from '#app/domain/refunds/pay-refund.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW, sealer } from '#tests/support/fixtures.ts';
import { ledgerChanges } from '#tests/support/ledger-changes.ts';
import { buyFromTwo, completeFirst, paymentOf, refuseFirst } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();

const changes = (act: () => Promise<unknown>) => ledgerChanges(test.db, act);
const thrice = <T>(events: T[]): T[] => [...events, ...events.toReversed(), ...events];
const deliver = () => desk.deliver(test.db, thrice);
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
    await completeFirst(test.db, bought, { isReceived: false });
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
    await completeFirst(test.db, bought);
    const disputeId = desk.simulator.openDispute(chargeId) ?? '';
    desk.simulator.closeDispute(disputeId, 'lost');
    const moved = await changes(() => desk.deliver(test.db, arrange as typeof thrice));
    expect(moved).toEqual({ gateway: -85_001, [`maker:${bought.makers[0]?.shop.id}`]: 35_000, buyer_funds: 50_001 });
    expect(await paymentOf(test.db, bought)).toMatchObject({
      status: 'refunded',
      refundedRupiah: 85_001,
      refundDueRupiah: 0,
    });
    expect(
      await test.db.event.count({
        where: { kind: 'payment.disputed', subjectId: (await paymentOf(test.db, bought)).id },
      }),
    ).toBe(1);
  });

  it('lost settles what was still owed of a refused order', async () => {
    const { bought, disputeId } = await disputed();
    await refuseFirst(test.db, bought);
    desk.simulator.closeDispute(disputeId, 'lost');
    expect(await changes(deliver)).toEqual({ gateway: -85_001, buyer_funds: 85_001 });
    const payment = await paymentOf(test.db, bought);
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
    await refuseFirst(test.db, bought);
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
