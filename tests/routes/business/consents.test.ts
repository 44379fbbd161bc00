// The two screens of consent over HTTP, and what a withdrawal does to pages that were kept in memory.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listenForChanges } from '#app/server/http/catalogue-changes.ts';
import { createListing, createMaker, createOfficer, VILLAGE } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
let maker: Awaited<ReturnType<typeof createMaker>>;
let hers: string;
let officers: string;
let changes: Awaited<ReturnType<typeof listenForChanges>>;
afterAll(() => changes.stop());
beforeAll(async () => {
  changes = await listenForChanges(site.databaseAddress, site.app.hearers, site.services.log);
  maker = await createMaker(site.db);
  await createListing(site.db, maker.shop.id);
  await site.db.shop.update({ where: { id: maker.shop.id }, data: { story: 'Belajar menenun dari ibu.' } });
  hers = await site.signIn(maker.actor);
  const officer = await createOfficer(site.db, VILLAGE);
  officers = await site.signIn(officer);
});
const text = async (path: string, as?: string) =>
  (await (await site.fetch(path, as ? { as } : {})).text()).replaceAll('<!-- -->', '');
const tick = () => {
  site.now = new Date(site.now.getTime() + 60_000);
};

describe('the maker', () => {
  it('sees that her story is not shown, allows it, and takes it back: the public page follows within a second', async () => {
    const page = `/perajin/${maker.shop.slug}`;
    expect(await text('/usaha/saya', hers)).toContain('Cerita Ibu belum tampil');
    expect(await text(page)).not.toContain('Belajar menenun');
    tick();
    expect((await site.post('/usaha/saya/izin', { tujuan: 'story', izin: 'ya' }, { as: hers })).status).toBe(302);
    await vi.waitFor(async () => expect(await text(page)).toContain('Belajar menenun'));
    expect(await text('/')).toContain('Belajar menenun');
    expect(await text('/usaha/saya', hers)).not.toContain('belum tampil');
    expect(await text('/usaha/saya/izin', hers)).toContain('Diizinkan sejak 20 November 2026');
    tick();
    await site.post('/usaha/saya/izin', { tujuan: 'story', izin: 'tidak' }, { as: hers });
    await vi.waitFor(async () => expect(await text(page)).not.toContain('Belajar menenun'));
    expect(await text('/')).not.toContain('Belajar menenun');
  });

  it('takes back her whole shop: its page and mats are gone for everybody, and she is told why', async () => {
    const listing = await site.db.listing.findFirstOrThrow({ where: { shopId: maker.shop.id } });
    const paths = [`/perajin/${maker.shop.slug}`, `/produk/${listing.slug}`];
    for (const path of paths) expect((await site.fetch(path)).status).toBe(200);
    tick();
    await site.post('/usaha/saya/izin', { tujuan: 'shop', izin: 'tidak' }, { as: hers });
    await vi.waitFor(async () => {
      for (const path of paths) expect((await site.fetch(path)).status).toBe(404);
    });
    expect(await text('/produk')).not.toContain(listing.slug);
    expect(await text('/usaha/saya', hers)).toContain('Toko Ibu belum tampil');
    tick();
    await site.post('/usaha/saya/izin', { tujuan: 'shop', izin: 'ya' }, { as: hers });
    await vi.waitFor(async () => expect((await site.fetch(paths[0] ?? '')).status).toBe(200));
  });
});

describe('the officer', () => {
  const path = () => `/pendampingan/ibu/${maker.person.id}/izin`;

  it('writes down a yes only with a witness, and keeps what was typed', async () => {
    const answer = { tujuan: 'sharing', izin: 'ya', cara: 'spoken', saksi: '' };
    const refused = await site.post(path(), answer, { as: officers });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Tulis nama saksi');
    expect(page).toContain('checked="" value="sharing"');
    expect((await site.post(path(), { ...answer, saksi: 'Bu RW 03' }, { as: officers })).status).toBe(302);
    expect(await text(path(), officers)).toContain('lisan, saksi Bu RW 03');
  });

  it('finds no woman of another area', async () => {
    const far = await createMaker(site.db);
    await site.db.person.update({ where: { id: far.person.id }, data: { areaCode: '36.71.01.1005' } });
    const there = `/pendampingan/ibu/${far.person.id}/izin`;
    expect((await site.fetch(there, { as: officers })).status).toBe(404);
    const answer = { tujuan: 'story', izin: 'tidak', cara: 'phone', saksi: '' };
    expect((await site.post(there, answer, { as: officers })).status).toBe(404);
    expect(await site.db.consent.count({ where: { personId: far.person.id } })).toBe(0);
  });
});
