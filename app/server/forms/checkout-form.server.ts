// Reads how each shop's mats are to arrive, and adds up what the buyer is about to agree to.
import type { CartShop } from '#app/domain/carts/cart-queries.server.ts';
import { priceOrder, sumPrices } from '#app/domain/purchases/order-pricing.ts';
import { type DeliveryPick, deliveryChoice, MOST_ADDRESS_LETTERS } from '#app/domain/purchases/order-schemas.ts';

const CHOICE = 'kirim-';

/** What the form says; whether each shop of the cart has its choice, and offers it, is for the command to judge. */
export function readDeliveries(form: FormData): { deliveries: DeliveryPick[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const deliveries: DeliveryPick[] = [];
  for (const name of new Set(form.keys())) {
    if (!name.startsWith(CHOICE)) continue;
    const shopId = name.slice(CHOICE.length);
    const choice = deliveryChoice.safeParse(form.get(name));
    const typed = form.get(`alamat-${shopId}`);
    const address = typeof typed === 'string' ? typed.trim() : '';
    if (!choice.success) {
      errors[name] = 'chooseDelivery';
      continue;
    }
    if (choice.data.delivery === 'own_delivery' && !address) errors[`alamat-${shopId}`] = 'required';
    if (address.length > MOST_ADDRESS_LETTERS) errors[`alamat-${shopId}`] = 'tooLong';
    deliveries.push({ shopId, ...choice.data, address: choice.data.delivery === 'own_delivery' ? address : null });
  }
  return { deliveries, errors };
}

/** What the cart costs with the deliveries chosen so far. */
export function totalOf(shops: readonly CartShop[], deliveries: readonly DeliveryPick[]): number {
  return sumPrices(
    shops.map((shop) => {
      const pick = deliveries.find((delivery) => delivery.shopId === shop.shopId);
      const fee = shop.rates.find((rate) => rate.areaCode === pick?.areaCode)?.feeRupiah ?? 0;
      return priceOrder(shop.lines, fee);
    }),
  ).totalRupiah;
}
