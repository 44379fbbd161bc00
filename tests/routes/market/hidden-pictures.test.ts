// The address of a picture outlives its shop's showing: hidden, it answers 404 to everybody but her and those who keep her file.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showShop } from '#app/domain/shops/show-shop.server.ts';
import { listenForChanges } from '#app/server/http/catalogue-changes.ts';
import { HiddenPictures } from '#app/server/http/hidden-pictures.ts';
import { designMat } from '#prisma/seed/pictures/design-mat.ts';
import { renderMat } from '#prisma/seed/pictures/render-mat.ts';
import { createAccount, createListing, createMaker, NOW } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const WITHIN = { timeout: 1_000, interval: 20 };
const site = useSite();
let ear: { stop(): Promise<void> };
let seed = 500;
let maker: Awaited<ReturnType<typeof createMaker>>;
let storeKey: string;

beforeAll(async () => {
  ear = await listenForChanges(site.databaseAddress, site.app.hearers, site.services.log);
});
afterAll(() => ear.stop());
beforeEach(async () => {
  maker = await createMaker(site.db);
  const stored = await site.services.media.storeBytes(await renderMat(designMat(++seed), { width: 400 }));
  if (!stored.ok) throw new Error(stored.reason);
  storeKey = stored.picture.storeKey;
  await photograph(maker.shop.id);
});

async function photograph(shopId: string) {
  const { listing } = await createListing(site.db, shopId);
  const picture = { store: 'local', storeKey, width: 400, height: 300, colour: '#888888' };
  await site.db.photo.create({ data: { ...picture, listingId: listing.id, shopId, alt: 'Keset', createdAt: NOW } });
}

const show = (isShown: boolean) =>
  site.db.$transaction((tx) => showShop(tx, { actor: maker.actor, personId: maker.person.id, isShown, now: NOW }));
const addresses = () => [
  `/foto/${storeKey}-320.webp`,
  `/foto/${storeKey}-1080.avif`,
  `/foto/${storeKey}-1200x630.jpg`,
  `/foto/%${storeKey.charCodeAt(0).toString(16)}${storeKey.slice(1)}-320.webp`,
];
const statuses = async (as = '') =>
  Promise.all(addresses().map(async (address) => (await site.fetch(address, as ? { as } : {})).status));
const all = (status: number) => addresses().map(() => status);

describe('a picture of a shop that hides', () => {
  it('answers 404 at every address, and 200 again when it is shown', async () => {
    await expect.poll(() => statuses(), WITHIN).toEqual(all(200));
    await show(false);
    await expect.poll(() => statuses(), WITHIN).toEqual(all(404));
    await show(true);
    await expect.poll(() => statuses(), WITHIN).toEqual(all(200));
  });

  it('is still hers to work with, and for those who may read her file; nobody keeps it', async () => {
    await show(false);
    await expect.poll(() => statuses(), WITHIN).toEqual(all(404));
    const hers = await site.signIn(maker.actor);
    expect(await statuses(hers)).toEqual(all(200));
    const answer = await site.fetch(addresses()[0] ?? '', { as: hers });
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await statuses(await site.signIn(await createAccount(site.db, 'programme_officer')))).toEqual(all(200));
    const other = await createMaker(site.db);
    for (const actor of [other.actor, await createAccount(site.db, 'finance')])
      expect(await statuses(await site.signIn(actor))).toEqual(all(404));
  });

  it('stays when an open shop shows the same picture', async () => {
    await photograph((await createMaker(site.db)).shop.id);
    await show(false);
    await expect.poll(() => statuses(), WITHIN).toEqual(all(200));
  });
});

it('lets no cache between us and the visitor keep a shown picture for longer than a minute', async () => {
  const { headers } = await site.fetch(addresses()[0] ?? '');
  expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, s-maxage=60, immutable');
});

describe('what is kept in memory', () => {
  it('is read once for many pictures, and anew after a change, a lost line, or its time', async () => {
    let reads = 0;
    const hidden = new HiddenPictures(async () => [`picture ${++reads}`]);
    hidden.setHearing(true);
    const isFirst = (at: number) => hidden.has('picture 1', at);
    expect([await isFirst(0), await isFirst(1), await isFirst(30_000), reads]).toEqual([true, true, true, 1]);
    hidden.forget('listing:1');
    expect([await isFirst(30_000), reads]).toEqual([true, 1]);
    hidden.forget('shop:1');
    expect([await isFirst(30_000), reads]).toEqual([false, 2]);
    expect([await isFirst(60_001), reads]).toEqual([false, 3]);
    hidden.setHearing(false);
    expect([await isFirst(60_001), await isFirst(61_002), reads]).toEqual([false, false, 5]);
  });

  it('shows nothing while it cannot be read, and recovers', async () => {
    let isDown = true;
    const hidden = new HiddenPictures(async () => (isDown ? Promise.reject(new Error('down')) : []));
    await expect(hidden.has('x', 0)).rejects.toThrow('down');
    isDown = false;
    expect(await hidden.has('x', 0)).toBe(false);
  });
});
