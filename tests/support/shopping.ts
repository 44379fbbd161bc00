// A buyer's doings for tests: fill a cart, place it.
import { changeCart } from '#app/domain/carts/change-cart.server.ts';
import type { Database } from '#app/domain/database.ts';
import { newToken } from '#app/domain/ids.ts';
import { placePurchase } from '#app/domain/purchases/place-purchase.server.ts';
import type { PlacePurchaseInput } from '#app/domain/purchases/write-purchase.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createListing, createMaker, NOW, sealer } from './fixtures.ts';

export async function fillCart(
  db: Database,
  mats: readonly { variantId: string; quantity: number }[],
): Promise<string> {
  let token: string | null = null;
  for (const mat of mats)
    token = mustSucceed(await changeCart(db, { input: { token, ...mat, mode: 'add' }, now: NOW })).token;
  if (token === null) throw new Error('an empty cart');
  return token;
}

export function purchaseInput(cartToken: string, overrides: Partial<PlacePurchaseInput>): PlacePurchaseInput {
  return {
    cartToken,
    checkoutKey: newToken(),
    buyerName: 'Rina',
    buyerPhone: '+6281234567890',
    language: 'id',
    method: 'cod',
    seenTotalRupiah: 0,
    note: '',
    deliveries: [],
    ...overrides,
  };
}

/** Places mats of one shop, collected at its pick-up point. */
export async function buy(
  db: Database,
  order: {
    shopId: string;
    variantId: string;
    quantity?: number;
    unitPriceRupiah?: number;
    method?: 'cod' | 'transfer' | 'card';
    now?: Date;
  },
) {
  const quantity = order.quantity ?? 1;
  const cartToken = await fillCart(db, [{ variantId: order.variantId, quantity }]);
  return placePurchase(db, {
    actor: { kind: 'anonymous' },
    input: purchaseInput(cartToken, {
      method: order.method ?? 'cod',
      seenTotalRupiah: (order.unitPriceRupiah ?? 35_000) * quantity,
      deliveries: [{ shopId: order.shopId, delivery: 'pickup', areaCode: null, address: null }],
    }),
    now: order.now ?? NOW,
    sealer,
  });
}

/** One purchase of two shops, paid by card: Rp 35.000 and Rp 50.001, both collected. */
export async function buyFromTwo(db: Database) {
  const makers = [await createMaker(db), await createMaker(db)];
  const prices = [35_000, 50_001];
  const mats: { variantId: string; quantity: number }[] = [];
  for (const [index, { shop }] of makers.entries()) {
    const { variant } = await createListing(db, shop.id, { priceRupiah: prices[index] ?? 0 });
    mats.push({ variantId: variant.id, quantity: 1 });
  }
  const cartToken = await fillCart(db, mats);
  const { purchaseId, token } = mustSucceed(
    await placePurchase(db, {
      actor: { kind: 'anonymous' },
      input: purchaseInput(cartToken, {
        method: 'card',
        seenTotalRupiah: 85_001,
        deliveries: makers.map(({ shop }) => ({
          shopId: shop.id,
          delivery: 'pickup' as const,
          areaCode: null,
          address: null,
        })),
      }),
      now: NOW,
      sealer,
    }),
  );
  const orders = await db.order.findMany({ where: { purchaseId }, orderBy: { totalRupiah: 'asc' } });
  return { makers, purchaseId, token, orders };
}
