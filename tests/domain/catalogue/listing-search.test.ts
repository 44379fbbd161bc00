// Search, filters and pages of the public list on PostgreSQL.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ListingFilter } from '#app/domain/catalogue/listing-filter.server.ts';
import { listNewest, listPublicListings, listSimilar } from '#app/domain/listings/listing-queries.server.ts';
import { createListing, createMaker, NOW } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const MATS = [
  ['lurik', 'Keset lurik biru, 40 × 60', 'biru', 35_000],
  ['wajik', 'Keset wajik hijau, 50 × 80', 'hijau', 55_000],
  ['kepang', 'Keset kepang merah, bulat 60', 'merah', 45_000],
  ['kotak', 'Keset kotak biru, 45 × 65', 'biru', 40_000],
] as const;
let shopId: string;

beforeAll(async () => {
  const maker = await createMaker(test.db);
  shopId = maker.shop.id;
  for (const [index, [pattern, title, colour, priceRupiah]] of MATS.entries()) {
    const stock = pattern === 'kotak' ? { onHand: 0, makeDays: 7, priceRupiah } : { priceRupiah };
    const { listing } = await createListing(test.db, shopId, stock);
    const publishedAt = new Date(NOW.getTime() + index * 1000);
    await test.db.listing.update({ where: { id: listing.id }, data: { title, colour, pattern, publishedAt } });
  }
  const hidden = await createMaker(test.db);
  await createListing(test.db, hidden.shop.id);
  await test.db.shop.update({ where: { id: hidden.shop.id }, data: { status: 'hidden' } });
});

const find = async (filter: ListingFilter, limit?: number) => {
  const page = await listPublicListings(test.db, filter, limit);
  return page.cards.map((card) => card.title.split(' ')[1]);
};

describe('words', () => {
  it.each([
    ['lurik', ['lurik']],
    ['keset biru', ['kotak', 'lurik']],
    ['lrik', ['lurik']],
    ['kepag', ['kepang']],
    ['keset meerah', ['kepang']],
    ['gajah', []],
    ['lurek', ['lurik']],
    ['"', []],
  ])('%s', async (query, expected) => {
    expect(await find({ query })).toEqual(expected);
  });
});

describe('filters', () => {
  it.each<[string, ListingFilter, string[]]>([
    ['colour', { colour: 'biru' }, ['kotak', 'lurik']],
    ['highest price', { maxRupiah: 40_000 }, ['kotak', 'lurik']],
    ['ready now', { ready: 'now' }, ['kepang', 'wajik', 'lurik']],
    ['made to order', { ready: 'made' }, ['kotak']],
    ['district', { district: '36.71.01' }, []],
    ['size', { size: '60x90' }, []],
    ['together', { colour: 'biru', ready: 'now', size: '40x60', material: 'perca-katun' }, ['lurik']],
    ['cheapest first', { sort: 'cheap' }, ['lurik', 'kotak', 'kepang', 'wajik']],
    ['most expensive first', { sort: 'dear' }, ['wajik', 'kepang', 'kotak', 'lurik']],
  ])('%s', async (_, filter, expected) => {
    expect(await find(filter)).toEqual(expected);
  });
});

describe('pages', () => {
  it.each(['new', 'cheap', 'dear'] as const)('sorted %s show every mat once', async (sort) => {
    const whole = await find({ sort });
    const pieces: (string | undefined)[] = [];
    let after: string | undefined;
    for (let page = 0; page < 5; page++) {
      const { cards, nextAfter } = await listPublicListings(test.db, { sort, after }, 1);
      pieces.push(...cards.map((card) => card.title.split(' ')[1]));
      if (nextAfter === null) break;
      after = nextAfter;
    }
    expect(pieces).toEqual(whole);
  });
});

it('reads the same cards as the plain form', async () => {
  const cards = await listNewest(test.db, 24);
  const plain = await test.db.listing.findMany({
    where: { status: 'published', isAvailable: true, shop: { status: 'open' } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    include: { shop: { include: { district: true } } },
  });
  expect(cards).toEqual(
    plain.map(({ id, slug, title, fromRupiah, isAvailable, publishedAt, shop }) => ({
      ...{ id, slug, title, fromRupiah, isAvailable, publishedAt },
      shopId: shop.id,
      shopName: shop.name,
      shopSlug: shop.slug,
      district: shop.district.name,
      photo: null,
    })),
  );
});

it('offers similar mats of other makers only', async () => {
  const other = await createMaker(test.db);
  const { listing } = await createListing(test.db, other.shop.id, { priceRupiah: 41_000 });
  const similar = await listSimilar(test.db, listing);
  expect(similar.map((card) => card.title.split(' ')[1])).toEqual(['kotak', 'lurik']);
});
