// Reads of questions to take an order over: the two makers see them, the buyer what came of it.
import type { AccountActor } from '../access/actor.ts';
import type { CardPhoto } from '../catalogue/listing-cards.server.ts';
import type { Reader } from '../database.ts';
import { NO_ROW_ID } from '../ids.ts';

/** The kind of the event by which an order went to another maker. */
export const REASSIGNED = 'order.reassigned';

export interface Reassignment {
  readonly id: string;
  readonly status: 'proposed' | 'agreed' | 'declined' | 'withdrawn';
  readonly fromShopId: string;
  readonly fromShopName: string;
  readonly toShopId: string;
  readonly toShopName: string;
  /** She is to answer; otherwise she asked. */
  readonly isAsked: boolean;
  /** An answer still counts, because the order is where it was. */
  readonly isOpen: boolean;
  readonly orderId: string;
  readonly purchaseId: string;
  readonly number: string;
  readonly method: string;
  readonly totalRupiah: number;
  readonly placedAt: Date;
  readonly promisedOn: Date | null;
  readonly village: string | null;
  readonly place: string | null;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly size: string;
    readonly quantity: number;
    readonly unitPriceRupiah: number;
    readonly photoStoreKey: string | null;
  }[];
}

/** A question that she asked or was asked; null for everybody else. Of the buyer it says only where the mats are handed over. */
export async function findReassignment(
  reader: Reader,
  actor: AccountActor,
  reassignmentId: string,
): Promise<Reassignment | null> {
  const personId = actor.personId ?? NO_ROW_ID;
  const [found] = await reader.$queryRaw<Reassignment[]>`
    SELECT r.id, r.status, r."fromShopId", f.name AS "fromShopName", r."toShopId", t.name AS "toShopName",
      t."personId" = ${personId}::uuid AS "isAsked", r.status = 'proposed' AND o.status = 'confirmed' AS "isOpen",
      o.id AS "orderId", o."purchaseId", o.number, o.method, o."totalRupiah", o."placedAt", o."promisedOn",
      CASE WHEN p.id IS NULL THEN a.name END AS village, p.name || ' (' || p.hours || ')' AS place,
      (SELECT json_agg(json_build_object('id', l.id, 'title', l.title, 'size', l.size, 'quantity', l.quantity,
          'unitPriceRupiah', l."unitPriceRupiah", 'photoStoreKey', l."photoStoreKey") ORDER BY l.id)
        FROM "OrderLine" l WHERE l."orderId" = o.id) AS lines
    FROM "Reassignment" r
      JOIN "Shop" f ON f.id = r."fromShopId"
      JOIN "Shop" t ON t.id = r."toShopId"
      JOIN "Order" o ON o.id = r."orderId"
      LEFT JOIN "PickupPoint" p ON p.id = o."pickupPointId"
      LEFT JOIN "Area" a ON a.code = o."areaCode"
    WHERE r.id = ${reassignmentId}::uuid AND ${personId}::uuid IN (f."personId", t."personId")`;
  return found ?? null;
}

export interface OwnMat {
  readonly id: string;
  readonly listingId: string;
  readonly title: string;
  readonly size: string;
  readonly priceRupiah: number;
  readonly onHand: number;
  readonly held: number;
  readonly makeDays: number | null;
  readonly weeklyCapacity: number | null;
  readonly photo: CardPhoto | null;
}

/** What she sells of these sizes. */
export async function listOwnMats(reader: Reader, shopId: string, sizes: readonly string[]): Promise<OwnMat[]> {
  return reader.$queryRaw<OwnMat[]>`
    SELECT v.id, v."listingId", l.title, v.size, v."priceRupiah", v."onHand", v.held, v."makeDays", v."weeklyCapacity",
      (SELECT to_jsonb(f) FROM "Photo" f WHERE f."listingId" = l.id ORDER BY f.position, f.id LIMIT 1) AS photo
    FROM "Variant" v JOIN "Listing" l ON l.id = v."listingId" AND l.status = 'published'
    WHERE l."shopId" = ${shopId}::uuid AND v.size = ANY(${[...sizes]}) AND NOT v."isRetired" ORDER BY v.id`;
}

export interface AskedReassignment {
  readonly id: string;
  readonly fromShopName: string;
  readonly number: string;
  readonly totalRupiah: number;
}

/** What waits for her answer, oldest first. */
export async function listAskedReassignments(reader: Reader, actor: AccountActor): Promise<AskedReassignment[]> {
  return reader.$queryRaw<AskedReassignment[]>`
    SELECT r.id, f.name AS "fromShopName", o.number, o."totalRupiah"
    FROM "Reassignment" r
      JOIN "Shop" t ON t.id = r."toShopId" AND t."personId" = ${actor.personId ?? NO_ROW_ID}::uuid
      JOIN "Shop" f ON f.id = r."fromShopId"
      JOIN "Order" o ON o.id = r."orderId" AND o.status = 'confirmed'
    WHERE r.status = 'proposed' ORDER BY r."proposedAt", r.id LIMIT 20`;
}

/** Where an order of hers went, or whom she is asking about it; what was declined or taken back is not in it. */
export async function findPassedOn(
  reader: Reader,
  actor: AccountActor,
  orderId: string,
): Promise<{ id: string; status: 'proposed' | 'agreed'; toShopName: string } | null> {
  const [found] = await reader.$queryRaw<{ id: string; status: 'proposed' | 'agreed'; toShopName: string }[]>`
    SELECT r.id, r.status, t.name AS "toShopName"
    FROM "Reassignment" r
      JOIN "Shop" f ON f.id = r."fromShopId" AND f."personId" = ${actor.personId ?? NO_ROW_ID}::uuid
      JOIN "Shop" t ON t.id = r."toShopId"
    WHERE r."orderId" = ${orderId}::uuid AND r.status IN ('proposed', 'agreed') ORDER BY r."proposedAt" DESC, r.id LIMIT 1`;
  return found ?? null;
}

export interface TakenOver {
  readonly orderId: string;
  /** Whose it was when the buyer placed it. */
  readonly fromShopName: string;
  /** What comes now; the slug is null where the mat is not on sale (any more). */
  readonly mats: readonly { readonly title: string; readonly slug: string | null }[];
}

/** Of these orders, those that another maker took over. */
export async function listTakenOver(reader: Reader, orderIds: readonly string[]): Promise<TakenOver[]> {
  return reader.$queryRaw<TakenOver[]>`
    SELECT DISTINCT ON (r."orderId") r."orderId", f.name AS "fromShopName",
      (SELECT json_agg(DISTINCT jsonb_build_object('title', l.title,
          'slug', CASE WHEN l.status = 'published' AND s.status = 'open' THEN l.slug END))
        FROM "OrderLine" i JOIN "Variant" v ON v.id = i."variantId" JOIN "Listing" l ON l.id = v."listingId"
          JOIN "Shop" s ON s.id = l."shopId" WHERE i."orderId" = r."orderId") AS mats
    FROM "Reassignment" r JOIN "Shop" f ON f.id = r."fromShopId"
    WHERE r."orderId" = ANY(${[...orderIds]}::uuid[]) AND r.status = 'agreed'
    ORDER BY r."orderId", r."answeredAt"`;
}
