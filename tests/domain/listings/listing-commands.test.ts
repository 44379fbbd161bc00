// The commands on a listing, on PostgreSQL: who may, what moves, what never goes below zero.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/domain/access/actor.ts';
import { changeStock } from '#app/domain/listings/change-stock.server.ts';
import { createListing, type NewListing } from '#app/domain/listings/create-listing.server.ts';
import { editListing } from '#app/domain/listings/edit-listing.server.ts';
import { pauseListing } from '#app/domain/listings/pause-listing.server.ts';
import { publishListing } from '#app/domain/listings/publish-listing.server.ts';
import { recordOutsideSale } from '#app/domain/listings/record-outside-sale.server.ts';
import { retireListing } from '#app/domain/listings/retire-listing.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import {
  createAccount,
  createMaker,
  createListing as insertListing,
  NOW,
  SYSTEM,
  VILLAGE,
} from '#tests/support/fixtures.ts';
import { addPhotoRow } from '#tests/support/shelf.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
let mine: Awaited<ReturnType<typeof createMaker>>;
let other: Awaited<ReturnType<typeof createMaker>>;

beforeAll(async () => {
  mine = await createMaker(test.db);
  other = await createMaker(test.db);
});

async function newMat(overrides: Partial<NewListing> = {}): Promise<NewListing> {
  const photo = await addPhotoRow(test.db, { shopId: mine.shop.id });
  return {
    shopId: mine.shop.id,
    material: 'perca-katun',
    colour: 'biru',
    pattern: 'lurik',
    variants: [{ size: '40x60', priceRupiah: 35_000, onHand: 3 }],
    photoIds: [photo.id],
    publish: true,
    ...overrides,
  };
}

const create = (input: NewListing, actor: Actor = mine.actor) => createListing(test.db, { actor, input, now: NOW });

describe('createListing', () => {
  it('composes the words, hangs the pictures, keeps price and availability, and leaves an event', async () => {
    const { listingId } = mustSucceed(await create(await newMat()));
    const listing = await test.db.listing.findUniqueOrThrow({ where: { id: listingId }, include: { photos: true } });
    expect(listing).toMatchObject({ title: 'Keset lurik biru, 40 × 60', status: 'published', fromRupiah: 35_000 });
    expect(listing.isAvailable).toBe(true);
    expect(listing.photos).toHaveLength(1);
    const events = await test.db.event.findMany({ where: { subjectId: listingId } });
    expect(events).toMatchObject([{ kind: 'listing.created', actorId: mine.actor.accountId, onBehalfOfId: null }]);
  });

  it.each([
    ['no picture', { photoIds: [] }, 'photoMissing'],
    ['nothing in stock', { variants: [{ size: '40x60', priceRupiah: 35_000, onHand: 0 }] }, 'stockMissing'],
    ['no size', { variants: [] }, 'invalid'],
    ['a picture that is no id', { photoIds: ['../etc'] }, 'photoMissing'],
  ])('refuses to sell with %s', async (_, overrides, code) => {
    expect(await create(await newMat(overrides))).toMatchObject({ ok: false, code });
  });

  it('keeps a draft without a picture', async () => {
    expect((await create(await newMat({ photoIds: [], publish: false }))).ok).toBe(true);
  });

  it('takes no picture of another shop, and none twice', async () => {
    const theirs = await addPhotoRow(test.db, { shopId: other.shop.id });
    expect(await create(await newMat({ photoIds: [theirs.id] }))).toMatchObject({ code: 'photoMissing' });
    const input = await newMat();
    mustSucceed(await create(input));
    expect(await create(input)).toMatchObject({ code: 'photoMissing' });
  });

  it('knows no shop but her own', async () => {
    expect(await create(await newMat(), other.actor)).toMatchObject({ code: 'notFound' });
    expect(await create(await newMat(), { kind: 'anonymous' })).toMatchObject({ code: 'notFound' });
    const analyst = await createAccount(test.db, 'analyst');
    expect(await create(await newMat(), analyst)).toMatchObject({ code: 'notFound' });
  });
});

