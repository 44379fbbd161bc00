// Pictures that no mat shows: gone after a day, with their files, unless something else shows the same picture. Private ones: a year
// after the order ended.
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#app/domain/dates.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { forgetPhotos, forgetPrivatePictures } from '#app/jobs/photo-jobs.ts';
import { createPrivatePictures } from '#app/services/media/private-pictures.ts';
import { createListing, createMaker, NOW } from '#tests/support/fixtures.ts';
import { addPhotoRow, drawPicture } from '#tests/support/shelf.ts';
import { buy, sendOut } from '#tests/support/shopping.ts';
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

describe('private pictures', () => {
  const folder = () => join(site.services.environment.dataDirectory, 'proofs');
  const keep = async (width: number) => {
    const stored = await site.services.privatePictures.store(await drawPicture({ width }));
    if (!stored.ok) throw new Error(stored.reason);
    return stored.value.storeKey;
  };
  /** As if every picture so far had been kept two days ago. */
  const age = async () => {
    const before = new Date(site.now.getTime() - 2 * DAY_MS);
    for (const name of await readdir(folder())) await utimes(join(folder(), name), before, before);
  };
  const onDisk = async () => (await readdir(folder())).map((name) => name.slice(0, 64)).sort();

  /** An order that ended so many days ago, with both its pictures. */
  async function ended(daysAgo: number | null, keys: { photo: string; receipt: string }, verdict = 'money_in') {
    const { orderId } = await sendOut(site.db);
    const endedAt = daysAgo === null ? null : new Date(site.now.getTime() - daysAgo * DAY_MS);
    await site.db.order.update({ where: { id: orderId }, data: { endedAt, deliveryPhotoKey: keys.photo } });
    const { id: paymentId } = await site.db.payment.findFirstOrThrow({ where: { orderId } });
    const proof = { paymentId, storeKey: keys.receipt, contentHash: keys.receipt, submittedAt: site.now, verdict };
    const { id } = await site.db.paymentProof.create({ data: proof });
    return async () => ({
      photo: (await site.db.order.findUniqueOrThrow({ where: { id: orderId } })).deliveryPhotoKey,
      receipt: (await site.db.paymentProof.findUniqueOrThrow({ where: { id } })).storeKey,
    });
  }

  it('go a year after the order ended, from the rows and from the disk; what is shared or unread stays', async () => {
    const pair = async (width: number) => ({ photo: await keep(width), receipt: await keep(width + 50) });
    const keys = { old: await pair(300), young: await pair(301), open: await pair(302), unread: await pair(303) };
    const shared = { photo: keys.young.photo, receipt: await keep(304) };
    const [old, young, open, unread, sharing] = [
      await ended(366, keys.old),
      await ended(364, keys.young),
      await ended(null, keys.open),
      await ended(366, keys.unread, 'unread'),
      await ended(366, shared),
    ];
    const loose = await keep(305);
    await age();
    const fresh = await keep(306);
    await forgetPrivatePictures(site.services);
    const gone = { photo: null, receipt: null };
    expect(await Promise.all([old(), young(), open(), unread(), sharing()])).toEqual([
      gone,
      keys.young,
      keys.open,
      { photo: null, receipt: keys.unread.receipt },
      gone,
    ]);
    const left = [...Object.values(keys.young), ...Object.values(keys.open), keys.unread.receipt, fresh].sort();
    expect(await onDisk()).toEqual(left);
    expect(left).not.toContain(loose);
    expect(await site.db.paymentProof.count({ where: { contentHash: keys.old.receipt } })).toBe(1);
    await forgetPrivatePictures(site.services);
    expect(await onDisk()).toEqual(left);
  });

  it('of another database, to which DATA_DIR was set by mistake, all stay', async () => {
    const strange = await mkdtemp(join(tmpdir(), 'keset-kita-strange-'));
    const before = new Date(site.now.getTime() - 2 * DAY_MS);
    const names = Array.from({ length: 20 }, (_, index) => `${String(index).padStart(64, 'a')}.jpg`);
    for (const name of names) {
      await writeFile(join(strange, name), 'a picture');
      await utimes(join(strange, name), before, before);
    }
    const services = { ...site.services, privatePictures: createPrivatePictures(strange) };
    await forgetPrivatePictures(services);
    expect(await readdir(strange)).toHaveLength(20);
    // A few that nothing names are what forms left behind.
    await rm(join(strange, names[0] ?? ''));
    await forgetPrivatePictures(services);
    expect(await readdir(strange)).toEqual([]);
    await rm(strange, { recursive: true });
  });
});
