// Listing a mat over HTTP, without script and with: what is kept when it fails, whose it is, what a buyer then sees.
import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount, createListing, createMaker } from '#tests/support/fixtures.ts';
import { hostileFiles } from '#tests/support/samples/hostile-files.ts';
import { addPhotoRow, MAT_CHIPS as CHIPS, drawPicture, toForm as form } from '#tests/support/shelf.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
let maker: Awaited<ReturnType<typeof createMaker>>;
let other: Awaited<ReturnType<typeof createMaker>>;
let as: string;
let asOther: string;

beforeAll(async () => {
  maker = await createMaker(site.db);
  other = await createMaker(site.db);
  as = await site.signIn(maker.actor);
  asOther = await site.signIn(other.actor);
});

const pathOf = (location: string | null) => new URL(location ?? '', site.origin).pathname;

describe('a new mat', () => {
  it('needs a photo, a size, a price: three taps, no script', async () => {
    const answer = await site.post('/usaha/keset/baru', form(CHIPS, await drawPicture({ gps: true })), { as });
    expect(answer.status).toBe(302);
    const listing = await site.db.listing.findFirstOrThrow({
      where: { shopId: maker.shop.id },
      include: { variants: true, photos: true },
    });
    expect(listing).toMatchObject({ title: 'Keset wajik merah, 40 × 60', status: 'published' });
    expect(listing.variants).toMatchObject([{ size: '40x60', priceRupiah: 35_000, onHand: 2, makeDays: null }]);
    const page = await (await site.fetch(`/produk/${listing.slug}`)).text();
    const picture = /srcSet="(\/foto\/[^ ]+)/i.exec(page)?.[1] ?? '';
    const served = await site.fetch(picture);
    expect(served.status).toBe(200);
    expect(Buffer.from(await served.arrayBuffer()).includes('HomePhone')).toBe(false);
  });

  it('made to order takes days and a weekly number, and a typed price beats a chip', async () => {
    const fields = { ...CHIPS, stock: 'made', price: 'Rp 42.500', colour: 'ungu' };
    await site.post('/usaha/keset/baru', form(fields, await drawPicture()), { as });
    const variant = await site.db.variant.findFirstOrThrow({ where: { listing: { colour: 'ungu' } } });
    expect(variant).toMatchObject({ priceRupiah: 42_500, onHand: 0, makeDays: 7, weeklyCapacity: 5 });
  });

  it('keeps the picture and the chips when the price is missing, and takes them the second time', async () => {
    const fields = { ...CHIPS, 'price-40x60': '', colour: 'kuning' };
    const refused = await site.post('/usaha/keset/baru', form(fields, await drawPicture()), { as });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    const photoId = /name="photoId" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(photoId).not.toBe('');
    expect(html).toMatch(/name="colour"[^>]*checked=""[^>]*value="kuning"|value="kuning"[^>]*checked/);
    const again = await site.post('/usaha/keset/baru', form({ ...fields, price: '30rb', photoId }), { as });
    expect(again.status).toBe(302);
    const listing = await site.db.listing.findFirstOrThrow({ where: { colour: 'kuning' }, include: { photos: true } });
    expect(listing.photos.map((photo) => photo.id)).toEqual([photoId]);
  });

  it.each([
    ['no colour', { colour: 'transparan' }, 'Pilih salah satu'],
    ['a size from nowhere', { size: '9x9' }, 'Pilih salah satu'],
    ['minus one mat', { onHand: '-1' }, 'Angkanya terlalu kecil'],
    ['words for a price', { price: 'murah saja' }, 'Isi dengan jumlah rupiah'],
    ['a price of ten million', { price: '10jt' }, 'Angkanya terlalu besar'],
  ])('answers 422 to %s and says what to do', async (_, change, sentence) => {
    const answer = await site.post('/usaha/keset/baru', form({ ...CHIPS, ...change }), { as });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
  });

  it('asks for a photo before it sells', async () => {
    const answer = await site.post('/usaha/keset/baru', form(CHIPS), { as });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Fotonya belum ada');
  });

  it.each(hostileFiles.filter(([name, expected]) => expected !== 'clean' && name !== 'nothing at all'))(
    'refuses %s kindly',
    async (_, _expected, make) => {
      const bytes = await make();
      const answer = await site.post('/usaha/keset/baru', form(CHIPS, bytes), { as });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('id="foto-status"');
    },
  );

  it('is not for strangers, officers or staff', async () => {
    expect(pathOf((await site.fetch('/usaha/keset/baru')).headers.get('Location'))).toBe('/masuk');
    const officer = await site.signIn(await createAccount(site.db, 'field_officer'));
    expect((await site.fetch('/usaha/keset/baru', { as: officer })).status).toBe(403);
  });
});

