// What the public may know of a shop: the name she chose, her district, the story she agreed to show, where to collect. Never her name, phone or village.
import { Prisma } from '#app/generated/prisma/client.ts';
import { consentInForce } from '../consents/consent-in-force.ts';
import type { Reader } from '../database.ts';

const STORY_IN_FORCE = consentInForce(Prisma.sql`s."personId"`, 'story');

export interface ShopWindow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly story: string | null;
  readonly district: string;
  readonly pickupPoint: string | null;
  readonly pickupAddress: string | null;
  readonly pickupHours: string | null;
  /** Lowest fee of her own delivery; null when she does not deliver. */
  readonly deliveryFromRupiah: number | null;
  readonly completedOrders: number;
}

/** By slug or id; null when it is hidden or missing. */
export async function findPublicShop(db: Reader, key: { slug: string } | { id: string }): Promise<ShopWindow | null> {
  const rows = await db.$queryRaw<ShopWindow[]>`
    SELECT s.id, s.slug, s.name, CASE WHEN ${STORY_IN_FORCE} THEN s.story END AS story, a.name AS district,
      p.name AS "pickupPoint", p.address AS "pickupAddress", p.hours AS "pickupHours",
      (SELECT min("feeRupiah") FROM "DeliveryRate" r WHERE r."shopId" = s.id) AS "deliveryFromRupiah",
      (SELECT count(*)::int FROM "Order" o WHERE o."shopId" = s.id AND o.status = 'completed') AS "completedOrders"
    FROM "Shop" s JOIN "Area" a ON a.code = s."districtCode"
    LEFT JOIN "PickupPoint" p ON p.id = s."pickupPointId"
    WHERE s.status = 'open' AND s.slug = coalesce(${'slug' in key ? key.slug : null},
      (SELECT slug FROM "Shop" WHERE id = ${'id' in key ? key.id : null}::uuid))`;
  return rows[0] ?? null;
}

export async function listShopsWithStory(db: Reader, limit: number) {
  return db.$queryRaw<{ slug: string; name: string; story: string; district: string }[]>`
    SELECT s.slug, s.name, s.story, a.name AS district
    FROM "Shop" s JOIN "Area" a ON a.code = s."districtCode"
    WHERE s.status = 'open' AND s.story IS NOT NULL AND ${STORY_IN_FORCE}
      AND EXISTS (SELECT 1 FROM "Listing" l WHERE l."shopId" = s.id AND l.status = 'published' AND l."isAvailable")
    ORDER BY s."openedAt" DESC, s.id LIMIT ${limit}`;
}

export async function listShopDistricts(db: Reader) {
  return db.$queryRaw<{ code: string; name: string }[]>`
    SELECT a.code, a.name FROM "Area" a
    WHERE EXISTS (SELECT 1 FROM "Shop" s WHERE s."districtCode" = a.code AND s.status = 'open') ORDER BY a.name`;
}
