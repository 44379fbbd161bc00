// Which makers are offered an order that another cannot make: by mats, place, and how few orders they had.
import { describe, expect, it } from 'vitest';
import { proposeReassignment } from '#app/domain/reassignments/propose-reassignment.server.ts';
import { listSisterShops } from '#app/domain/reassignments/sister-shops.server.ts';
import { createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { createSisters, type Sisters } from '#tests/support/samples/sisters.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const shopsFor = ({ orderId }: Sisters) => listSisterShops(test.db, orderId, NOW);

describe('who could take an order over', () => {
  it('has mats of the size, hands over at the same place, and is not she herself', async () => {
    const sisters = await createSisters(test.db);
    expect(await shopsFor(sisters)).toEqual([
      expect.objectContaining({ shopId: sisters.sister.shop.id, district: 'Neglasari', isReady: true }),
    ]);
  });

  it.each<[why: string, change: (sisters: Sisters) => Promise<unknown>]>([
    [
      'hands over elsewhere',
      async ({ sister }) =>
        test.db.shop.update({ where: { id: sister.shop.id }, data: { pickupPointId: sister.point.id } }),
    ],
    [
      'is hidden',
      async ({ sister }) => test.db.shop.update({ where: { id: sister.shop.id }, data: { status: 'hidden' } }),
    ],
    ['has too few', async ({ mat }) => test.db.variant.update({ where: { id: mat.id }, data: { onHand: 1 } })],
    [
      'has them for others',
      async ({ sister, mat }) =>
        buy(test.db, { shopId: sister.shop.id, variantId: mat.id, quantity: 2, unitPriceRupiah: 40_000 }),
    ],
    ['has another size', async ({ mat }) => test.db.variant.update({ where: { id: mat.id }, data: { size: '50x80' } })],
    [
      'does not make it any more',
      async ({ mat }) => test.db.variant.update({ where: { id: mat.id }, data: { isRetired: true } }),
    ],
    [
      'does not show it',
      async ({ mat }) => test.db.listing.update({ where: { id: mat.listingId }, data: { status: 'paused' } }),
    ],
    [
      'would have to bring it to a village she does not go to',
      async ({ orderId, sister }) => {
        await test.db.order.update({
          where: { id: orderId },
          data: { delivery: 'own_delivery', pickupPointId: null, areaCode: '36.71.01.1005' },
        });
        expect(sister.shop.status).toBe('open');
      },
    ],
  ])('not who %s', async (_, change) => {
    const sisters = await createSisters(test.db);
    await change(sisters);
    expect(await shopsFor(sisters)).toEqual([]);
    const input = { orderId: sisters.orderId, shopId: sisters.sister.shop.id };
    const asked = await proposeReassignment(test.db, { actor: sisters.maker.actor, input, now: NOW, sealer });
    expect(asked).toEqual({ ok: false, code: 'sisterGone', field: 'perajin' });
  });

  it('is she who weaves it in a week too, after those who have it', async () => {
    const sisters = await createSisters(test.db, { sisterStock: { onHand: 0, makeDays: 7, weeklyCapacity: 2 } });
    const ready = await createMaker(test.db);
    await test.db.shop.update({ where: { id: ready.shop.id }, data: { pickupPointId: sisters.maker.point.id } });
    await createListing(test.db, ready.shop.id);
    expect((await shopsFor(sisters)).map(({ shopId, isReady }) => [shopId, isReady])).toEqual([
      [ready.shop.id, true],
      [sisters.sister.shop.id, false],
    ]);
  });

  it('comes first when she has had the fewest orders', async () => {
    const sisters = await createSisters(test.db);
    const busy = await createSisters(test.db, { quantity: 1 });
    const idle = sisters.sister.shop.id;
    await test.db.shop.updateMany({
      where: { id: busy.maker.shop.id },
      data: { pickupPointId: sisters.maker.point.id },
    });
    expect((await shopsFor(sisters)).map(({ shopId }) => shopId)).toEqual([idle, busy.maker.shop.id]);
    await test.db.order.updateMany({ where: { id: busy.orderId }, data: { shopId: idle } });
    expect((await shopsFor(sisters)).map(({ shopId }) => shopId)).toEqual([busy.maker.shop.id, idle]);
    await test.db.order.updateMany({ where: { id: busy.orderId }, data: { shopId: busy.maker.shop.id } });
  });
});