describe('an officer', () => {
  const follow = async (areaCode: string, fromOn: string, untilOn: string | null = null) => {
    const officer = await createAccount(test.db, 'field_officer');
    await test.db.officerArea.create({
      data: {
        accountId: officer.accountId,
        areaCode,
        fromOn: new Date(fromOn),
        untilOn: untilOn ? new Date(untilOn) : null,
      },
    });
    return officer;
  };

  it.each([
    ['of her village', VILLAGE, '2026-01-01', null, true],
    ['of her district', '36.71.10', '2026-01-01', '2026-11-20', true],
    ['of another village', '36.71.01.1005', '2026-01-01', null, false],
    ['whose time is over', VILLAGE, '2026-01-01', '2026-11-19', false],
    ['whose time has not begun', VILLAGE, '2026-11-21', null, false],
  ])('%s', async (_, areaCode, fromOn, untilOn, may) => {
    const officer = await follow(areaCode, fromOn, untilOn);
    const created = await create(await newMat(), officer);
    expect(created.ok).toBe(may);
    if (!created.ok) return;
    const event = await test.db.event.findFirstOrThrow({ where: { subjectId: created.value.listingId } });
    expect(event).toMatchObject({ actorId: officer.accountId, onBehalfOfId: mine.person.id });
  });
});

describe('status', () => {
  const move = { publish: publishListing, pause: pauseListing, retire: retireListing };

  it('publishes, rests, comes back with its first date, ends for good', async () => {
    const { listingId } = mustSucceed(await create(await newMat({ publish: false })));
    const step = (verb: keyof typeof move, actor: Actor = mine.actor, now = NOW) =>
      move[verb](test.db, { actor, now, input: { listingId } });
    expect(await step('pause')).toMatchObject({ code: 'conflict' });
    expect((await step('publish')).ok).toBe(true);
    expect((await step('publish')).ok).toBe(true);
    expect((await step('pause')).ok).toBe(true);
    expect((await step('publish', mine.actor, new Date(NOW.getTime() + 1000))).ok).toBe(true);
    expect((await test.db.listing.findUniqueOrThrow({ where: { id: listingId } })).publishedAt).toEqual(NOW);
    expect(await step('retire', other.actor)).toMatchObject({ code: 'notFound' });
    expect((await step('retire')).ok).toBe(true);
    expect(await step('publish')).toMatchObject({ code: 'conflict' });
    expect(await test.db.event.count({ where: { subjectId: listingId, kind: 'listing.published' } })).toBe(2);
  });

  it('needs a picture, and stock or days to make one', async () => {
    const empty = mustSucceed(
      await create(
        await newMat({ publish: false, photoIds: [], variants: [{ size: '40x60', priceRupiah: 35_000, onHand: 0 }] }),
      ),
    );
    const publish = () => publishListing(test.db, { actor: mine.actor, now: NOW, input: empty });
    expect(await publish()).toMatchObject({ code: 'stockMissing' });
    await test.db.variant.updateMany({ where: { listingId: empty.listingId }, data: { makeDays: 7 } });
    expect(await publish()).toMatchObject({ code: 'photoMissing' });
    await test.db.variant.updateMany({ where: { listingId: empty.listingId }, data: { isRetired: true } });
    expect(await publish()).toMatchObject({ code: 'priceMissing' });
  });
});

