// A purchase by card, of which one order is cancelled before paying: the rest stays payable, for what is left. What is paid on the
// page that was open before goes to all that it asked for, and the cancelled order's share is owed back.
import { expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { startCheckout } from '#app/domain/payments/start-checkout.server.ts';
import { sweepCheckouts } from '#app/domain/payments/sweep-checkouts.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW, sealer } from '#tests/support/fixtures.ts';
import { type Bought, buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();

const cancel = ({ token, orders }: Bought, index: number) =>
  cancelOrder(test.db, { input: { token, orderId: orders[index]?.id ?? '' }, now: NOW, sealer });

const start = ({ token }: Bought) =>
  startCheckout(test.db, {
    ...{ gateway: desk.gateway, now: NOW, sealer },
    input: { token, returnAddress: 'http://localhost/ya', cancelAddress: 'http://localhost/batal' },
  });

/** The two orders, cheapest first, the refunds, and what was asked. */
async function stateOf({ purchaseId }: Bought) {
  const orders = await test.db.order.findMany({ where: { purchaseId }, orderBy: { totalRupiah: 'asc' } });
  const payments = await test.db.payment.findMany({ where: { purchaseId }, include: { refunds: true } });
  const shared = payments.filter(({ orderId }) => orderId === null);
  return {
    orders: orders.map(({ status }) => status),
    asked: shared.map(({ amountRupiah, status }) => `${status} ${amountRupiah}`),
    refunds: payments.flatMap(({ refunds }) => refunds).map(({ amountRupiah, reason }) => `${reason} ${amountRupiah}`),
  };
}

const sessionStatus = (id: string) => desk.simulator.state.sessions.get(id)?.status;

it('asks for the rest in a new session and closes the one that asked for all', async () => {
  const bought = await buyFromTwo(test.db);
  const before = await desk.checkout(test.db, bought.token);
  expect(mustSucceed(await cancel(bought, 0)).isNew).toBe(true);
  expect(mustSucceed(await cancel(bought, 0)).isNew).toBe(false);
  expect(await stateOf(bought)).toEqual({ orders: ['cancelled', 'pending'], asked: ['pending 50001'], refunds: [] });
  const { sessionId } = await desk.pay(test.db, bought.token);
  expect(sessionId).not.toBe(before);
  expect(sessionStatus(before)).toBe('expired');
  expect(desk.simulator.state.sessions.get(sessionId)?.amount_total).toBe(5_000_100);
  await desk.deliver(test.db);
  expect(await stateOf(bought)).toEqual({ orders: ['cancelled', 'confirmed'], asked: ['settled 50001'], refunds: [] });
});

it('takes what is paid on the old page all the same, and owes the cancelled share back', async () => {
  const bought = await buyFromTwo(test.db);
  const { sessionId } = await desk.pay(test.db, bought.token);
  mustSucceed(await cancel(bought, 1));
  expect((await stateOf(bought)).asked).toEqual(['pending 35000']);
  // The page finds the money before any webhook does.
  expect(await start(bought)).toEqual({ ok: false, code: 'paid' });
  expect(sessionStatus(sessionId)).toBe('complete');
  const paid = {
    ...{ orders: ['confirmed', 'cancelled'], asked: ['settled 85001'] },
    refunds: ['order_ended 50001'],
  };
  expect(await stateOf(bought)).toEqual(paid);
  await desk.deliver(test.db);
  await desk.deliver(test.db);
  expect(await stateOf(bought)).toEqual(paid);
});

it('closes the old page by itself when the buyer does not come back', async () => {
  const bought = await buyFromTwo(test.db);
  const before = await desk.checkout(test.db, bought.token);
  mustSucceed(await cancel(bought, 0));
  const later = new Date(NOW.getTime() + 3 * 60_000);
  await sweepCheckouts(test.db, { gateway: desk.gateway, now: later, sealer });
  expect(sessionStatus(before)).toBe('expired');
  const current = await desk.checkout(test.db, bought.token);
  await sweepCheckouts(test.db, { gateway: desk.gateway, now: later, sealer });
  expect(sessionStatus(current)).toBe('open');
});

it('has nothing to pay when both are cancelled; money that comes all the same goes back whole', async () => {
  const bought = await buyFromTwo(test.db);
  const sessionId = await desk.checkout(test.db, bought.token);
  mustSucceed(await cancel(bought, 0));
  mustSucceed(await cancel(bought, 1));
  expect(await start(bought)).toEqual({ ok: false, code: 'over' });
  desk.simulator.pay(sessionId, 'succeeded');
  await desk.deliver(test.db);
  const { refunds } = await stateOf(bought);
  expect(refunds.sort()).toEqual(['order_ended 35000', 'order_ended 50001']);
});

it('gives back at the gateway only from what was charged', async () => {
  const bought = await buyFromTwo(test.db);
  mustSucceed(await cancel(bought, 0));
  const { intentId } = await desk.pay(test.db, bought.token);
  await desk.deliver(test.db);
  await desk.stripe.refunds.create({ payment_intent: intentId, amount: 20_000 * 100 });
  await desk.deliver(test.db);
  const refunds = await test.db.refund.findMany({ where: { payment: { purchaseId: bought.purchaseId } } });
  expect(refunds.map(({ orderId, amountRupiah }) => ({ orderId, amountRupiah }))).toEqual([
    { orderId: bought.orders[1]?.id, amountRupiah: 20_000 },
  ]);
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
