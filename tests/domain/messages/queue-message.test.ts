// What a night's purchase writes, and when each message of it may go.
import { expect, it } from 'vitest';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createListing, createMaker, sealer } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();
const NIGHT = new Date('2026-11-20T14:00:00Z'); // 21.00 WIB
const MORNING = new Date('2026-11-21T00:00:00Z'); // 07.00 WIB

it('the buyer is answered at once, the maker told in the morning; what she moves at night waits too', async () => {
  const { db } = database;
  const { shop, actor } = await createMaker(db);
  const { variant } = await createListing(db, shop.id);
  const input = { shopId: shop.id, variantId: variant.id, now: NIGHT };
  const { token, purchaseId } = mustSucceed(await buy(db, input));
  const { id: orderId } = await db.order.findFirstOrThrow({ where: { purchaseId } });
  mustSucceed(await confirmOrder(db, { input: { token, orderId }, now: NIGHT, sealer }));
  mustSucceed(await stepOrder(db, { actor, input: { orderId, step: 'pack' }, now: NIGHT, sealer }));
  const written = await db.message.findMany({ orderBy: { id: 'asc' } });
  expect(written.map(({ kind, mayWake, notBeforeAt }) => [kind, mayWake, notBeforeAt])).toEqual([
    ['purchasePlaced', true, NIGHT],
    ['orderForMaker', false, MORNING],
    ['orderMoved', true, NIGHT],
    ['orderMoved', false, MORNING],
  ]);
});