describe('editListing', () => {
  it('changes price, adds a size and keeps the lowest price true', async () => {
    const { listingId } = mustSucceed(await create(await newMat()));
    const variants = [
      { size: '40x60', priceRupiah: 40_000, onHand: 999 },
      { size: '50x80', priceRupiah: 60_000, onHand: 2, makeDays: 7 },
    ];
    const edit = (actor: Actor) =>
      editListing(test.db, { actor, now: NOW, input: { listingId, title: 'Keset biru', variants } });
    expect(await edit(other.actor)).toMatchObject({ code: 'notFound' });
    expect((await edit(mine.actor)).ok).toBe(true);
    const listing = await test.db.listing.findUniqueOrThrow({
      where: { id: listingId },
      include: { variants: { orderBy: { size: 'asc' } }, photos: true },
    });
    expect(listing).toMatchObject({ title: 'Keset biru', fromRupiah: 40_000 });
    expect(listing.variants).toMatchObject([
      { size: '40x60', onHand: 3 },
      { size: '50x80', onHand: 2, makeDays: 7 },
    ]);
    expect(listing.photos[0]?.alt).toBe('Keset biru');
  });
});

describe('changeStock', () => {
  it('refuses what was seen before it moved, less than held, and another maker', async () => {
    const { listing, variant } = await insertListing(test.db, mine.shop.id, { onHand: 5 });
    await test.db.variant.update({ where: { id: variant.id }, data: { held: 2 } });
    const change = (seenOnHand: number, onHand: number, actor: Actor = mine.actor) =>
      changeStock(test.db, { actor, now: NOW, input: { variantId: variant.id, seenOnHand, onHand } });
    expect(await change(4, 9)).toMatchObject({ code: 'conflict' });
    expect(await change(5, 1)).toMatchObject({ code: 'belowHeld' });
    expect(await change(5, 9, other.actor)).toMatchObject({ code: 'notFound' });
    expect((await change(5, 2)).ok).toBe(true);
    expect((await test.db.listing.findUniqueOrThrow({ where: { id: listing.id } })).isAvailable).toBe(false);
  });
});

describe('recordOutsideSale', () => {
  it('takes from stock, writes her cash book and her month', async () => {
    const maker = await createMaker(test.db);
    const { listing, variant } = await insertListing(test.db, maker.shop.id, { onHand: 2 });
    const sell = (actor: Actor, quantity = 2) =>
      recordOutsideSale(test.db, { actor, now: NOW, input: { variantId: variant.id, quantity, totalRupiah: 60_000 } });
    expect(await sell(other.actor)).toMatchObject({ code: 'notFound' });
    expect(await sell(SYSTEM)).toMatchObject({ code: 'forbidden' });
    expect(await sell(maker.actor, 0)).toMatchObject({ code: 'invalid' });
    expect((await sell(maker.actor)).ok).toBe(true);
    const where = { personId: maker.person.id };
    expect(await test.db.cashEntry.findMany({ where })).toMatchObject([
      { kind: 'sale_outside', amountRupiah: 60_000, quantity: 2, recordedById: maker.actor.accountId },
    ]);
    expect(await test.db.personMonth.findMany({ where })).toMatchObject([
      { month: '2026-11', recordedSalesRupiah: 60_000, verifiedRupiah: 0 },
    ]);
    expect((await test.db.listing.findUniqueOrThrow({ where: { id: listing.id } })).isAvailable).toBe(false);
  });

  it('never sells what buyers hold, however many say it at once', async () => {
    const { variant } = await insertListing(test.db, mine.shop.id, { onHand: 10 });
    await test.db.variant.update({ where: { id: variant.id }, data: { held: 4 } });
    const input = { variantId: variant.id, quantity: 1, totalRupiah: 35_000 };
    const sales = await Promise.all(
      Array.from({ length: 12 }, () => recordOutsideSale(test.db, { actor: mine.actor, now: NOW, input })),
    );
    expect(sales.filter((sale) => sale.ok)).toHaveLength(6);
    expect(sales.filter((sale) => !sale.ok && sale.code === 'notEnough')).toHaveLength(6);
    expect((await test.db.variant.findUniqueOrThrow({ where: { id: variant.id } })).onHand).toBe(4);
    expect(await test.db.cashEntry.count({ where: { variantId: variant.id } })).toBe(6);
  });
});
