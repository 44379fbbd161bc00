// Opening and changing a shop: by whom, where, and what two women with one idea for a name get.
import { beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import { editShop } from '#app/domain/shops/edit-shop.server.ts';
import { openShop } from '#app/domain/shops/open-shop.server.ts';
import type { ShopInput } from '#app/domain/shops/shop-schemas.ts';
import {
  createAccount,
  createAreas,
  createMaker,
  createOfficer,
  createPerson,
  giveConsent,
  ID_OF_NOBODY,
  NOW,
  SYSTEM,
  sealer,
  VILLAGE,
} from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const SHOP: ShopInput = {
  name: 'Tenun Melati',
  story: '',
  pickupPointId: null,
  deliveryRates: [{ areaCode: VILLAGE, feeRupiah: 5_000 }],
  bank: null,
};
beforeAll(() => createAreas(test.db));

async function woman() {
  const person = await createPerson(test.db);
  return { person, actor: await createAccount(test.db, 'maker', person.id) };
}
const open = (actor: Parameters<typeof openShop>[1]['actor'], personId: string, change: Partial<ShopInput> = {}) =>
  openShop(test.db, { actor, now: NOW, sealer, input: { ...SHOP, ...change, personId } });
const edit = (actor: Parameters<typeof editShop>[1]['actor'], shopId: string, change: Partial<ShopInput> = {}) =>
  editShop(test.db, { actor, now: NOW, input: { ...SHOP, ...change, shopId } });

const UNKNOWN = [
  ['a pick-up point that nobody knows', { pickupPointId: ID_OF_NOBODY }, 'titik'],
  [
    'a village that nobody knows',
    { deliveryRates: [{ areaCode: '99.99.99.9999', feeRupiah: 1 }] },
    'ongkir-99.99.99.9999',
  ],
  ['a district for a village', { deliveryRates: [{ areaCode: '36.71.10', feeRupiah: 1 }] }, 'ongkir-36.71.10'],
] as const;

describe('opening a shop', () => {
  it('keeps what she said, sealed where it must be, and gives her an account', async () => {
    const person = await createPerson(test.db);
    const opened = await open(SYSTEM, person.id, {
      story: 'Belajar menenun.',
      bank: { name: 'BRI', account: '123456789', holder: 'Ani' },
    });
    if (!opened.ok) throw new Error(opened.code);
    const shop = await test.db.shop.findUniqueOrThrow({
      where: { personId: person.id },
      include: { deliveryRates: true, person: { include: { account: true } } },
    });
    expect(shop).toMatchObject({
      id: opened.value.shopId,
      slug: opened.value.slug,
      status: 'open',
      districtCode: '36.71.10',
    });
    expect(shop.deliveryRates).toEqual([{ shopId: shop.id, areaCode: VILLAGE, feeRupiah: 5_000 }]);
    expect(shop.bankAccountSealed).not.toContain('123456789');
    expect(shop.person.account).toMatchObject({ role: 'maker', phone: person.phone });
  });

  it('by her officer tells her that buyers now transfer to an account; by herself she knows', async () => {
    const officer = await createOfficer(test.db);
    const bank = { name: 'BRI', account: '123456789', holder: 'Ani' };
    const messages = (phone: string | null) => test.db.message.count({ where: { phone: phone ?? '' } });
    const [hers, own] = [await createPerson(test.db), await woman()];
    for (const [actor, person, told] of [
      [officer, hers, 1],
      [own.actor, own.person, 0],
    ] as const) {
      expect((await open(actor, person.id, { bank })).ok).toBe(true);
      expect(await messages(person.phone)).toBe(told);
    }
  });

  it('a second time is a conflict, also at the same instant', async () => {
    const { person, actor } = await woman();
    const answers = await Promise.all(Array.from({ length: 4 }, () => open(actor, person.id)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'conflict')).toHaveLength(3);
  });

  it('under a name that others have, at the same instant, gives each an address of her own', async () => {
    const women = await Promise.all(Array.from({ length: 5 }, woman));
    const answers = await Promise.all(
      women.map(({ person, actor }) => open(actor, person.id, { name: 'Keset Kembar' })),
    );
    const slugs = answers.map((answer) => (answer.ok ? answer.value.slug : answer.code));
    expect(new Set(slugs).size).toBe(5);
    expect(slugs.filter((slug) => slug === 'keset-kembar')).toHaveLength(1);
    expect(slugs.every((slug) => /^keset-kembar(-\d{4})?$/.test(slug))).toBe(true);
  });

  it.each(UNKNOWN)('at %s is refused at its field', async (_, change, field) => {
    const { person, actor } = await woman();
    expect(await open(actor, person.id, change)).toEqual({ ok: false, code: 'unknownPlace', field });
    expect(await test.db.shop.count({ where: { personId: person.id } })).toBe(0);
  });

  it('needs to know her village', async () => {
    const { person, actor } = await woman();
    await test.db.person.update({ where: { id: person.id }, data: { areaCode: null } });
    expect(await open(actor, person.id)).toEqual({ ok: false, code: 'noArea' });
  });

  it('for another woman is for the officer of her area, and written down as on behalf of her', async () => {
    const person = await createPerson(test.db);
    const officer = await createAccount(test.db, 'field_officer');
    expect(await open(officer, person.id)).toEqual({ ok: false, code: 'notFound' });
    await test.db.officerArea.create({
      data: { accountId: officer.accountId, areaCode: VILLAGE, fromOn: new Date('2026-01-01') },
    });
    for (const actor of [(await woman()).actor, await createAccount(test.db, 'programme_officer')])
      expect(await open(actor, person.id)).toEqual({ ok: false, code: 'notFound' });
    const opened = await open(officer, person.id);
    expect(opened).toMatchObject({ ok: true, value: { isShown: false } });
    if (!opened.ok) throw new Error(opened.code);
    const event = await test.db.event.findFirstOrThrow({ where: { subjectId: opened.value.shopId } });
    expect(event).toMatchObject({ kind: 'shop.opened', actorId: officer.accountId, onBehalfOfId: person.id });
  });
});

describe('the page of a shop', () => {
  const statusOf = async (personId: string) => (await test.db.shop.findUniqueOrThrow({ where: { personId } })).status;

  it('is her consent when she opens it herself, also after she had said no', async () => {
    const { person, actor } = await woman();
    const refused = { personId: person.id, purpose: 'shop', isGiven: false, channel: 'app', witness: null } as const;
    await recordConsent(test.db, { actor, now: NOW, input: { ...refused, language: 'id' } });
    const later = new Date(NOW.getTime() + 1);
    const opened = await openShop(test.db, { actor, now: later, sealer, input: { ...SHOP, personId: person.id } });
    expect(opened).toMatchObject({ value: { isShown: true } });
    const acts = await test.db.consent.findMany({ where: { personId: person.id }, orderBy: { actedAt: 'asc' } });
    expect(acts.map((act) => [act.purpose, act.isGiven, act.channel])).toEqual([
      ['shop', false, 'app'],
      ['shop', true, 'app'],
    ]);
  });

  it('opened by an officer is hidden until her consent is written down, and shown at once where it was already', async () => {
    const officer = await createOfficer(test.db, VILLAGE);
    const [unasked, asked] = [await createPerson(test.db), await createPerson(test.db)];
    await giveConsent(test.db, asked.id, 'shop');
    await open(officer, unasked.id);
    await open(officer, asked.id);
    expect([await statusOf(unasked.id), await statusOf(asked.id)]).toEqual(['hidden', 'open']);
    await giveConsent(test.db, unasked.id, 'shop');
    expect(await statusOf(unasked.id)).toBe('open');
  });
});

describe('changing a shop', () => {
  it('replaces what she said, and keeps its address', async () => {
    const { actor, shop } = await createMaker(test.db);
    expect(await edit(actor, shop.id, { name: 'Nama Lain', deliveryRates: [] })).toEqual({ ok: true, value: null });
    expect(
      await test.db.shop.findUniqueOrThrow({ where: { id: shop.id }, include: { deliveryRates: true } }),
    ).toMatchObject({
      name: 'Nama Lain',
      slug: shop.slug,
      pickupPointId: null,
      deliveryRates: [],
    });
    const event = await test.db.event.findFirstOrThrow({ where: { subjectId: shop.id, kind: 'shop.edited' } });
    expect(event.onBehalfOfId).toBeNull();
  });

  it.each(UNKNOWN)('to %s is refused at its field, and changes nothing', async (_, change, field) => {
    const { actor, shop } = await createMaker(test.db);
    expect(await edit(actor, shop.id, change)).toEqual({ ok: false, code: 'unknownPlace', field });
    expect(await test.db.deliveryRate.count({ where: { shopId: shop.id } })).toBe(1);
  });

  it('of another woman is not found, for a maker and for the desk', async () => {
    const { shop } = await createMaker(test.db);
    for (const actor of [(await createMaker(test.db)).actor, await createAccount(test.db, 'programme_officer')])
      expect(await edit(actor, shop.id)).toEqual({ ok: false, code: 'notFound' });
  });
});
