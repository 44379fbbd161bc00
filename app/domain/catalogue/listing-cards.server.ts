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

/** Only published listings of open shops. `where` speaks of `l` (Listing) and `s` (Shop). */
export async function readCards(
  db: Reader,
  page: { where: Prisma.Sql; order: Prisma.Sql; limit: number },
): Promise<ListingCard[]> {
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT l.id, l.slug, l.title, l."fromRupiah", l."isAvailable", l."publishedAt",
           s.name AS "shopName", s.slug AS "shopSlug", a.name AS district,
           p.store, p."storeKey", p.width, p.height, p.colour, p.alt
    FROM "Listing" l
    JOIN "Shop" s ON s.id = l."shopId" AND s.status = 'open'
    JOIN "Area" a ON a.code = s."districtCode"
    LEFT JOIN LATERAL (
      SELECT * FROM "Photo" f WHERE f."listingId" = l.id ORDER BY f.position, f.id LIMIT 1) p ON true
    WHERE l.status = 'published' AND ${page.where}
    ORDER BY ${page.order} LIMIT ${page.limit}`;
  return rows.map(toCard);
}

function toCard({ store, storeKey, width, height, colour, alt, ...card }: CardRow): ListingCard {
  if (store === null || storeKey === null || width === null || height === null || colour === null)
    return { ...card, photo: null };
  return { ...card, photo: { store, storeKey, width, height, colour, alt: alt ?? card.title } };
}

export const EVERYTHING = Prisma.sql`true`;
export const NEWEST_FIRST = Prisma.sql`l."publishedAt" DESC, l.id DESC`;
