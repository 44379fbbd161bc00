// Consent: one row per act, the newest counts, a withdrawal acts with its commit; by herself, or by her officer with a witness.
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor, Actor } from '#app/domain/access/actor.ts';
import { listConsents } from '#app/domain/consents/list-consents.server.ts';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import type { ConsentInput } from '#app/domain/consents/write-consent.server.ts';
import { findPublicShop, listShopsWithStory } from '#app/domain/shops/shop-window.server.ts';
import {
  createAccount,
  createAreas,
  createListing,
  createMaker,
  createOfficer,
  NOW,
  VILLAGE,
} from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
let officer: AccountActor;
let clock = NOW.getTime();
const later = () => {
  clock += 60_000;
  return new Date(clock);
};

beforeAll(async () => {
  await createAreas(test.db);
  officer = await createOfficer(test.db, VILLAGE);
});

function act(actor: Actor, personId: string, change: Partial<ConsentInput> = {}) {
  const input: ConsentInput = {
    personId,
    purpose: 'story',
    isGiven: true,
    channel: 'app',
    witness: null,
    language: 'id',
    ...change,
  };
  return recordConsent(test.db, { actor, now: later(), input });
}
const rows = (personId: string) => test.db.consent.findMany({ where: { personId }, orderBy: { actedAt: 'asc' } });

describe('an act', () => {
  it('is a row with its words, language, channel and instant, and an event', async () => {
    const { actor, person } = await createMaker(test.db);
    expect(await act(actor, person.id)).toEqual({ ok: true, value: null });
    expect(await act(actor, person.id, { isGiven: false })).toEqual({ ok: true, value: null });
    expect(
      (await rows(person.id)).map(({ isGiven, channel, witness, language, textVersion }) => [
        isGiven,
        channel,
        witness,
        language,
        textVersion,
      ]),
    ).toEqual([
      [true, 'app', null, 'id', '2026-11'],
      [false, 'app', null, 'id', '2026-11'],
    ]);
    const events = await test.db.event.findMany({ where: { subjectId: person.id }, orderBy: { at: 'asc' } });
    expect(events.map(({ kind, onBehalfOfId }) => [kind, onBehalfOfId])).toEqual([
      ['consent.given', null],
      ['consent.withdrawn', null],
    ]);
  });

  it('that says the same again changes nothing, also at the same instant; to new words it is a new one', async () => {
    const { actor, person } = await createMaker(test.db);
    await Promise.all(Array.from({ length: 9 }, () => act(actor, person.id)));
    expect(await rows(person.id)).toHaveLength(1);
    // The connections are warm now: without taking turns, several would find nothing before them.
    await Promise.all(Array.from({ length: 9 }, () => act(actor, person.id, { purpose: 'sharing' })));
    expect(await rows(person.id)).toHaveLength(2);
    await test.db.consent.updateMany({ where: { personId: person.id }, data: { textVersion: '2020-01' } });
    await act(actor, person.id);
    expect(await rows(person.id)).toHaveLength(3);
  });

  it('of another woman is not found: for a maker, the desk, and an officer elsewhere', async () => {
    const { person } = await createMaker(test.db);
    for (const actor of [
      (await createMaker(test.db)).actor,
      await createAccount(test.db, 'programme_officer'),
      await createAccount(test.db, 'field_officer'),
    ])
      expect(await act(actor, person.id, { channel: 'paper', witness: 'Bu RW' })).toMatchObject({ code: 'notFound' });
    expect(await rows(person.id)).toEqual([]);
  });
});

