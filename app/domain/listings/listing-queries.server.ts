// Reads of the public shop, where hidden, paused, drafted and missing all answer alike: null; and of the shelf for those who keep it.

import { Prisma } from '#app/generated/prisma/client.ts';
import type { Actor } from '../access/actor.ts';
import { type ListingCard, NEWEST_FIRST, readCards } from '../catalogue/listing-cards.server.ts';
import { type ListingFilter, matchWords, orderOf, placeOf, whereOf } from '../catalogue/listing-filter.server.ts';
import type { Reader } from '../database.ts';
import { isRowId } from '../ids.ts';
import { shopScope } from './listing-access.server.ts';

export const LIST_LIMIT = 24;

/** A page of the list; `nextAfter` is null on the last one. */
export async function listPublicListings(
  db: Reader,
  filter: ListingFilter,
  limit = LIST_LIMIT,
): Promise<{ cards: ListingCard[]; nextAfter: string | null }> {
  const words = await resolveWords(db, filter.query ?? '');
  const rows = await readCards(db, { where: whereOf(filter, words), order: orderOf(filter.sort), limit: limit + 1 });
  const cards = rows.slice(0, limit);
  const last = cards.at(-1);
  return { cards, nextAfter: rows.length > limit && last ? placeOf(last, filter.sort) : null };
}

/** Up to here hits are fetched by the word indexes first; beyond, walking the sorted list meets them soon enough. */
const RARE_HITS = 1_000;

/**
 * A rare word would otherwise walk the whole list: PostgreSQL cannot know how rare before it has looked. Typing errors are
 * looked for only where the words as written find little.
 */
async function resolveWords(db: Reader, query: string): Promise<Prisma.Sql | null> {
  const words = matchWords(query);
  if (words === null) return null;
  const exact = await findHits(db, words.stems);
  if (exact.length > RARE_HITS) return words.stems;
  const near = await findHits(db, words.loose);
  return near.length > RARE_HITS ? words.loose : Prisma.sql`l.id = ANY(${near}::uuid[])`;
}

async function findHits(db: Reader, match: Prisma.Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM "Listing" l WHERE l.status = 'published' AND ${match} LIMIT ${RARE_HITS + 1}`;
  return rows.map((row) => row.id);
}

export function listNewest(db: Reader, limit: number): Promise<ListingCard[]> {
  return readCards(db, { where: Prisma.sql`l."isAvailable"`, order: NEWEST_FIRST, limit });
}

/** Only the newest so many are compared: a page must not cost more because the shop has grown. */
const COMPARED = 400;

/** Mats by other makers that can be ordered now: same colour and pattern first, then whatever is close in price. */
export function listSimilar(
  db: Reader,
  listing: { id: string; shopId: string; colour: string; pattern: string | null; fromRupiah: number },
  limit = 4,
): Promise<ListingCard[]> {
  const { shopId, colour, pattern, fromRupiah } = listing;
  return readCards(db, {
    where: Prisma.sql`l.id IN (
      SELECT id FROM "Listing" WHERE status = 'published' AND "isAvailable" AND "shopId" <> ${shopId}::uuid
        AND (colour = ${colour} OR pattern = ${pattern})
      ORDER BY "publishedAt" DESC, id DESC LIMIT ${COMPARED})`,
    order: Prisma.sql`(l.colour = ${colour})::int + (l.pattern IS NOT DISTINCT FROM ${pattern})::int DESC,
      abs(l."fromRupiah" - ${fromRupiah}), l.id`,
    limit,
  });
}

export function listOfShop(db: Reader, shopId: string, limit = LIST_LIMIT, exceptId?: string): Promise<ListingCard[]> {
  const others = exceptId ? Prisma.sql`l.id <> ${exceptId}::uuid` : Prisma.sql`true`;
  return readCards(db, {
    where: Prisma.sql`l."shopId" = ${shopId}::uuid AND ${others}`,
    order: Prisma.sql`l."isAvailable" DESC, ${NEWEST_FIRST}`,
    limit,
  });
}

export async function findPublicListing(db: Reader, slug: string) {
  return db.listing.findFirst({
    where: { slug, status: 'published', shop: { status: 'open' } },
    include: {
      variants: { where: { isRetired: false }, orderBy: [{ priceRupiah: 'asc' }, { size: 'asc' }] },
      photos: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
    },
  });
}

const MARKET = 2_000;

/** Prices asked for mats of each size among the newest 2.000 on sale: what `priceHints` takes its median of. */
export async function listPricesBySize(db: Reader): Promise<Map<string, number[]>> {
  const rows = await db.$queryRaw<{ size: string; prices: number[] }[]>`
    SELECT v.size, array_agg(v."priceRupiah") AS prices
    FROM (SELECT id FROM "Listing" WHERE status = 'published' ORDER BY "publishedAt" DESC LIMIT ${MARKET}) l
    JOIN "Variant" v ON v."listingId" = l.id AND NOT v."isRetired"
    GROUP BY v.size`;
  return new Map(rows.map((row) => [row.size, row.prices]));
}

/** Slugs for the sitemap, newest first. */
export async function listPublicSlugs(db: Reader, limit = 40_000) {
  const [listings, shops] = await Promise.all([
    db.listing.findMany({
      where: { status: 'published', shop: { status: 'open' } },
      orderBy: { publishedAt: 'desc' },
      take: limit,
      select: { slug: true },
    }),
    db.shop.findMany({
      where: { status: 'open', listings: { some: { status: 'published' } } },
      take: 5_000,
      select: { slug: true },
    }),
  ]);
  return { listings: listings.map((row) => row.slug), shops: shops.map((row) => row.slug) };
}

const SHELF_LIMIT = 100;

/** Newest first; retired ones are left out. */
export async function listMyListings(db: Reader, { actor, now }: { actor: Actor; now: Date }) {
  const scope = shopScope(actor, now);
  if (scope === null) return [];
  return db.listing.findMany({
    where: { shop: scope, status: { not: 'retired' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHELF_LIMIT,
    include: {
      variants: { where: { isRetired: false }, orderBy: { size: 'asc' } },
      photos: { orderBy: [{ position: 'asc' }, { id: 'asc' }], take: 1 },
    },
  });
}

export async function findMyListing(db: Reader, { actor, now, id }: { actor: Actor; now: Date; id: string }) {
  const scope = shopScope(actor, now);
  if (scope === null || !isRowId(id)) return null;
  return db.listing.findFirst({
    where: { id, shop: scope },
    include: {
      variants: { where: { isRetired: false }, orderBy: { size: 'asc' } },
      photos: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
    },
  });
}

/** Pictures of a shop that hang on no listing, in the order asked: what a form that came back shows again. */
export async function listLoosePhotos(db: Reader, shopId: string, ids: readonly string[]) {
  const rows = await db.photo.findMany({ where: { id: { in: ids.filter(isRowId) }, shopId, listingId: null } });
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}
