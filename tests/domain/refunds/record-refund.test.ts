// What the gateway says of refunds, in any order, once or often: ours, and those that finance makes at the gateway itself.
import { describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { inTransaction } from '#app/domain/database.ts';
import { findMakerBalance } from '#app/domain/ledger/post-entry.server.ts';
import { listDueRefunds, payRefund } from '#app/domain/refunds/pay-refund.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW } from '#tests/support/fixtures.ts';
import { ledgerChanges } from '#tests/support/ledger-changes.ts';
import { type Bought, buyFromTwo, completeFirst, paymentOf, refuseFirst } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();

const changes = (act: () => Promise<unknown>) => ledgerChanges(test.db, act);
const thrice = <T>(events: T[]): T[] => [...events, ...events.toReversed(), ...events];
const deliver = () => desk.deliver(test.db, thrice);

/** A card purchase from two makers; the first cannot deliver, so that her Rp 35.000 are owed to the buyer. */
async function refusedByFirst(): Promise<Bought> {
  const bought = await buyFromTwo(test.db);
  await desk.pay(test.db, bought.token);
  await deliver();
  await refuseFirst(test.db, bought);
  return bought;
}

describe('a refund made in Stripe’s dashboard', () => {
  it('is split over the orders of the payment, and taken from the maker who had earned it', async () => {
    const bought = await buyFromTwo(test.db);
    const { intentId } = await desk.pay(test.db, bought.token);
    await deliver();
    await completeFirst(test.db, bought);
    const moved = await changes(async () => {
      await desk.stripe.refunds.create({ payment_intent: intentId, amount: 10_000 * 100 });
      await deliver();
    });
    // 10.000 over 35.000 and 50.001.
    expect(moved).toEqual({ gateway: -10_000, [`maker:${bought.makers[0]?.shop.id}`]: 4_118, buyer_funds: 5_882 });
    expect(await paymentOf(test.db, bought)).toMatchObject({
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
    await completeFirst(test.db, bought);
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
    expect(await paymentOf(test.db, bought)).toMatchObject({ refundDueRupiah: 100, refundedRupiah: 0 });
    desk.simulator.settleRefund(refund.id, 'failed');
    expect(await changes(deliver)).toEqual({});
    expect(await paymentOf(test.db, bought)).toMatchObject({
      refundDueRupiah: 0,
      refundedRupiah: 0,
      status: 'settled',
    });
  });
});

describe('a refund in Stripe’s dashboard of what we owe', () => {
  const refundBy = async (bought: Bought, amountRupiah: number) => {
    const { gatewayIntentId } = await paymentOf(test.db, bought);
    const refund = { payment_intent: gatewayIntentId ?? '', amount: amountRupiah * 100 };
    const made = await desk.stripe.refunds.create(refund);
    await deliver();
    return made;
  };
  const payOwed = async () => {
    for (const refundId of await listDueRefunds(test.db))
      mustSucceed(await payRefund(test.db, { gateway: desk.gateway, input: { refundId }, now: NOW }));
  };

  it('pays it, so that the buyer is not paid twice', async () => {
    const bought = await refusedByFirst();
    await refundBy(bought, 35_000);
    await payOwed();
    expect(await paymentOf(test.db, bought)).toMatchObject({
      refundedRupiah: 35_000,
      refundDueRupiah: 0,
      refunds: [{ status: 'void' }, { amountRupiah: 35_000, status: 'paid', orderId: bought.orders[0]?.id }],
    });
  });

  it('in part leaves the rest owed; more than is owed is split over what the buyer still gets', async () => {
    const part = await refusedByFirst();
    await refundBy(part, 1_995);
    expect(await paymentOf(test.db, part)).toMatchObject({ refundedRupiah: 1_995, refundDueRupiah: 33_005 });
    await payOwed();
    await deliver();
    expect(await paymentOf(test.db, part)).toMatchObject({ refundedRupiah: 35_000, refundDueRupiah: 0 });
    const more = await refusedByFirst();
    await refundBy(more, 40_000);
    const { refunds } = await paymentOf(test.db, more);
    const paid = refunds.filter(({ status }) => status === 'paid');
    expect(paid.map(({ orderId, amountRupiah }) => [orderId, amountRupiah])).toEqual([
      [more.orders[1]?.id, 5_000],
      [more.orders[0]?.id, 35_000],
    ]);
  });

  it('that fails later is owed again', async () => {
    const bought = await refusedByFirst();
    desk.simulator.faults.set({ refundOutcome: 'pending' });
    const { id } = await refundBy(bought, 35_000);
    desk.simulator.faults.set({ refundOutcome: 'succeeded' });
    desk.simulator.settleRefund(id, 'failed');
    await deliver();
    expect(await paymentOf(test.db, bought)).toMatchObject({ refundedRupiah: 0, refundDueRupiah: 35_000 });
  });
});

describe('our own refund', () => {
  it('whose answer was lost is recognised by the webhook, not made twice', async () => {
    const bought = await refusedByFirst();
    const [row] = (await paymentOf(test.db, bought)).refunds;
    const { gatewayIntentId } = await paymentOf(test.db, bought);
    // The process dies after Stripe has made it: our row still says `due`.
    await desk.gateway.refundPayment({
      intentId: gatewayIntentId ?? '',
      amountRupiah: 35_000,
      refundId: row?.id ?? '',
    });
    expect(await changes(deliver)).toEqual({ gateway: -35_000, buyer_funds: 35_000 });
    expect(await paymentOf(test.db, bought)).toMatchObject({
      refundedRupiah: 35_000,
      refundDueRupiah: 0,
      refunds: [{ status: 'paid' }],
    });
    expect(await listDueRefunds(test.db)).not.toContain(row?.id);
  });

  it('that the gateway refuses stays owed and waits for a person', async () => {
    const bought = await refusedByFirst();
    const payment = await paymentOf(test.db, bought);
    const intent = desk.simulator.state.paymentIntents.get(payment.gatewayIntentId ?? '');
    desk.simulator.openDispute(String(intent?.latest_charge));
    const [row] = payment.refunds;
    mustSucceed(await payRefund(test.db, { gateway: desk.gateway, input: { refundId: row?.id ?? '' }, now: NOW }));
    expect(await paymentOf(test.db, bought)).toMatchObject({
      refundDueRupiah: 35_000,
      refunds: [{ status: 'failed' }],
    });
  });
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
