// What lies in a cart, grouped by shop, with the prices of now.
import type { Reader } from '../database.ts';
import { hashToken } from '../ids.ts';

export interface CartLineView {
  readonly variantId: string;
  readonly listingId: string;
  readonly listingSlug: string;
  readonly title: string;
  readonly size: string;
  readonly photoKey: string | null;
  readonly quantity: number;
  readonly unitPriceRupiah: number;
  /** How many can be ordered now; made-to-order mats say a week's work. */
  readonly available: number;
  readonly makeDays: number | null;
  readonly weeklyCapacity: number | null;
}

export interface CartShop {
  readonly shopId: string;
  readonly shopName: string;
  readonly shopSlug: string;
  readonly takesTransfer: boolean;
  readonly pickupPoint: {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly hours: string;
  } | null;
  readonly rates: readonly { readonly areaCode: string; readonly areaName: string; readonly feeRupiah: number }[];
  readonly lines: readonly CartLineView[];
}

export async function findCart(
  reader: Reader,
  token: string | null,
): Promise<{ id: string; shops: CartShop[] } | null> {
  if (!token) return null;
  const cart = await reader.cart.findUnique({
    where: { tokenHash: hashToken(token) },
    include: {
      lines: {
        orderBy: { addedAt: 'asc' },
        include: {
          variant: {
            include: {
              listing: {
                include: {
                  photos: { orderBy: { position: 'asc' }, take: 1 },
                  shop: { include: { pickupPoint: true, deliveryRates: { include: { area: true } } } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!cart) return null;
  const shops = new Map<string, CartShop & { lines: CartLineView[] }>();
  for (const { variant, quantity } of cart.lines) {
    const { listing } = variant;
    const { shop } = listing;
    if (listing.status !== 'published' || shop.status !== 'open' || variant.isRetired) continue;
    const entry = shops.get(shop.id) ?? {
      shopId: shop.id,
      shopName: shop.name,
      shopSlug: shop.slug,
      takesTransfer: shop.bankAccountSealed !== null,
      pickupPoint: shop.pickupPoint,
      rates: shop.deliveryRates
        .map((rate) => ({ areaCode: rate.areaCode, areaName: rate.area.name, feeRupiah: rate.feeRupiah }))
        .sort((a, b) => a.areaName.localeCompare(b.areaName)),
      lines: [],
    };
    shops.set(shop.id, entry);
    entry.lines.push({
      variantId: variant.id,
      listingId: listing.id,
      listingSlug: listing.slug,
      title: listing.title,
      size: variant.size,
      photoKey: listing.photos[0]?.storeKey ?? null,
      quantity,
      unitPriceRupiah: variant.priceRupiah,
      available: Math.max(variant.onHand - variant.held, variant.makeDays === null ? 0 : (variant.weeklyCapacity ?? 0)),
      makeDays: variant.makeDays,
      weeklyCapacity: variant.weeklyCapacity,
    });
  }
  return { id: cart.id, shops: [...shops.values()] };
}

export function countCart(cart: { shops: readonly CartShop[] } | null): number {
  return (cart?.shops ?? []).flatMap((shop) => shop.lines).reduce((sum, line) => sum + line.quantity, 0);
}
