// What a visitor asks of the list, as SQL: words (with typing errors), size, colour, material, price, district, readiness; and the place to go on from.
import { Prisma } from '#app/generated/prisma/client.ts';

export const LISTING_SORTS = ['new', 'cheap', 'dear'] as const;
export type ListingSort = (typeof LISTING_SORTS)[number];

export interface ListingFilter {
  readonly query?: string | undefined;
  readonly size?: string | undefined;
  readonly colour?: string | undefined;
  readonly material?: string | undefined;
  readonly maxRupiah?: number | undefined;
  /** District code. */
  readonly district?: string | undefined;
  /** `now`: lies ready. `made`: made to order. */
  readonly ready?: 'now' | 'made' | undefined;
  readonly sort?: ListingSort | undefined;
  /** `nextAfter` of the page before. */
  readonly after?: string | undefined;
}

const LONGEST_QUERY = 80;
const MOST_WORDS = 6;
/** Below this a word has too few trigrams to be told from a typing error. */
const SHORTEST_FUZZY_WORD = 3;

/** `words` narrows to what the query means; null when nothing was asked. */
export function whereOf(filter: ListingFilter, words: Prisma.Sql | null): Prisma.Sql {
  const parts = [
    ...(words ? [words] : []),
    ...(filter.colour ? [Prisma.sql`l.colour = ${filter.colour}`] : []),
    ...(filter.material ? [Prisma.sql`l.material = ${filter.material}`] : []),
    ...(filter.district ? [Prisma.sql`s."districtCode" = ${filter.district}`] : []),
    ...matchVariant(filter),
    ...goOnAfter(filter),
  ];
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, ' AND ');
}

/**
 * One wrong letter in a short word leaves about 0.4 of its trigrams; PostgreSQL's own 0.6 would miss it. The sub-select is a
 * one-time filter, evaluated before any row and valid for this statement only, so that the trigram index still serves `<%`.
 */
const LOOSE_WORDS = Prisma.sql`(SELECT set_config('pg_trgm.word_similarity_threshold', '0.4', true)) IS NOT NULL`;

export interface WordMatch {
  /** The whole query by Indonesian stems. */
  readonly stems: Prisma.Sql;
  /** Stems, or each of its words near enough to a word of the title (trigrams). */
  readonly loose: Prisma.Sql;
}

/** Null when nothing was asked. */
export function matchWords(query: string): WordMatch | null {
  const text = query.replaceAll('\0', '').trim().slice(0, LONGEST_QUERY);
  if (text === '') return null;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, MOST_WORDS) ?? [];
  const fuzzy = words.filter((word) => word.length >= SHORTEST_FUZZY_WORD);
  const stems = Prisma.sql`l.search @@ websearch_to_tsquery('indonesian', ${text})`;
  if (fuzzy.length === 0) return { stems, loose: stems };
  const near = Prisma.join(
    fuzzy.map((word) => Prisma.sql`${word} <% l.title`),
    ' AND ',
  );
  return { stems, loose: Prisma.sql`${LOOSE_WORDS} AND (${stems} OR (${near}))` };
}

/** One variant must have all of what is asked of size, price and readiness. */
function matchVariant({ size, maxRupiah, ready }: ListingFilter): Prisma.Sql[] {
  const asked = [
    ...(size ? [Prisma.sql`v.size = ${size}`] : []),
    ...(maxRupiah ? [Prisma.sql`v."priceRupiah" <= ${maxRupiah}`] : []),
    ...(ready === 'now' ? [Prisma.sql`v."onHand" > v.held`] : []),
    ...(ready === 'made' ? [Prisma.sql`v."makeDays" IS NOT NULL`] : []),
  ];
  if (asked.length === 0) return [];
  return [
    Prisma.sql`EXISTS (SELECT 1 FROM "Variant" v
      WHERE v."listingId" = l.id AND NOT v."isRetired" AND ${Prisma.join(asked, ' AND ')})`,
  ];
}

export function orderOf(sort: ListingSort = 'new'): Prisma.Sql {
  if (sort === 'cheap') return Prisma.sql`l."fromRupiah" ASC, l.id ASC`;
  if (sort === 'dear') return Prisma.sql`l."fromRupiah" DESC, l.id DESC`;
  return Prisma.sql`l."publishedAt" DESC, l.id DESC`;
}

function goOnAfter({ sort = 'new', after }: ListingFilter): Prisma.Sql[] {
  const place = after === undefined ? null : readPlace(after, sort);
  if (place === null) return [];
  const id = Prisma.sql`${place.id}::uuid`;
  if (sort === 'new') return [Prisma.sql`(l."publishedAt", l.id) < (${new Date(place.value)}, ${id})`];
  if (sort === 'cheap') return [Prisma.sql`(l."fromRupiah", l.id) > (${place.value}, ${id})`];
  return [Prisma.sql`(l."fromRupiah", l.id) < (${place.value}, ${id})`];
}

const PLACE = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const MOST_RUPIAH = 2_147_483_647;

/** Where a page ended: its last card's sort value and id, open to read, checked when it comes back. */
export function placeOf(
  card: { id: string; publishedAt: Date; fromRupiah: number },
  sort: ListingSort = 'new',
): string {
  return `${sort === 'new' ? card.publishedAt.getTime() : card.fromRupiah}.${card.id}`;
}

/** Null for anything that `placeOf` did not write: the list then begins at its beginning. */
export function readPlace(text: string, sort: ListingSort): { value: number; id: string } | null {
  const [, digits, id] = PLACE.exec(text) ?? [];
  if (digits === undefined || id === undefined) return null;
  const value = Number(digits);
  return sort !== 'new' && value > MOST_RUPIAH ? null : { value, id };
}
