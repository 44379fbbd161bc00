// Which makers could take an order over: who has mats of the same sizes and hands over where the buyer was promised.
import type { Reader } from '../database.ts';
import { DAY_MS } from '../dates.ts';

export interface SisterShop {
  readonly shopId: string;
  readonly name: string;
  readonly district: string;
  /** Every mat lies ready; otherwise some must be woven first. */
  readonly isReady: boolean;
}

const MOST_SISTERS = 5;
const RECENT_MS = 30 * DAY_MS;

/**
 * Five at most. Who has the mats ready comes first, then who had the fewest orders in the last 30 days: an order that moves may as
 * well go where it is missed. Left out is who was asked for this order before and did not take back the question, and who passed it on.
 */
export async function listSisterShops(reader: Reader, orderId: string, now: Date): Promise<SisterShop[]> {
  return reader.$queryRaw<SisterShop[]>`
    WITH asked AS (SELECT * FROM "Order" WHERE id = ${orderId}::uuid),
    wanted AS (
      SELECT size, sum(quantity)::int AS quantity FROM "OrderLine" WHERE "orderId" = ${orderId}::uuid GROUP BY size),
    offered AS (
      SELECT l."shopId", w.size, bool_or(v."onHand" - v.held >= w.quantity) AS "isReady"
      FROM wanted w
        JOIN "Variant" v ON v.size = w.size AND NOT v."isRetired"
        JOIN "Listing" l ON l.id = v."listingId" AND l.status = 'published'
      WHERE v."onHand" - v.held >= w.quantity OR (v."makeDays" IS NOT NULL AND v."weeklyCapacity" >= w.quantity)
      GROUP BY l."shopId", w.size)
    SELECT s.id AS "shopId", s.name, d.name AS district, bool_and(f."isReady") AS "isReady"
    FROM asked o
      JOIN offered f ON f."shopId" <> o."shopId"
      JOIN "Shop" s ON s.id = f."shopId" AND s.status = 'open'
      JOIN "Area" d ON d.code = s."districtCode"
    WHERE CASE o.delivery
        WHEN 'pickup' THEN s."pickupPointId" = o."pickupPointId"
        ELSE EXISTS (SELECT FROM "DeliveryRate" r WHERE r."shopId" = s.id AND r."areaCode" = o."areaCode") END
      AND NOT EXISTS (SELECT FROM "Reassignment" r WHERE r."orderId" = o.id
        AND ((r."toShopId" = s.id AND r.status <> 'withdrawn') OR (r."fromShopId" = s.id AND r.status = 'agreed')))
    GROUP BY s.id, d.name
    HAVING count(*) = (SELECT count(*) FROM wanted)
    ORDER BY "isReady" DESC,
      (SELECT count(*) FROM "Order" x WHERE x."shopId" = s.id AND x."placedAt" > ${new Date(now.getTime() - RECENT_MS)}), s.id
    LIMIT ${MOST_SISTERS}`;
}
