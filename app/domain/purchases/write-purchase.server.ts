// The rows of a purchase, written together: stock held first, then everything that follows from it in one statement.
import { type Hold, type Order, type OrderLine, type Payment, Prisma } from '#app/generated/prisma/client.ts';
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { CartShop } from '../carts/cart-queries.server.ts';
import type { Transaction } from '../database.ts';
import { monthOf, toDateColumn } from '../dates.ts';
import { eventRow } from '../events/record-event.server.ts';
import { newDigits, newRowId, newToken } from '../ids.ts';
import { insertRows } from '../insert-rows.server.ts';
import { messageRow } from '../messages/queue-message.server.ts';
import { type Held, holdVariants, latestPromise } from '../orders/hold-stock.server.ts';
import { nextClock, type PaymentMethod } from '../orders/order-clocks.ts';
import { askPayments } from '../payments/ask-payments.server.ts';
import { goodsFingerprint } from './goods-fingerprint.server.ts';
import { type OrderPrice, sumPrices } from './order-pricing.ts';
import type { DeliveryPick } from './order-schemas.ts';

export interface PlacePurchaseInput {
  readonly cartToken: string | null;
  /** Made with the form; the same key again gives the purchase that exists. */
  readonly checkoutKey: string;
  readonly buyerName: string;
  readonly buyerPhone: string;
  readonly language: 'id' | 'en';
  readonly method: PaymentMethod;
  /** The total the buyer saw; another one now means a price changed under her eyes. */
  readonly seenTotalRupiah: number;
  readonly note: string;
  readonly deliveries: readonly DeliveryPick[];
}

export interface OrderDraft {
  readonly shop: CartShop;
  readonly pick: DeliveryPick;
  readonly price: OrderPrice;
}

export class SoldOut extends Error {}

interface Writing {
  readonly cartId: string;
  readonly drafts: readonly OrderDraft[];
  readonly actor: Actor;
  readonly input: PlacePurchaseInput;
  readonly now: Date;
  readonly sealer: Sealer;
}

/** Throws SoldOut when a mat is not there any more; the transaction is rolled back by that. */
export async function writePurchase(tx: Transaction, writing: Writing): Promise<{ purchaseId: string; token: string }> {
  const { cartId, drafts, input, now } = writing;
  const held = await holdVariants(
    tx,
    drafts.flatMap((draft) => draft.shop.lines),
    now,
  );
  if (!held) throw new SoldOut();
  const purchaseId = newRowId(now);
  const numbers = await takeNumbers(
    tx,
    drafts.map(({ shop }) => shop.shopId),
    now,
  );
  const drawn = drafts.map((draft, index) =>
    drawOrder(draft, { ...writing, purchaseId, held, number: numbers.orders[index] ?? '' }),
  );
  const payments = await askPayments(tx, {
    ...{ purchaseId, method: input.method, now },
    orders: drawn.map(({ order }) => order),
  });
  const token = newToken();
  const rows = drawRows(writing, { purchaseId, number: numbers.purchase, token, drawn, payments });
  await insertRows(tx, rows, Prisma.sql`DELETE FROM "CartLine" WHERE "cartId" = ${cartId}::uuid`);
  return { purchaseId, token };
}

interface Drawn {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly holds: readonly Hold[];
}

