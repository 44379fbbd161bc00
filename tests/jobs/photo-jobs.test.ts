// Pictures that no mat shows: gone after a day, with their files, unless something else shows the same picture.
import { expect, it } from 'vitest';
import { mustSucceed } from '#app/domain/result.ts';
import { forgetPhotos } from '#app/jobs/photo-jobs.ts';
import { createListing, createMaker, NOW } from '#tests/support/fixtures.ts';
import { addPhotoRow, drawPicture } from '#tests/support/shelf.ts';
import { buy } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const HOUR_MS = 3_600_000;
const site = useSite();

it('keeps what hangs, what was bought, and what was taken today', async () => {
  const { shop } = await createMaker(site.db);
  const store = async (width: number) => {
    const stored = await site.services.media.storeBytes(await drawPicture({ width }));
    if (!stored.ok) throw new Error(stored.reason);
    return stored.picture.storeKey;
  };
  const take = async (storeKey: string, listingId?: string, hoursAgo = 25) => {
    const { id } = await addPhotoRow(site.db, { shopId: shop.id, ...(listingId ? { listingId } : {}) });
    const createdAt = new Date(NOW.getTime() - hoursAgo * HOUR_MS);
    return site.db.photo.update({ where: { id }, data: { storeKey, createdAt } });
  };
  const { listing, variant } = await createListing(site.db, shop.id);
  const keys = { hung: await store(800), bought: await store(801), loose: await store(802), fresh: await store(803) };
  const hung = await take(keys.hung, listing.id);
  await take(keys.hung);
  const bought = await take(keys.bought, listing.id);
  mustSucceed(await buy(site.db, { shopId: shop.id, variantId: variant.id }));
  await site.db.orderLine.updateMany({ data: { photoStoreKey: keys.bought } });
  await site.db.photo.update({ where: { id: bought.id }, data: { listingId: null } });
  await take(keys.loose);
  const fresh = await take(keys.fresh, undefined, 23);
  await forgetPhotos(site.services);
  expect((await site.db.photo.findMany()).map((photo) => photo.id).sort()).toEqual([hung.id, fresh.id].sort());
  const statusOf = async (key: string) => (await site.fetch(`/foto/${key}-320.webp`)).status;
  expect(await Promise.all(Object.values(keys).map(statusOf))).toEqual([200, 200, 404, 200]);
});