describe('an officer', () => {
  it('writes down a yes with a witness and how she answered, on behalf of her', async () => {
    const { person } = await createMaker(test.db);
    const missing = { ok: false, code: 'witnessMissing', field: 'saksi' };
    expect(await act(officer, person.id, { channel: 'spoken' })).toEqual(missing);
    expect(await act(officer, person.id, { channel: 'spoken', witness: '  ' })).toEqual(missing);
    expect(await act(officer, person.id, { witness: 'Bu RW' })).toMatchObject({ code: 'notAChoice', field: 'cara' });
    expect(await act(officer, person.id, { channel: 'spoken', witness: ' Bu RW ' })).toMatchObject({ ok: true });
    expect(await rows(person.id)).toMatchObject([{ channel: 'spoken', witness: 'Bu RW' }]);
    const event = await test.db.event.findFirstOrThrow({ where: { subjectId: person.id, kind: 'consent.given' } });
    expect(event).toMatchObject({ actorId: officer.accountId, onBehalfOfId: person.id });
    expect(JSON.stringify(event.facts)).not.toContain('Bu RW');
  });

  it('writes down a withdrawal without one: taking back is never made hard', async () => {
    const { person } = await createMaker(test.db);
    expect(await act(officer, person.id, { isGiven: false, channel: 'phone' })).toMatchObject({ ok: true });
  });
});

describe('in force', () => {
  it('is the story in public only while she agrees', async () => {
    const { actor, person, shop } = await createMaker(test.db);
    await createListing(test.db, shop.id);
    await test.db.shop.update({ where: { id: shop.id }, data: { story: 'Belajar menenun.' } });
    const shown = async () => [
      (await findPublicShop(test.db, { slug: shop.slug }))?.story ?? null,
      (await listShopsWithStory(test.db, 50)).some((entry) => entry.slug === shop.slug),
    ];
    expect(await shown()).toEqual([null, false]);
    await act(actor, person.id, { purpose: 'statistics' });
    expect(await shown()).toEqual([null, false]);
    await act(actor, person.id);
    expect(await shown()).toEqual(['Belajar menenun.', true]);
    await act(actor, person.id, { isGiven: false });
    expect(await shown()).toEqual([null, false]);
    await act(actor, person.id);
    expect(await shown()).toEqual(['Belajar menenun.', true]);
  });

  it.each([[[true, false]], [[false, true]]])('of two acts in one instant (%j) is the withdrawal', async (acts) => {
    const { actor, person, shop } = await createMaker(test.db);
    await test.db.shop.update({ where: { id: shop.id }, data: { story: 'x' } });
    const input = { personId: person.id, purpose: 'story', channel: 'app', witness: null, language: 'id' } as const;
    for (const isGiven of acts) await recordConsent(test.db, { actor, now: NOW, input: { ...input, isGiven } });
    expect((await findPublicShop(test.db, { slug: shop.slug }))?.story).toBeNull();
  });

  it('is her whole shop in public: taken back it is gone, given again it is back', async () => {
    const { actor, person, shop } = await createMaker(test.db);
    const isPublic = async () => (await findPublicShop(test.db, { slug: shop.slug })) !== null;
    await act(actor, person.id, { purpose: 'story', isGiven: false });
    expect(await isPublic()).toBe(true);
    await act(actor, person.id, { purpose: 'shop', isGiven: false });
    expect(await isPublic()).toBe(false);
    await act(actor, person.id, { purpose: 'shop' });
    expect(await isPublic()).toBe(true);
    const events = await test.db.event.findMany({ where: { subjectId: shop.id }, orderBy: { at: 'asc' } });
    expect(events.map((event) => event.kind)).toEqual(['shop.hidden', 'shop.shown']);
  });
});

describe('the list', () => {
  it('has every purpose, newest act first, and is for those who may read her file', async () => {
    const { actor, person } = await createMaker(test.db);
    await act(actor, person.id);
    await act(actor, person.id, { isGiven: false });
    const list = (viewer: AccountActor) => listConsents(test.db, { viewer, personId: person.id, now: NOW });
    const found = await list(actor);
    expect(found?.name).toBe(person.name);
    expect(found?.states.map(({ purpose, acts }) => [purpose, acts.map((entry) => entry.isGiven)])).toEqual([
      ['shop', []],
      ['story', [false, true]],
      ['whatsapp', []],
      ['statistics', []],
      ['sharing', []],
    ]);
    expect(await list(officer)).toEqual(found);
    expect(await list(await createAccount(test.db, 'programme_officer'))).toEqual(found);
    for (const role of ['field_officer', 'analyst', 'administrator', 'finance'] as const)
      expect(await list(await createAccount(test.db, role))).toBeNull();
    expect(await list((await createMaker(test.db)).actor)).toBeNull();
  });
});
