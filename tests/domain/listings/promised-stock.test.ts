// What is promised to buyers stays there whatever the maker writes of her stock or her week.
import { beforeAll, describe, expect, it } from 'vitest';
import { changeStock } from '#app/domain/listings/change-stock.server.ts';
import { editListing } from '#app/domain/listings/edit-listing.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createMaker, createListing as insertListing, NOW } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
let mine: Awaited<ReturnType<typeof createMaker>>;

beforeAll(async () => {
  mine = await createMaker(test.db);
});

describe('stock', () => {
  it('leaves what buyers hold from the shelf there, also where more could be made', async () => {
    const { variant } = await insertListing(test.db, mine.shop.id, { onHand: 3, makeDays: 5, weeklyCapacity: 2 });
    await test.db.variant.update({ where: { id: variant.id }, data: { held: 2 } });
    const input = { variantId: variant.id, seenOnHand: 3, onHand: 1 };
    expect(await changeStock(test.db, { actor: mine.actor, now: NOW, input })).toMatchObject({ code: 'belowHeld' });
  });
});

describe('weekly capacity', () => {
  it('is that of the edit from this week on, and never below what is promised already', async () => {
    const stock = { onHand: 0, makeDays: 5, weeklyCapacity: 10 };
    const { listing, variant } = await insertListing(test.db, mine.shop.id, stock);
    const weeks = [
      ['2026-11-09', 10, 10],
      ['2026-11-16', 10, 4],
      ['2026-11-23', 10, 0],
    ] as const;
    await test.db.variantWeek.createMany({
      data: weeks.map(([week, capacity, held]) => ({ variantId: variant.id, weekOn: new Date(week), capacity, held })),
    });
    const edit = (weeklyCapacity: number) =>
      editListing(test.db, {
        actor: mine.actor,
        now: NOW,
        input: {
          listingId: listing.id,
          variants: [{ size: '40x60', priceRupiah: 35_000, onHand: 0, makeDays: 5, weeklyCapacity }],
        },
      });
    const capacities = async () =>
      (await test.db.variantWeek.findMany({ where: { variantId: variant.id }, orderBy: { weekOn: 'asc' } })).map(
        (week) => week.capacity,
      );
    mustSucceed(await edit(2));
    expect(await capacities()).toEqual([10, 4, 2]);
    mustSucceed(await edit(12));
    expect(await capacities()).toEqual([10, 12, 12]);
  });
});
