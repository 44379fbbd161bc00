// Saya over HTTP: opening and changing her shop, and what the form says about a place that nobody knows.
import { describe, expect, it } from 'vitest';
import { createAccount, createMaker, createPerson, ID_OF_NOBODY, VILLAGE } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const FIELDS = { nama: 'Toko Baru', cerita: 'Halo', titik: '', bank: '', rekening: '', pemilik: '' };
const RATE = { [`ongkir-${VILLAGE}`]: '5000' };

describe('a place that nobody knows', () => {
  it.each([
    ['the pick-up point', { titik: ID_OF_NOBODY }, 'href="#titik"'],
    ['a village', { 'ongkir-99.99.99.9999': '5000' }, 'href="#ongkir-99.99.99.9999"'],
  ])('as %s is an error at its field, for a new shop and for hers', async (_, change, link) => {
    const person = await createPerson(site.db);
    for (const actor of [await createAccount(site.db, 'maker', person.id), (await createMaker(site.db)).actor]) {
      const as = await site.signIn(actor);
      const answer = await site.post('/usaha/saya', { ...FIELDS, ...change }, { as });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('Tempat itu tidak kami kenal');
      expect(page).toContain(link);
      expect(page).toContain('value="Toko Baru"');
    }
  });
});

it('a village named twice counts once', async () => {
  const { actor, shop } = await createMaker(site.db);
  const form = new FormData();
  for (const [name, value] of [...Object.entries({ ...FIELDS, ...RATE }), [`ongkir-${VILLAGE}`, '7000'] as const])
    form.append(name, value);
  const answer = await site.post('/usaha/saya', form, { as: await site.signIn(actor) });
  expect(answer.status).toBe(302);
  expect(await site.db.deliveryRate.findMany({ where: { shopId: shop.id } })).toMatchObject([{ feeRupiah: 7_000 }]);
});

it('opening it says that its page is public, and writes that down as her consent', async () => {
  const person = await createPerson(site.db);
  const as = await site.signIn(await createAccount(site.db, 'maker', person.id));
  expect(await (await site.fetch('/usaha/saya', { as })).text()).toContain('dilihat semua orang');
  expect((await site.post('/usaha/saya', { ...FIELDS, ...RATE }, { as })).status).toBe(302);
  expect(await site.db.consent.findMany({ where: { personId: person.id } })).toMatchObject([
    { purpose: 'shop', isGiven: true, channel: 'app' },
  ]);
});
