// Pictures over HTTP, of mats as the demonstration draws them: what a phone picks weighs little, nothing jumps, a chat gets its preview.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { designMat } from '#prisma/seed/pictures/design-mat.ts';
import { renderMat } from '#prisma/seed/pictures/render-mat.ts';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const PHONE = { width: 360, dots: 2 };
const PICTURE_BUDGET_BYTES = 25 * 1024;
const PREVIEW_BUDGET_BYTES = 300 * 1024;
/** Each weave has a turn of its own. */
const DESIGNS = 10;
/** As the demonstration photographs. */
const WIDTH = 720;

const site = useSite();
const slugs: string[] = [];

beforeAll(async () => {
  const { shop } = await createMaker(site.db);
  for (let seed = 0; seed < DESIGNS; seed++) {
    const stored = await site.services.media.storeBytes(await renderMat(designMat(seed), { width: WIDTH }));
    if (!stored.ok) throw new Error(stored.reason);
    const { listing } = await createListing(site.db, shop.id);
    await site.db.photo.create({
      data: { ...stored.picture, listingId: listing.id, shopId: shop.id, alt: 'Keset', createdAt: site.now },
    });
    slugs.push(listing.slug);
  }
}, 60_000);

const attributeOf = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';

/** CSS pixels that `sizes` says on the phone: the first condition that holds, in vw or px. */
function slotOf(sizes: string): number {
  const fitting = sizes.split(',').find((part) => {
    const least = /min-width:([\d.]+)rem/.exec(part)?.[1];
    return least === undefined || PHONE.width >= Number(least) * 16;
  });
  const [, length = '', unit] = /([\d.]+)(vw|px)$/.exec(fitting ?? '') ?? [];
  return unit === 'vw' ? (Number(length) / 100) * PHONE.width : Number(length);
}

/** What the strictest browser takes: the narrowest with as many dots as the screen, else the widest (HTML, 4.8.4.2.3). */
function pick(srcset: string, sizes: string): string {
  const candidates = srcset
    .split(',')
    .map((part) => part.trim().split(' '))
    .map(([address = '', width = '']) => ({ address, width: Number.parseInt(width, 10) }))
    .sort((a, b) => a.width - b.width);
  const enough = candidates.find(({ width }) => width >= slotOf(sizes) * PHONE.dots);
  return (enough ?? candidates.at(-1))?.address ?? '';
}

async function picturesOf(path: string) {
  const html = await (await site.fetch(path)).text();
  return [...html.matchAll(/<picture>.*?<\/picture>/gs)].map(([picture]) => ({
    img: /<img[^>]*>/.exec(picture)?.[0] ?? '',
    source: /<source[^>]*>/.exec(picture)?.[0] ?? '',
  }));
}

const pages = [
  ['list', () => ['/produk']],
  ['product', () => slugs.map((slug) => `/produk/${slug}`)],
] as const;

describe.each(pages)('%s', (_, paths) => {
  it.each(['avif', 'webp'] as const)('sends a phone at most 25 KB a picture in %s', async (format) => {
    const addresses = new Set<string>();
    for (const path of paths()) {
      for (const { img, source } of await picturesOf(path)) {
        const tag = format === 'avif' ? source : img;
        if (format === 'avif') expect(attributeOf(tag, 'type')).toBe('image/avif');
        addresses.add(pick(attributeOf(tag, 'srcset'), attributeOf(tag, 'sizes')));
      }
    }
    expect(addresses.size).toBeGreaterThanOrEqual(DESIGNS);
    for (const address of addresses) {
      const answer = await site.fetch(address);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, `image/${format}`]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.length).toBeLessThanOrEqual(PICTURE_BUDGET_BYTES);
      expect((await sharp(bytes).metadata()).width).toBeGreaterThan(300);
    }
  });

  it('keeps its place, sends the first picture at once and the others when they are near', async () => {
    const pictures = await picturesOf(paths()[0] ?? '');
    expect(pictures.length).toBeGreaterThan(1);
    for (const [index, { img }] of pictures.entries()) {
      expect([attributeOf(img, 'width'), attributeOf(img, 'height')]).toEqual(['720', '540']);
      expect(attributeOf(img, 'loading')).toBe(index === 0 ? 'eager' : 'lazy');
      expect(attributeOf(img, 'fetchpriority')).toBe(index === 0 ? 'high' : '');
    }
  });
});

describe('preview in a chat', () => {
  it.each([
    ['home', (): string => '/', 'website'],
    ['product', (): string => `/produk/${slugs[0]}`, 'product'],
  ] as const)('%s has a JPEG of 1200 x 630 under 300 KB and every fact', async (_, path, type) => {
    const html = await (await site.fetch(path())).text();
    const facts = Object.fromEntries(
      [...html.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)"/g)].map(([, name = '', content]) => [
        name,
        content,
      ]),
    );
    expect(facts).toMatchObject({
      'og:type': type,
      'og:url': `${site.origin}${path()}`,
      'og:site_name': 'Keset Kita',
      'og:locale': 'id_ID',
      'og:image:type': 'image/jpeg',
      'og:image:width': '1200',
      'og:image:height': '630',
    });
    for (const name of ['og:title', 'og:description', 'og:image:alt']) expect(facts[name]).toBeTruthy();
    const image = new URL(facts['og:image'] ?? '');
    expect(image.origin).toBe(site.origin);
    const answer = await site.fetch(image.pathname);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('Content-Type')).toBe('image/jpeg');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    expect(bytes.length).toBeLessThan(PREVIEW_BUDGET_BYTES);
  });
});
