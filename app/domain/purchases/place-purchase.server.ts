// Placing a cart: every claim on stock or none, one purchase, one order per shop, payments asked, all in one transaction.
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type CartShop, findCart } from '../carts/cart-queries.server.ts';
import { type Database, inTransaction, isUniqueViolation } from '../database.ts';
import { failure, type Result, success } from '../result.ts';
import { priceOrder, sumPrices } from './order-pricing.ts';
import { type OrderDraft, type PlacePurchaseInput, SoldOut, writePurchase } from './write-purchase.server.ts';

export type PlaceRefusal =
  | 'cartEmpty'
  | 'soldOut'
  | 'totalChanged'
  | 'chooseDelivery'
  | 'required'
  | 'noTransfer'
  | 'tooSmallForCard'
  | 'totalTooLarge';
export const LEAST_CARD_RUPIAH = 10_000;
/** More than every mat of the city together: a joke or a slip, and half of what a row can hold. */
const MOST_TOTAL_RUPIAH = 1_000_000_000;

/** Returns the purchase's token. `soldOut` leaves no trace: nothing is held, the cart is as it was. */
export async function placePurchase(
  db: Database,
  { actor, input, now, sealer }: { actor: Actor; input: PlacePurchaseInput; now: Date; sealer: Sealer },
): Promise<Result<{ purchaseId: string; token: string }, PlaceRefusal>> {
  const cart = await findCart(db, input.cartToken);
  const drafts = cart?.shops.length ? draftOrders(cart.shops, input) : failure('cartEmpty' as const);
  if (!cart || !drafts.ok)
    return (await findPlaced(db, input.checkoutKey)) ?? (drafts.ok ? failure('cartEmpty') : drafts);
  try {
    return await inTransaction(db, async (tx) =>
      success(await writePurchase(tx, { cartId: cart.id, drafts: drafts.value, actor, input, now, sealer })),
    );
  } catch (error) {
    if (!isUniqueViolation(error) && !(error instanceof SoldOut)) throw error;
    // A double click: the other one was first, and its purchase is the answer.
    const placed = await findPlaced(db, input.checkoutKey);
    if (placed) return placed;
    if (error instanceof SoldOut) return failure('soldOut');
    throw error;
  }
}

async function findPlaced(db: Database, checkoutKey: string) {
  const placed = await db.purchase.findUnique({ where: { checkoutKey }, select: { id: true, token: true } });
  return placed && success({ purchaseId: placed.id, token: placed.token });
}

function draftOrders(shops: readonly CartShop[], input: PlacePurchaseInput): Result<OrderDraft[], PlaceRefusal> {
  const drafts: OrderDraft[] = [];
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
  if (totalRupiah > MOST_TOTAL_RUPIAH) return failure('totalTooLarge');
  if (totalRupiah !== input.seenTotalRupiah) return failure('totalChanged');
  if (input.method === 'card' && totalRupiah < LEAST_CARD_RUPIAH) return failure('tooSmallForCard', 'bayar');
  return success(drafts);
}
