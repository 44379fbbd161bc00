// The cards of the public shop, 24 to a page, each list in one query: what is hidden, paused or drafted is in no where clause twice.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Reader } from '../database.ts';

export interface ListingCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly fromRupiah: number;
  readonly isAvailable: boolean;
  readonly publishedAt: Date;
  readonly shopId: string;
  readonly shopName: string;
  readonly shopSlug: string;
  readonly district: string;
  readonly photo: CardPhoto | null;
}

export interface CardPhoto {
  readonly store: string;
  readonly storeKey: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly alt: string;
}

type CardRow = Omit<ListingCard, 'photo'> & { [Key in keyof CardPhoto]: CardPhoto[Key] | null };

/** Only published listings of open shops. `where` speaks of `l` (Listing) and `s` (Shop), `order` of `l` alone. */
export async function readCards(
  db: Reader,
  page: { where: Prisma.Sql; order: Prisma.Sql; limit: number },
): Promise<ListingCard[]> {
  // The page is chosen first and its pictures are looked up after: 24 look-ups, however many mats match.
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT l.id, l.slug, l.title, l."fromRupiah", l."isAvailable", l."publishedAt", l."shopId", l."shopName", l."shopSlug", l.district,
           p.store, p."storeKey", p.width, p.height, p.colour, p.alt
    FROM (
      SELECT l.*, s.name AS "shopName", s.slug AS "shopSlug", a.name AS district
      FROM "Listing" l
      JOIN "Shop" s ON s.id = l."shopId" AND s.status = 'open'
      JOIN "Area" a ON a.code = s."districtCode"
      WHERE l.status = 'published' AND ${page.where}
      ORDER BY ${page.order} LIMIT ${page.limit}) l
    LEFT JOIN LATERAL (
      SELECT * FROM "Photo" f WHERE f."listingId" = l.id ORDER BY f.position, f.id LIMIT 1) p ON true
    ORDER BY ${page.order}`;
  return rows.map(toCard);
}

function toCard({ store, storeKey, width, height, colour, alt, ...card }: CardRow): ListingCard {
  if (store === null || storeKey === null || width === null || height === null || colour === null)
    return { ...card, photo: null };
  return { ...card, photo: { store, storeKey, width, height, colour, alt: alt ?? card.title } };
}

export const NEWEST_FIRST = Prisma.sql`l."publishedAt" DESC, l.id DESC`;
