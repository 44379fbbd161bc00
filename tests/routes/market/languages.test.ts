// Public pages in the second language: what is ours to say is said in English, titles too; names and what makers wrote stay.
import { beforeAll, expect, it } from 'vitest';
import { href } from '#app/urls.ts';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { addPhotoRow } from '#tests/support/shelf.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
/** Words that are the same in both languages, and names. */
const SAME =
  /^(Keset Kita|Total|Zigzag|Kepang|English|.*Keset lurik biru.*|.*Anyaman Ibu.*|Neglasari|, Neglasari|Tangerang|oval 45 × 70 cm|accounts\.json|outbox\.json|Administrator|maker \d.*|Keset tenun tangan\.)$/;
let paths: string[];

beforeAll(async () => {
  const { shop } = await createMaker(site.db);
  const { listing } = await createListing(site.db, shop.id);
  await addPhotoRow(site.db, { shopId: shop.id, listingId: listing.id });
  const still = ['home', 'products', 'cart', 'howItWorks', 'complaint', 'privacy', 'signIn', 'demo'] as const;
  paths = [
    ...still.map((name) => href(name)),
    href('product', { slug: listing.slug }),
    href('maker', { slug: shop.slug }),
    href('products', undefined, { kata: 'tidakada' }),
    '/tidak-ada',
  ];
});

/** What a visitor reads: texts between tags, without figures. */
async function readTexts(path: string, language: string): Promise<Set<string>> {
  const page = await (await site.fetch(path, { as: `bahasa=${language}` })).text();
  const texts = page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll('<!-- -->', '')
    .split(/<[^>]+>/);
  return new Set(texts.map((text) => text.trim()).filter((text) => /[a-z]{3}/i.test(text) && !/^(Rp|\+62)/.test(text)));
}

it('leaves nothing of ours in Indonesian', async () => {
  const left: string[] = [];
  for (const path of paths) {
    const indonesian = await readTexts(path, 'id');
    const english = await readTexts(path, 'en');
    expect(english.size, path).toBeGreaterThan(2);
    left.push(
      ...[...english].filter((text) => indonesian.has(text) && !SAME.test(text)).map((text) => `${path}: ${text}`),
    );
  }
  expect(left).toEqual([]);
});