describe('one of her mats', () => {
  it('is 404 to another maker, by page, by form and by status', async () => {
    const { listing, variant } = await createListing(site.db, maker.shop.id);
    const path = `/usaha/keset/${listing.id}`;
    expect((await site.fetch(path, { as })).status).toBe(200);
    expect((await site.fetch(path, { as: asOther })).status).toBe(404);
    const sale = { bagian: 'jual-luar', variantId: variant.id, quantity: '1', totalRupiah: '35000' };
    expect((await site.post(path, sale, { as: asOther })).status).toBe(404);
    expect((await site.post(`${path}/status`, { status: 'retired' }, { as: asOther })).status).toBe(404);
    const theirs = await createListing(site.db, other.shop.id);
    // Her own page, another woman's variant inside the form.
    const smuggled = `/usaha/keset/${theirs.listing.id}`;
    expect((await site.post(smuggled, sale, { as: asOther })).status).toBe(404);
    expect(await site.db.variant.findUniqueOrThrow({ where: { id: variant.id } })).toMatchObject({ onHand: 10 });
  });

  it.each(['/usaha/keset/bukan-id', '/usaha/keset/00000000-0000-0000-0000-000000000000'])('%s is 404', async (path) => {
    expect((await site.fetch(path, { as })).status).toBe(404);
    expect((await site.post(path, { bagian: 'kata' }, { as })).status).toBe(404);
  });

  it('takes each small form, and gives back what was typed when it is wrong', async () => {
    const { listing, variant } = await createListing(site.db, maker.shop.id);
    const path = `/usaha/keset/${listing.id}`;
    const send = (fields: Record<string, string>) => site.post(path, fields, { as });
    const variantId = variant.id;
    expect((await send({ bagian: 'stok', variantId, seenOnHand: '10', onHand: '4' })).status).toBe(302);
    expect((await send({ bagian: 'stok', variantId, seenOnHand: '10', onHand: '9' })).status).toBe(422);
    expect((await send({ bagian: 'jual-luar', variantId, quantity: '1', totalRupiah: '30rb' })).status).toBe(302);
    const tooMany = await send({ bagian: 'jual-luar', variantId, quantity: '77', totalRupiah: '30rb' });
    expect(tooMany.status).toBe(422);
    const html = await tooMany.text();
    expect(html).toContain('value="77"');
    expect(html).toContain('Keset yang bebas tidak sebanyak itu');
    const size = { bagian: 'harga', size: '50x80', price: '60.000', onHand: '2', makeDays: '', weeklyCapacity: '' };
    expect((await send(size)).status).toBe(302);
    expect((await send({ bagian: 'kata', title: 'Keset teras', description: 'Tebal.' })).status).toBe(302);
    expect((await send({ bagian: 'kata', title: '', description: 'Tebal.' })).status).toBe(422);
    expect((await send({ bagian: 'bukan-bagian' })).status).toBe(400);
    const now = await site.db.listing.findUniqueOrThrow({ where: { id: listing.id }, include: { variants: true } });
    expect(now.title).toBe('Keset teras');
    expect(now.variants.map((row) => [row.size, row.onHand]).sort()).toEqual([
      ['40x60', 3],
      ['50x80', 2],
    ]);
  });

  it('keeps the last picture while it is on sale', async () => {
    const { listing } = await createListing(site.db, maker.shop.id);
    const first = await addPhotoRow(site.db, { shopId: maker.shop.id, listingId: listing.id });
    const path = `/usaha/keset/${listing.id}`;
    const added = await site.post(path, form({ bagian: 'foto-baru' }, await drawPicture()), { as });
    expect(added.status).toBe(302);
    const second = await site.db.photo.findFirstOrThrow({ where: { listingId: listing.id, id: { not: first.id } } });
    await site.post(path, { bagian: 'foto-depan', photoId: second.id }, { as });
    const front = await site.db.photo.findFirstOrThrow({ where: { listingId: listing.id, position: 0 } });
    expect(front.id).toBe(second.id);
    expect((await site.post(path, { bagian: 'foto-hapus', photoId: first.id }, { as })).status).toBe(302);
    expect((await site.post(path, { bagian: 'foto-hapus', photoId: second.id }, { as })).status).toBe(422);
  });

  it('rests and comes back, and says what it lacks', async () => {
    const { listing } = await createListing(site.db, maker.shop.id);
    const path = `/usaha/keset/${listing.id}/status`;
    const status = async () => (await site.db.listing.findUniqueOrThrow({ where: { id: listing.id } })).status;
    await site.post(path, { status: 'paused' }, { as });
    expect(await status()).toBe('paused');
    const back = await site.post(path, { status: 'published' }, { as });
    expect(back.headers.get('Location')).toContain('kurang=photoMissing');
    expect(await (await site.fetch(back.headers.get('Location') ?? '', { as })).text()).toContain('Fotonya belum ada');
    expect((await site.post(path, { status: 'draft' }, { as })).status).toBe(400);
    expect((await site.fetch(path, { as })).status).toBe(405);
  });

  it('stands on her shelf, not on another', async () => {
    expect(await (await site.fetch('/usaha/keset', { as })).text()).toContain('Keset wajik merah');
    expect(await (await site.fetch('/usaha/keset', { as: asOther })).text()).not.toContain('Keset wajik merah');
  });
});
