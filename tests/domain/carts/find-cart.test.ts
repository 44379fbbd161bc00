// The one statement that reads a cart finds what the plain reads find.
import { describe, expect, it } from 'vitest';
import { type CartShop, findCart } from '#app/domain/carts/cart-queries.server.ts';
import { hashToken } from '#app/domain/ids.ts';
import { createListing, createMaker, NOW } from '#tests/support/fixtures.ts';
import { addPhotoRow } from '#tests/support/shelf.ts';
import { fillCart } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();

/** The same by Prisma's own reads, nine statements. */
async function readPlainly(token: string): Promise<{ id: string; shops: CartShop[] } | null> {
  const cart = await test.db.cart.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { lines: { orderBy: [{ addedAt: 'asc' }, { variantId: 'asc' }] } },
  });
  if (!cart) return null;
  const shops: (CartShop & { lines: CartShop['lines'][number][] })[] = [];
  for (const { variantId, quantity } of cart.lines) {
    const variant = await test.db.variant.findUniqueOrThrow({ where: { id: variantId } });
    const listing = await test.db.listing.findUniqueOrThrow({
      where: { id: variant.listingId },
      include: { photos: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
    });
    const shop = await test.db.shop.findUniqueOrThrow({
      where: { id: listing.shopId },
      include: { pickupPoint: true, deliveryRates: { include: { area: true }, orderBy: { area: { name: 'asc' } } } },
    });
    if (listing.status !== 'published' || shop.status !== 'open' || variant.isRetired) continue;
    const { pickupPoint: point } = shop;
    let entry = shops.find(({ shopId }) => shopId === shop.id);
    if (!entry) {
      entry = {
        ...{ shopId: shop.id, shopName: shop.name, shopSlug: shop.slug },
        takesTransfer: shop.bankAccountSealed !== null,
        pickupPoint: point && { id: point.id, name: point.name, address: point.address, hours: point.hours },
        rates: shop.deliveryRates.map(({ areaCode, area, feeRupiah }) => ({
          ...{ areaCode, areaName: area.name, feeRupiah },
        })),
        lines: [],
      };
      shops.push(entry);
    }
    entry.lines.push({
      ...{ variantId, listingId: listing.id, listingSlug: listing.slug, title: listing.title, size: variant.size },
      photoKey: listing.photos[0]?.storeKey ?? null,
      ...{ quantity, unitPriceRupiah: variant.priceRupiah },
      available: Math.max(variant.onHand - variant.held, variant.makeDays === null ? 0 : (variant.weeklyCapacity ?? 0)),
      ...{ makeDays: variant.makeDays, weeklyCapacity: variant.weeklyCapacity },
    });
  }
  return { id: cart.id, shops };
}

describe('findCart', () => {
  it('finds lines of two shops: on hand, made to order, with and without a picture, some not on sale any more', async () => {
    const [a, b] = [await createMaker(test.db), await createMaker(test.db)];
    await test.db.shop.update({ where: { id: b.shop.id }, data: { bankAccountSealed: 'x', pickupPointId: null } });
    await test.db.deliveryRate.create({ data: { shopId: a.shop.id, areaCode: '36.71.01.1005', feeRupiah: 12_000 } });
    const mats = [
      await createListing(test.db, a.shop.id, { onHand: 3 }),
      await createListing(test.db, b.shop.id, { onHand: 1, makeDays: 3, weeklyCapacity: 4, priceRupiah: 50_000 }),
      await createListing(test.db, a.shop.id, { onHand: 0 }),
      await createListing(test.db, a.shop.id),
      await createListing(test.db, b.shop.id),
    ];
    for (let index = 0; index < 2; index++) {
      await addPhotoRow(test.db, { shopId: a.shop.id, listingId: mats[0]?.listing.id ?? '' });
    }
    const token = await fillCart(
      test.db,
      mats.map(({ variant }, index) => ({ variantId: variant.id, quantity: index + 1 })),
    );
    await test.db.listing.update({ where: { id: mats[3]?.listing.id ?? '' }, data: { status: 'paused' } });
    await test.db.variant.update({ where: { id: mats[4]?.variant.id ?? '' }, data: { isRetired: true } });
    const cart = await findCart(test.db, token);
    expect(cart).toEqual(await readPlainly(token));
    expect(cart?.shops.map((shop) => shop.lines.length).sort()).toEqual([1, 2]);
    await test.db.shop.update({ where: { id: a.shop.id }, data: { status: 'hidden' } });
    expect(await findCart(test.db, token)).toEqual(await readPlainly(token));
  });

  it('tells an empty cart from none', async () => {
    const cart = await test.db.cart.create({ data: { tokenHash: hashToken('empty'), updatedAt: NOW } });
    expect(await findCart(test.db, 'empty')).toEqual({ id: cart.id, shops: [] });
    expect(await findCart(test.db, 'nobody')).toBeNull();
    expect(await findCart(test.db, null)).toBeNull();
  });
});
