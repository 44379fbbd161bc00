// Placing a cart: every claim on stock or none, one purchase, one order per shop, payments asked, all in one transaction.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type CartShop, findCart } from '../carts/cart-queries.server.ts';
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '../database.ts';
import { monthOf, toDateColumn } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { newDigits, newToken } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { askPayments } from '../payments/ask-payments.server.ts';
import { failure, type Result, success } from '../result.ts';
import { readGoods } from './goods-fingerprint.server.ts';
import { type Held, holdVariant, refreshAvailability } from './hold-stock.server.ts';
import { nextClock, type PaymentMethod } from './order-clocks.ts';
import { type OrderPrice, priceOrder, sumPrices } from './order-pricing.ts';
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

export type PlaceRefusal =
  | 'cartEmpty'
  | 'soldOut'
  | 'totalChanged'
  | 'chooseDelivery'
  | 'required'
  | 'noTransfer'
  | 'tooSmallForCard';
export const LEAST_CARD_RUPIAH = 10_000;

interface Draft {
  readonly shop: CartShop;
  readonly pick: DeliveryPick;
  readonly price: OrderPrice;
}

class SoldOut extends Error {}

/** Returns the purchase's token. `soldOut` leaves no trace: nothing is held, the cart is as it was. */
export async function placePurchase(
  db: Database,
  { actor, input, now, sealer }: { actor: Actor; input: PlacePurchaseInput; now: Date; sealer: Sealer },
): Promise<Result<{ purchaseId: string; token: string }, PlaceRefusal>> {
  const earlier = await db.purchase.findUnique({
    where: { checkoutKey: input.checkoutKey },
    select: { id: true, token: true },
  });
  if (earlier) return success({ purchaseId: earlier.id, token: earlier.token });
  const cart = await findCart(db, input.cartToken);
  if (!cart || cart.shops.length === 0) return failure('cartEmpty');
  const drafts = draftOrders(cart.shops, input);
  if (!drafts.ok) return drafts;
  try {
    return await inTransaction(db, async (tx) =>
      success(await write(tx, { cartId: cart.id, drafts: drafts.value, actor, input, now, sealer })),
    );
  } catch (error) {
    if (error instanceof SoldOut) return failure('soldOut');
    if (!isUniqueViolation(error)) throw error;
    // A double click: the other one was first, its purchase is the answer.
    const twin = await db.purchase.findUnique({
      where: { checkoutKey: input.checkoutKey },
      select: { id: true, token: true },
    });
    if (!twin) throw error;
    return success({ purchaseId: twin.id, token: twin.token });
  }
}

function draftOrders(shops: readonly CartShop[], input: PlacePurchaseInput): Result<Draft[], PlaceRefusal> {
  const drafts: Draft[] = [];
  for (const shop of shops) {
    const pick = input.deliveries.find((delivery) => delivery.shopId === shop.shopId);
    const rate = shop.rates.find((entry) => entry.areaCode === pick?.areaCode);
    if (!pick || (pick.delivery === 'pickup' ? !shop.pickupPoint : !rate))
      return failure('chooseDelivery', `kirim-${shop.shopId}`);
    if (pick.delivery === 'own_delivery' && !pick.address) return failure('required', `alamat-${shop.shopId}`);
    if (input.method === 'transfer' && !shop.takesTransfer) return failure('noTransfer', 'bayar');
    drafts.push({ shop, pick, price: priceOrder(shop.lines, pick.delivery === 'pickup' ? 0 : (rate?.feeRupiah ?? 0)) });
  }
  const { totalRupiah } = sumPrices(drafts.map((draft) => draft.price));
  if (totalRupiah !== input.seenTotalRupiah) return failure('totalChanged');
  if (input.method === 'card' && totalRupiah < LEAST_CARD_RUPIAH) return failure('tooSmallForCard', 'bayar');
  return success(drafts);
}

interface Writing {
  cartId: string;
  drafts: readonly Draft[];
  actor: Actor;
  input: PlacePurchaseInput;
  now: Date;
  sealer: Sealer;
}

