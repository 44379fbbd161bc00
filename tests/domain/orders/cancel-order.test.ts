// A purchase by card is one payment: its orders are cancelled together, and what is paid all the same goes back.
import { expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW, sealer } from '#tests/support/fixtures.ts';
import { buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();

it('takes along what the same card payment stands for; money that comes all the same goes back whole', async () => {
  const bought = await buyFromTwo(test.db);
  const sessionId = await desk.checkout(test.db, bought.token);
  const input = { token: bought.token, orderId: bought.orders[0]?.id ?? '' };
  const cancel = () => cancelOrder(test.db, { input, now: NOW, sealer });
  expect(mustSucceed(await cancel()).isNew).toBe(true);
  expect(mustSucceed(await cancel()).isNew).toBe(false);
  const orders = await test.db.order.findMany({ where: { purchaseId: bought.purchaseId } });
  expect(orders.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  desk.simulator.pay(sessionId, 'succeeded');
  await desk.deliver(test.db);
  const refunds = await test.db.refund.findMany({ where: { payment: { purchaseId: bought.purchaseId } } });
  expect(refunds.map(({ amountRupiah, status }) => `${status} ${amountRupiah}`).sort()).toEqual([
    'due 35000',
    'due 50001',
  ]);
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
