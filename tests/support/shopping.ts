// A buyer's doings for tests: fill a cart, place it.
import { changeCart } from '#app/domain/carts/change-cart.server.ts';
import type { Database } from '#app/domain/database.ts';
import { newToken } from '#app/domain/ids.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { placePurchase } from '#app/domain/purchases/place-purchase.server.ts';
import type { PlacePurchaseInput } from '#app/domain/purchases/write-purchase.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createListing, createMaker, NOW, sealer, VILLAGE } from './fixtures.ts';

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

/** A mat for cash that its maker has set out with, to the buyer's door. `now`: when all of it happened. */
export async function sendOut(db: Database, { now = NOW, seal = sealer } = {}) {
  const maker = await createMaker(db);
  const { variant } = await createListing(db, maker.shop.id);
  const cartToken = await fillCart(db, [{ variantId: variant.id, quantity: 1 }]);
  const { token, purchaseId } = mustSucceed(
    await placePurchase(db, {
      actor: { kind: 'anonymous' },
      input: purchaseInput(cartToken, {
        seenTotalRupiah: 43_000,
        deliveries: [{ shopId: maker.shop.id, delivery: 'own_delivery', areaCode: VILLAGE, address: 'Gang Melati 3' }],
      }),
      now,
      sealer: seal,
    }),
  );
  const { id: orderId } = await db.order.findFirstOrThrow({ where: { purchaseId } });
  const buyer = { input: { token, orderId }, now, sealer: seal };
  mustSucceed(await confirmOrder(db, buyer));
  for (const step of ['pack', 'send'] as const)
    mustSucceed(await stepOrder(db, { actor: maker.actor, input: { orderId, step }, now, sealer: seal }));
  return { maker, orderId, token, buyer };
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

export type Bought = Awaited<ReturnType<typeof buyFromTwo>>;

/** The first maker packs and hands over; `isReceived`: the buyer has said that all is fine. The second order stays where it is. */
export async function completeFirst(
  db: Database,
  { makers, orders, token }: Bought,
  { isReceived = true } = {},
): Promise<void> {
  const [maker, order] = [makers[0], orders[0]];
  if (!maker || !order) throw new Error('nothing bought');
  const input = { orderId: order.id, code: order.pickupCode ?? '' };
  for (const step of ['pack', 'handOver'] as const)
    mustSucceed(await stepOrder(db, { actor: maker.actor, input: { ...input, step }, now: NOW, sealer }));
  const byLink = { input: { token, orderId: order.id }, now: NOW, sealer, receipt: 'allFine' as const };
  if (isReceived) mustSucceed(await receiveOrder(db, byLink));
}

/** The first maker cannot deliver: her Rp 35.000 are owed back. */
export async function refuseFirst(db: Database, { makers, orders }: Bought): Promise<void> {
  const actor = makers[0]?.actor;
  if (!actor) throw new Error('no maker');
  const input = { orderId: orders[0]?.id ?? '', step: 'refuse' as const, reason: 'sakit' };
  mustSucceed(await stepOrder(db, { actor, input, now: NOW, sealer }));
}

/** The payment of a purchase with its refunds, the smallest first. */
export function paymentOf(db: Database, { purchaseId }: { purchaseId: string }) {
  return db.payment.findFirstOrThrow({
    where: { purchaseId },
    include: { refunds: { orderBy: { amountRupiah: 'asc' } } },
  });
}
