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

type LineRow = CartLineView &
  Omit<CartShop, 'pickupPoint' | 'lines'> & {
    pickupId: string | null;
    pickupName: string;
    pickupAddress: string;
    pickupHours: string;
  };

/** One statement, whatever is in the cart: checkout reads it twice. Lines whose mat or shop is not on sale are left out. */
export async function findCart(
  reader: Reader,
  token: string | null,
): Promise<{ id: string; shops: CartShop[] } | null> {
  if (!token) return null;
  const rows = await reader.$queryRaw<({ cartId: string } & (LineRow | { variantId: null }))[]>`
    SELECT c.id AS "cartId", line.* FROM "Cart" c LEFT JOIN LATERAL (
      SELECT v.id AS "variantId", l.id AS "listingId", l.slug AS "listingSlug", l.title, v.size,
        (SELECT f."storeKey" FROM "Photo" f WHERE f."listingId" = l.id ORDER BY f.position, f.id LIMIT 1) AS "photoKey",
        i.quantity, v."priceRupiah" AS "unitPriceRupiah", v."makeDays", v."weeklyCapacity",
        greatest(v."onHand" - v.held,
          CASE WHEN v."makeDays" IS NULL THEN 0 ELSE coalesce(v."weeklyCapacity", 0) END) AS available,
        s.id AS "shopId", s.name AS "shopName", s.slug AS "shopSlug",
        s."bankAccountSealed" IS NOT NULL AS "takesTransfer",
        p.id AS "pickupId", p.name AS "pickupName", p.address AS "pickupAddress", p.hours AS "pickupHours",
        (SELECT coalesce(json_agg(json_build_object(
            'areaCode', r."areaCode", 'areaName', a.name, 'feeRupiah', r."feeRupiah")), '[]')
          FROM "DeliveryRate" r JOIN "Area" a ON a.code = r."areaCode" WHERE r."shopId" = s.id) AS rates
      FROM "CartLine" i
      JOIN "Variant" v ON v.id = i."variantId" AND NOT v."isRetired"
      JOIN "Listing" l ON l.id = v."listingId" AND l.status = 'published'
      JOIN "Shop" s ON s.id = l."shopId" AND s.status = 'open'
      LEFT JOIN "PickupPoint" p ON p.id = s."pickupPointId"
      WHERE i."cartId" = c.id ORDER BY i."addedAt", v.id) line ON true
    WHERE c."tokenHash" = ${hashToken(token)}`;
  const [first] = rows;
  if (!first) return null;
  const shops = new Map<string, CartShop & { lines: CartLineView[] }>();
  for (const row of rows) {
    if (row.variantId === null) continue;
    const shop = shops.get(row.shopId) ?? toShop(row);
    shops.set(row.shopId, shop);
    shop.lines.push(toLine(row));
  }
  return { id: first.cartId, shops: [...shops.values()] };
}

function toShop(row: LineRow): CartShop & { lines: CartLineView[] } {
  const { shopId, shopName, shopSlug, takesTransfer, pickupId, pickupName, pickupAddress, pickupHours } = row;
  return {
    ...{ shopId, shopName, shopSlug, takesTransfer },
    pickupPoint:
      pickupId === null ? null : { id: pickupId, name: pickupName, address: pickupAddress, hours: pickupHours },
    rates: [...row.rates].sort((a, b) => a.areaName.localeCompare(b.areaName)),
    lines: [],
  };
}

function toLine(row: LineRow): CartLineView {
  const { variantId, listingId, listingSlug, title, size, photoKey, quantity, unitPriceRupiah } = row;
  const { available, makeDays, weeklyCapacity } = row;
  return {
    ...{ variantId, listingId, listingSlug, title, size, photoKey, quantity, unitPriceRupiah },
    ...{ available, makeDays, weeklyCapacity },
  };
}

export function countCart(cart: { shops: readonly CartShop[] } | null): number {
  return (cart?.shops ?? []).flatMap((shop) => shop.lines).reduce((sum, line) => sum + line.quantity, 0);
}
