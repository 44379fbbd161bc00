// Placing a purchase on real PostgreSQL: all or nothing, once, never more than there is.
import { describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { placePurchase } from '#app/domain/purchases/place-purchase.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createListing, createMaker, NOW, sealer, VILLAGE } from '#tests/support/fixtures.ts';
import { buy, fillCart, purchaseInput } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase(20);
const place = (input: ReturnType<typeof purchaseInput>) =>
  placePurchase(test.db, { actor: { kind: 'anonymous' }, input, now: NOW, sealer });

describe('placePurchase', () => {
  it('makes one order per shop with its own number, delivery and total', async () => {
    const [a, b] = [await createMaker(test.db), await createMaker(test.db)];
    const [mat, other] = [
      await createListing(test.db, a.shop.id),
      await createListing(test.db, b.shop.id, { priceRupiah: 50_000 }),
    ];
    const cart = await fillCart(test.db, [
      { variantId: mat.variant.id, quantity: 2 },
      { variantId: other.variant.id, quantity: 1 },
    ]);
    const { purchaseId } = mustSucceed(
      await place(
        purchaseInput(cart, {
          seenTotalRupiah: 70_000 + 50_000 + 8_000,
          deliveries: [
            { shopId: a.shop.id, delivery: 'own_delivery', areaCode: VILLAGE, address: 'Kp. Baru 6' },
            { shopId: b.shop.id, delivery: 'pickup', areaCode: null, address: null },
          ],
        }),
      ),
    );
    const purchase = await test.db.purchase.findUniqueOrThrow({
      where: { id: purchaseId },
      include: { orders: { include: { holds: true } }, payments: true },
    });
    expect(purchase.totalRupiah).toBe(128_000);
    expect(purchase.orders.map((order) => order.totalRupiah).sort()).toEqual([50_000, 78_000]);
    expect(purchase.payments.reduce((sum, payment) => sum + payment.amountRupiah, 0)).toBe(128_000);
    expect(new Set(purchase.orders.map((order) => order.number)).size).toBe(2);
    for (const order of purchase.orders) expect(order.number).toMatch(/^KK-2611-\d{5}$/);
    const brought = purchase.orders.find((order) => order.shopId === a.shop.id);
    expect(brought?.addressSealed).not.toContain('Baru');
    expect(sealer.open('order.address', brought?.id ?? '', brought?.addressSealed ?? '')).toBe('Kp. Baru 6');
  });

  it('leaves no trace when one line cannot be held', async () => {
    const maker = await createMaker(test.db);
    const [mat, gone] = [
      await createListing(test.db, maker.shop.id),
      await createListing(test.db, maker.shop.id, { onHand: 0 }),
    ];
    const cart = await fillCart(test.db, [
      { variantId: mat.variant.id, quantity: 1 },
      { variantId: gone.variant.id, quantity: 1 },
    ]);
    const before = await test.db.purchase.count();
    const refused = await place(
      purchaseInput(cart, {
        seenTotalRupiah: 70_000,
        deliveries: [{ shopId: maker.shop.id, delivery: 'pickup', areaCode: null, address: null }],
      }),
    );
    expect(refused).toMatchObject({ ok: false, code: 'soldOut' });
    expect(await test.db.purchase.count()).toBe(before);
    expect((await test.db.variant.findUniqueOrThrow({ where: { id: mat.variant.id } })).held).toBe(0);
    expect(await test.db.cartLine.count({ where: { variantId: mat.variant.id } })).toBe(1);
  });

  it('makes one purchase of two presses of the button', async () => {
    const maker = await createMaker(test.db);
    const mat = await createListing(test.db, maker.shop.id);
    const cart = await fillCart(test.db, [{ variantId: mat.variant.id, quantity: 1 }]);
    const input = purchaseInput(cart, {
      seenTotalRupiah: 35_000,
      deliveries: [{ shopId: maker.shop.id, delivery: 'pickup', areaCode: null, address: null }],
    });
    const answers = await Promise.all([place(input), place(input), place(input)]);
    expect(new Set(answers.map((answer) => mustSucceed(answer).purchaseId)).size).toBe(1);
    expect((await test.db.variant.findUniqueOrThrow({ where: { id: mat.variant.id } })).held).toBe(1);
  });

  it('tells two presses for the last mat that it was bought, not that it was sold out', async () => {
    const maker = await createMaker(test.db);
    const mat = await createListing(test.db, maker.shop.id, { onHand: 1 });
    const cart = await fillCart(test.db, [{ variantId: mat.variant.id, quantity: 1 }]);
    const input = purchaseInput(cart, {
      seenTotalRupiah: 35_000,
      deliveries: [{ shopId: maker.shop.id, delivery: 'pickup', areaCode: null, address: null }],
    });
    const [first, second] = await Promise.all([place(input), place(input)]);
    expect(mustSucceed(second)).toEqual(mustSucceed(first));
    expect(mustSucceed(await place(input))).toEqual(mustSucceed(first));
  });

  it('refuses a total that is not the one the buyer saw', async () => {
    const maker = await createMaker(test.db);
    const mat = await createListing(test.db, maker.shop.id);
    expect(
      await buy(test.db, { shopId: maker.shop.id, variantId: mat.variant.id, unitPriceRupiah: 34_999 }),
    ).toMatchObject({ ok: false, code: 'totalChanged' });
  });

  it('refuses transfer to a maker without an account, and a village nobody delivers to', async () => {
    const maker = await createMaker(test.db);
    const mat = await createListing(test.db, maker.shop.id);
    expect(await buy(test.db, { shopId: maker.shop.id, variantId: mat.variant.id, method: 'transfer' })).toMatchObject({
      code: 'noTransfer',
    });
    const cart = await fillCart(test.db, [{ variantId: mat.variant.id, quantity: 1 }]);
    const far = {
      shopId: maker.shop.id,
      delivery: 'own_delivery' as const,
      areaCode: '36.71.01.1005',
      address: 'Cikokol 1',
    };
    expect(await place(purchaseInput(cart, { seenTotalRupiah: 35_000, deliveries: [far] }))).toMatchObject({
      code: 'chooseDelivery',
      field: `kirim-${maker.shop.id}`,
    });
  });

  it('asks each transfer for an amount that no other open one has', async () => {
    const maker = await createMaker(test.db);
    await test.db.shop.update({
      where: { id: maker.shop.id },
      data: { bankName: 'BJB', bankAccountHolder: 'Ibu', bankAccountSealed: 'x' },
    });
    const mat = await createListing(test.db, maker.shop.id);
    const order = { shopId: maker.shop.id, variantId: mat.variant.id, method: 'transfer' as const };
    for (let i = 0; i < 3; i++) mustSucceed(await buy(test.db, order));
    // At the same moment both may pick the same ending: the index refuses one, who picks again.
    for (const answer of await Promise.all([buy(test.db, order), buy(test.db, order)])) mustSucceed(answer);
    const payments = await test.db.payment.findMany({ where: { method: 'transfer' }, include: { order: true } });
    expect(new Set(payments.map((payment) => payment.amountRupiah)).size).toBe(5);
    for (const payment of payments) expect(payment.amountRupiah).toBe(payment.order?.totalRupiah);
  });

  it('gives each of twenty who ask at once an ending of their own', async () => {
    const shops = [];
    for (let i = 0; i < 20; i++) {
      const maker = await createMaker(test.db);
      await test.db.shop.update({ where: { id: maker.shop.id }, data: { bankAccountSealed: 'x' } });
      const { variant } = await createListing(test.db, maker.shop.id, { priceRupiah: 61_000 });
      shops.push({
        shopId: maker.shop.id,
        variantId: variant.id,
        method: 'transfer' as const,
        unitPriceRupiah: 61_000,
      });
    }
    const answers = await Promise.all(shops.map((shop) => buy(test.db, shop)));
    const ids = answers.map((answer) => mustSucceed(answer).purchaseId);
    const payments = await test.db.payment.findMany({ where: { purchaseId: { in: ids } } });
    expect(new Set(payments.map((payment) => payment.amountRupiah)).size).toBe(20);
  });

  it('makes to order when the shelf is empty, up to the week, then promises the next week', async () => {
    const maker = await createMaker(test.db);
    const mat = await createListing(test.db, maker.shop.id, { onHand: 0, makeDays: 3, weeklyCapacity: 2 });
    for (let i = 0; i < 3; i++) mustSucceed(await buy(test.db, { shopId: maker.shop.id, variantId: mat.variant.id }));
    const orders = await test.db.order.findMany({ where: { shopId: maker.shop.id }, orderBy: { promisedOn: 'asc' } });
    expect(orders.map((order) => order.promisedOn?.toISOString().slice(0, 10))).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-26',
    ]);
  });

  it('refuses a total that no row can hold', async () => {
    const maker = await createMaker(test.db);
    const mats: { variantId: string; quantity: number }[] = [];
    for (let i = 0; i < 5; i++) {
      const { variant } = await createListing(test.db, maker.shop.id, { onHand: 99, priceRupiah: 5_000_000 });
      mats.push({ variantId: variant.id, quantity: 99 });
    }
    const placed = await place(
      purchaseInput(await fillCart(test.db, mats), {
        seenTotalRupiah: 5 * 99 * 5_000_000,
        deliveries: [{ shopId: maker.shop.id, delivery: 'pickup', areaCode: null, address: null }],
      }),
    );
    expect(placed).toEqual({ ok: false, code: 'totalTooLarge' });
  });

  it('sells 50 of 50 to 200 buyers at once', async () => {
    const maker = await createMaker(test.db);
    const mat = await createListing(test.db, maker.shop.id, { onHand: 50 });
    const carts = await Promise.all(
      Array.from({ length: 200 }, () => fillCart(test.db, [{ variantId: mat.variant.id, quantity: 1 }])),
    );
    const answers = await Promise.all(
      carts.map((cart) =>
        place(
          purchaseInput(cart, {
            seenTotalRupiah: 35_000,
            deliveries: [{ shopId: maker.shop.id, delivery: 'pickup', areaCode: null, address: null }],
          }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer.ok).length).toBe(50);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'soldOut').length).toBe(150);
    expect(await test.db.variant.findUniqueOrThrow({ where: { id: mat.variant.id } })).toMatchObject({
      onHand: 50,
      held: 50,
    });
  });

  it('never deadlocks two carts with the same mats the other way round', async () => {
    const maker = await createMaker(test.db);
    const [a, b] = [
      await createListing(test.db, maker.shop.id, { onHand: 40 }),
      await createListing(test.db, maker.shop.id, { onHand: 40 }),
    ];
    const both = [a.variant.id, b.variant.id];
    const carts = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        fillCart(
          test.db,
          (i % 2 ? both : both.toReversed()).map((variantId) => ({ variantId, quantity: 1 })),
        ),
      ),
    );
    const answers = await Promise.all(
      carts.map((cart) =>
        place(
          purchaseInput(cart, {
            seenTotalRupiah: 70_000,
            deliveries: [{ shopId: maker.shop.id, delivery: 'pickup', areaCode: null, address: null }],
          }),
        ),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
  });
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
