// The form of a shop, filled with what is kept of it.
import type { findOwnShop } from '#app/domain/shops/shop-queries.server.ts';

export function viewShop(shop: NonNullable<Awaited<ReturnType<typeof findOwnShop>>>) {
  return {
    id: shop.id,
    slug: shop.slug,
    isShown: shop.status === 'open',
    name: shop.name,
    story: shop.story,
    pickupPointId: shop.pickupPointId,
    rates: Object.fromEntries(shop.deliveryRates.map((rate) => [rate.areaCode, rate.feeRupiah])) as Record<
      string,
      number
    >,
  };
}