async function write(
  tx: Transaction,
  { cartId, drafts, actor, input, now, sealer }: Writing,
): Promise<{ purchaseId: string; token: string }> {
  const total = sumPrices(drafts.map((draft) => draft.price));
  const purchase = await tx.purchase.create({
    data: {
      number: await nextNumber(tx, 'KP', 'purchase_number_seq', now),
      token: newToken(),
      checkoutKey: input.checkoutKey,
      buyerName: input.buyerName,
      buyerPhone: input.buyerPhone,
      language: input.language,
      method: input.method,
      ...total,
      placedAt: now,
    },
  });
  const held = await holdAll(tx, drafts, now);
  const orders: { id: string; totalRupiah: number }[] = [];
  for (const draft of drafts)
    orders.push(await writeOrder(tx, purchase.id, draft, held, { input, now, sealer, actor }));
  await askPayments(tx, { purchaseId: purchase.id, method: input.method, orders, now });
  await tx.cartLine.deleteMany({ where: { cartId } });
  await queueMessage(tx, {
    phone: input.buyerPhone,
    content: {
      kind: 'purchasePlaced',
      language: input.language,
      purchaseNumber: purchase.number,
      token: purchase.token,
      totalRupiah: total.totalRupiah,
    },
    now,
    sealer,
  });
  return { purchaseId: purchase.id, token: purchase.token };
}

/** Variants are claimed in id order: two carts with the same mats the other way round never deadlock. */
async function holdAll(tx: Transaction, drafts: readonly Draft[], now: Date): Promise<ReadonlyMap<string, Held>> {
  const lines = drafts.flatMap((draft) => draft.shop.lines).sort((a, b) => a.variantId.localeCompare(b.variantId));
  const held = new Map<string, Held>();
  for (const line of lines) {
    const hold = await holdVariant(tx, line, now);
    if (!hold) throw new SoldOut();
    held.set(line.variantId, hold);
  }
  await refreshAvailability(
    tx,
    lines.map((line) => line.listingId),
  );
  return held;
}

async function writeOrder(
  tx: Transaction,
  purchaseId: string,
  { shop, pick, price }: Draft,
  held: ReadonlyMap<string, Held>,
  { input, now, sealer, actor }: Pick<Writing, 'input' | 'now' | 'sealer' | 'actor'>,
): Promise<{ id: string; totalRupiah: number }> {
  const id = randomUUID();
  const promisedOn =
    shop.lines
      .map((line) => held.get(line.variantId)?.promisedOn ?? '')
      .sort()
      .at(-1) || null;
  const number = await nextNumber(tx, 'KK', 'order_number_seq', now);
  await tx.order.create({
    data: {
      id,
      number,
      purchaseId,
      shopId: shop.shopId,
      status: 'pending',
      method: input.method,
      delivery: pick.delivery,
      pickupPointId: pick.delivery === 'pickup' ? shop.pickupPoint?.id : null,
      pickupCode: pick.delivery === 'pickup' ? newDigits(4) : null,
      areaCode: pick.areaCode,
      addressSealed: pick.address ? sealer.seal('order.address', id, pick.address) : null,
      note: input.note || null,
      ...price,
      placedAt: now,
      promisedOn: promisedOn ? toDateColumn(promisedOn) : null,
      clockAt: nextClock({ status: 'pending', method: input.method, since: now, promisedOn, remindedLevel: 0 }),
      lines: {
        create: shop.lines.map((line) => ({
          variantId: line.variantId,
          title: line.title,
          size: line.size,
          photoStoreKey: line.photoKey,
          unitPriceRupiah: line.unitPriceRupiah,
          quantity: line.quantity,
        })),
      },
      holds: {
        create: shop.lines.map((line) => ({
          variantId: line.variantId,
          weekOn: held.get(line.variantId)?.weekOn ?? null,
          quantity: line.quantity,
          status: 'active',
          createdAt: now,
        })),
      },
    },
  });
  await recordEvent(tx, {
    actor,
    now,
    kind: 'order.pending',
    subject: ['order', id],
    facts: { number, method: input.method, goods: await readGoods(tx, id) },
  });
  return { id, totalRupiah: price.totalRupiah };
}

/** `KK-2611-00042`: month of placing and a running number; a gap means an order that was not completed. */
async function nextNumber(tx: Transaction, prefix: string, sequence: string, now: Date): Promise<string> {
  const [row] = await tx.$queryRaw<{ value: bigint }[]>`SELECT nextval(${sequence}::regclass) AS value`;
  return `${prefix}-${monthOf(now).slice(2).replace('-', '')}-${String(row?.value ?? 0n).padStart(5, '0')}`;
}