/** What the purchase leaves in every table; an order is less by the unique ending of its transfer. */
function drawRows(
  { actor, input, now, sealer }: Writing,
  {
    purchaseId,
    number,
    token,
    drawn,
    payments,
  }: { purchaseId: string; number: string; token: string; drawn: readonly Drawn[]; payments: readonly Payment[] },
) {
  const orders = drawn.map(({ order }) => {
    const discountRupiah = payments.find((payment) => payment.orderId === order.id)?.uniqueCode ?? 0;
    return { ...order, discountRupiah, totalRupiah: order.totalRupiah - discountRupiah };
  });
  const total = sumPrices(orders);
  const purchase = {
    ...{ id: purchaseId, number, token, checkoutKey: input.checkoutKey },
    ...{ buyerName: input.buyerName, buyerPhone: input.buyerPhone, language: input.language, method: input.method },
    ...total,
    ...{ placedAt: now, linkRevokedAt: null, newsStoppedAt: null },
  };
  return {
    Purchase: [purchase],
    Order: orders,
    OrderLine: drawn.flatMap(({ lines }) => lines),
    Hold: drawn.flatMap(({ holds }) => holds),
    Payment: payments,
    Message: [
      messageRow({
        phone: input.buyerPhone,
        content: {
          kind: 'purchasePlaced',
          language: input.language,
          purchaseNumber: number,
          token,
          totalRupiah: total.totalRupiah,
        },
        now,
        sealer,
      }),
    ],
    Event: drawn.map(({ order, lines }) => {
      const { id, method, deliveryRupiah } = order;
      const facts = { number: order.number, method, goods: goodsFingerprint(lines, deliveryRupiah) };
      return eventRow({ actor, now, kind: 'order.pending', subject: ['order', id], facts });
    }),
  };
}

function drawOrder(
  { shop, pick, price }: OrderDraft,
  given: Writing & { purchaseId: string; held: ReadonlyMap<string, Held>; number: string },
): Drawn {
  const { input, now, sealer, held } = given;
  const { method } = input;
  const id = newRowId(now);
  const isPickup = pick.delivery === 'pickup';
  const promisedOn = latestPromise(shop.lines.map((line) => held.get(line.variantId)));
  const order = {
    ...{ id, number: given.number, purchaseId: given.purchaseId, shopId: shop.shopId, status: 'pending', method },
    delivery: pick.delivery,
    pickupPointId: isPickup ? (shop.pickupPoint?.id ?? null) : null,
    pickupCode: isPickup ? newDigits(4) : null,
    areaCode: pick.areaCode,
    addressSealed: pick.address ? sealer.seal('order.address', id, pick.address) : null,
    note: input.note || null,
    ...price,
    ...{
      platformFeeRupiah: 0,
      courier: null,
      trackingNumber: null,
      deliveryPhotoKey: null,
      endReason: null,
      refusalSealed: null,
    },
    placedAt: now,
    promisedOn: promisedOn ? toDateColumn(promisedOn) : null,
    ...{ confirmedAt: null, acceptedAt: null, readyAt: null, shippedAt: null, deliveredAt: null },
    ...{ completedAt: null, endedAt: null },
    clockAt: nextClock({ status: 'pending', method, since: now, promisedOn, remindedLevel: 0 }),
    remindedLevel: 0,
  };
  const lines = shop.lines.map(({ variantId, title, size, photoKey, unitPriceRupiah, quantity }) => ({
    ...{ id: newRowId(now), orderId: id, variantId, title, size, photoStoreKey: photoKey, unitPriceRupiah, quantity },
  }));
  const holds = shop.lines.map(({ variantId, quantity }) => ({
    ...{ id: newRowId(now), orderId: id, variantId, quantity, weekOn: held.get(variantId)?.weekOn ?? null },
    ...{ status: 'active', createdAt: now, endedAt: null },
  }));
  return { order, lines, holds };
}

/** `KK-2611-00042`: month of placing and a running number; a gap means an order that was not completed. One order for each shop. */
async function takeNumbers(
  tx: Transaction,
  shopIds: readonly string[],
  now: Date,
): Promise<{ purchase: string; orders: string[] }> {
  const [row] = await tx.$queryRaw<{ purchase: bigint; orders: bigint[] }[]>`
    SELECT nextval('purchase_number_seq') AS purchase,
           ARRAY(SELECT nextval('order_number_seq') FROM unnest(${shopIds}::uuid[])) AS orders`;
  const write = (prefix: string, value: bigint) =>
    `${prefix}-${monthOf(now).slice(2).replace('-', '')}-${String(value).padStart(5, '0')}`;
  return { purchase: write('KP', row?.purchase ?? 0n), orders: (row?.orders ?? []).map((value) => write('KK', value)) };
}
