// The public shop over HTTP: the list goes on, what stays hidden, what nonsense does.
import { beforeAll, describe, expect, it } from 'vitest';
import { createListing, createMaker, giveConsent } from '#tests/support/fixtures.ts';
import { addPhotoRow, fillShelf } from '#tests/support/shelf.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
let slugs: { listing: string; shop: string };

beforeAll(async () => {
  const { makers, listings } = await fillShelf(site.db, 30);
  const shop = makers[0]?.shop;
  const listing = listings.at(-3);
  if (!shop || !listing) throw new Error('empty shelf');
  for (let index = 0; index < 3; index++) await addPhotoRow(site.db, { shopId: shop.id, listingId: listing.id });
  await site.db.shop.update({ where: { id: shop.id }, data: { story: 'Belajar menenun April 2019.' } });
  await giveConsent(site.db, shop.personId, 'story');
  slugs = { listing: listing.slug, shop: shop.slug };
});

describe('list', () => {
  const titlesOf = async (path: string) => {
    const html = await (await site.fetch(path)).text();
    return { html, slugs: [...html.matchAll(/<li><a href="\/produk\/([^"]+)"/g)].map((match) => match[1]) };
  };

  it('goes on to the next page without repeating or losing a mat', async () => {
    const first = await titlesOf('/produk');
    expect(first.slugs).toHaveLength(24);
    const next = /rel="next"[^>]*href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&');
    const second = await titlesOf(next ?? '');
    expect(second.slugs).toHaveLength(6);
    expect(new Set([...first.slugs, ...second.slugs]).size).toBe(30);
    expect(second.html).not.toContain('rel="next"');
  });

  it.each([
    '?ukuran=; drop table',
    '?warna=hitam-pekat&maks=abc&siap=x&urut=y',
    '?lanjut=1.not-a-place',
    '?lanjut=99999999999999.00000000-0000-0000-0000-000000000000&urut=murah',
    `?lanjut=99999999999999.00000000-0000-0000-0000-000000000000`,
    `?cari=${encodeURIComponent('"(&|!:*')}`,
    `?cari=${'a'.repeat(99)}`,
  ])('answers 200 to nonsense: %s', async (query) => {
    expect((await site.fetch(`/produk${query}`)).status).toBe(200);
  });

  it('says so when nothing matches and keeps the words in the field', async () => {
    const { html } = await titlesOf('/produk?cari=gajah');
    expect(html).toContain('Belum ada keset yang cocok');
    expect(html).toContain('value="gajah"');
  });

  it('speaks English when asked', async () => {
    const html = await (await site.fetch('/produk', { as: 'bahasa=en' })).text();
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('All doormats');
  });
});

describe('hidden', () => {
  it('answers the same 404 for missing, draft, paused and closed', async () => {
    const maker = await createMaker(site.db);
    const { listing } = await createListing(site.db, maker.shop.id);
    const path = `/produk/${listing.slug}`;
    expect((await site.fetch(path)).status).toBe(200);
    const bodies = new Set<string>();
    for (const status of ['draft', 'paused', 'retired']) {
      await site.db.listing.update({ where: { id: listing.id }, data: { status } });
      site.app.pages.clear();
      const answer = await site.fetch(path);
      expect(answer.status).toBe(404);
      bodies.add(await answer.text());
    }
    await site.db.listing.update({ where: { id: listing.id }, data: { status: 'published' } });
    await site.db.shop.update({ where: { id: maker.shop.id }, data: { status: 'hidden' } });
    site.app.pages.clear();
    for (const hidden of [path, `/perajin/${maker.shop.slug}`, '/produk/tidak-ada', '/perajin/tidak-ada']) {
      const answer = await site.fetch(hidden);
      expect(answer.status).toBe(404);
      bodies.add(await answer.text());
    }
    expect(bodies.size).toBe(1);
    expect(await (await site.fetch('/sitemap.xml')).text()).not.toContain(listing.slug);
  });
});

describe('product', () => {
  it('carries a preview for chats and facts for search engines, and posts to the cart', async () => {
    const html = await (await site.fetch(`/produk/${slugs.listing}`)).text();
    const facts = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(facts).toMatchObject({ '@type': 'Product', offers: { priceCurrency: 'IDR' } });
    expect(html).toMatch(/<form method="post" action="\/keranjang"/);
    for (const name of ['variantId', 'quantity', 'action']) expect(html).toContain(`name="${name}"`);
    expect(html).toContain('fetchpriority="high"');
    expect(html.match(/loading="eager"/g)).toHaveLength(1);
  });

  it('shows no name, phone or village of the maker', async () => {
    const person = await site.db.person.findFirstOrThrow({ where: { shop: { slug: slugs.shop } } });
    const html = await (await site.fetch(`/perajin/${slugs.shop}`)).text();
    expect(html).not.toContain(person.phone);
    expect(html).not.toContain('Karang Sari');
  });
});

describe('plain pages', () => {
  it.each(['/cara-belanja', '/pengaduan', '/privasi', '/robots.txt', '/sitemap.xml'])('%s answers', async (path) => {
    const answer = await site.fetch(path);
    expect(answer.status).toBe(200);
    expect((await answer.text()).length).toBeGreaterThan(100);
  });
});
