// The monthly rollup against its sources: rules one by one, two writers at once, and any mixture of everything.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { inTransaction } from '#app/domain/database.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { listRollupDifferences } from '#app/domain/sales/audit-person-months.server.ts';
import { recordCashEntry } from '#app/domain/sales/record-cash-entry.server.ts';
import { refreshPersonMonth } from '#app/domain/sales/refresh-person-month.server.ts';
import { strikeCashEntry } from '#app/domain/sales/strike-cash-entry.server.ts';
import { createMaker, NOW, SYSTEM } from '#tests/support/fixtures.ts';
import { answerFor, createOrder, MONTH } from '#tests/support/income-fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();

async function refreshed(personId: string, month = MONTH) {
  await inTransaction(database.db, (tx) => refreshPersonMonth(tx, personId, month));
  return database.db.personMonth.findUniqueOrThrow({ where: { personId_month: { personId, month } } });
}

const entry = (personId: string, overrides: object = {}) => ({
  personId,
  category: 'outside' as const,
  amountRupiah: 50_000,
  happenedOn: '2026-10-15',
  quantity: 1,
  note: null,
  ...overrides,
});

describe('refreshPersonMonth', () => {
  test('knows nothing of a month without sources: zeros of ours, but nothing reported', async () => {
    const { person } = await createMaker(database.db);
    expect(await refreshed(person.id)).toEqual({
      personId: person.id,
      month: MONTH,
      verifiedRupiah: 0,
      verifiedOrders: 0,
      recordedSalesRupiah: 0,
      recordedCostsRupiah: 0,
      reportedProfitRupiah: null,
      reportedTakingsRupiah: null,
      reportedSold: null,
    });
  });

  test.each([
    ['2026-09-30T16:59:59.999Z', 0],
    ['2026-09-30T17:00:00Z', 35_000],
    ['2026-10-31T16:59:59.999Z', 35_000],
    ['2026-10-31T17:00:00Z', 0],
    [null, 0],
  ])('an order completed at %s counts %d in October, by WIB', async (completedAt, verified) => {
    const { person, shop } = await createMaker(database.db);
    await createOrder(database.db, shop.id, {
      itemsRupiah: 35_000,
      completedAt: completedAt === null ? null : new Date(completedAt),
    });
    expect((await refreshed(person.id)).verifiedRupiah).toBe(verified);
  });

  test.each([
    ['a part', 15_000, NOW, 75_000],
    ['nothing yet: owed, not paid', 15_000, null, 90_000],
    ['all with delivery, never below zero', 98_000, NOW, 0],
  ])('goods less discount less what was paid back: %s', async (_, amountRupiah, paidAt, verified) => {
    const { person, shop } = await createMaker(database.db);
    const { order, payment } = await createOrder(database.db, shop.id, {
      itemsRupiah: 100_000,
      discountRupiah: 10_000,
      completedAt: new Date('2026-10-10T03:00:00Z'),
    });
    await database.db.refund.create({
      data: {
        paymentId: payment.id,
        orderId: order.id,
        amountRupiah,
        reason: 'rusak',
        status: 'x',
        createdAt: NOW,
        paidAt,
      },
    });
    expect(await refreshed(person.id)).toMatchObject({ verifiedRupiah: verified, verifiedOrders: 1 });
  });

  test('adds sales outside and costs apart, without what is struck', async () => {
    const { person, actor } = await createMaker(database.db);
    const write = async (overrides: object) =>
      mustSucceed(await recordCashEntry(database.db, { actor, input: entry(person.id, overrides), now: NOW }));
    await write({});
    await write({ amountRupiah: 20_000 });
    await write({ category: 'materials', amountRupiah: 30_000 });
    await write({ category: 'wages', amountRupiah: 5_000 });
    await write({ happenedOn: '2026-11-01', amountRupiah: 999 });
    const mistake = await write({ amountRupiah: 7_000_000 });
    mustSucceed(await strikeCashEntry(database.db, { actor, input: { entryId: mistake }, now: NOW }));
    const row = await database.db.personMonth.findUniqueOrThrow({
      where: { personId_month: { personId: person.id, month: MONTH } },
    });
    expect(row).toMatchObject({ recordedSalesRupiah: 70_000, recordedCostsRupiah: 35_000, reportedProfitRupiah: null });
  });

  test('two writers of one month at once lose nothing', async () => {
    const { person, actor } = await createMaker(database.db);
    await Promise.all(
      Array.from({ length: 8 }, () => recordCashEntry(database.db, { actor, input: entry(person.id), now: NOW })),
    );
    const row = await database.db.personMonth.findUniqueOrThrow({
      where: { personId_month: { personId: person.id, month: MONTH } },
    });
    expect(row.recordedSalesRupiah).toBe(8 * 50_000);
  });
});

/** Other tests of this file leave orders that nobody rolled up: look at one woman only. */
async function differencesOf(personId: string) {
  return (await listRollupDifferences(database.db)).filter((difference) => difference.personId === personId);
}

describe('listRollupDifferences', () => {
  test('finds a figure that was touched by hand, a row without sources, and a source without a row', async () => {
    const { person, actor, shop } = await createMaker(database.db);
    expect(await differencesOf(person.id)).toEqual([]);
    mustSucceed(await recordCashEntry(database.db, { actor, input: entry(person.id), now: NOW }));
    await database.db.personMonth.updateMany({ where: { personId: person.id }, data: { recordedSalesRupiah: 1 } });
    await database.db.personMonth.create({ data: { personId: person.id, month: '2026-01', reportedProfitRupiah: 0 } });
    await createOrder(database.db, shop.id, { itemsRupiah: 35_000, completedAt: new Date('2026-03-10T03:00:00Z') });
    const differences = await differencesOf(person.id);
    expect(differences.map(({ month, kept, sources }) => [month, kept !== null, sources !== null])).toEqual([
      ['2026-01', true, false],
      ['2026-03', false, true],
      ['2026-10', true, true],
    ]);
    for (const month of ['2026-01', '2026-03', MONTH]) await refreshed(person.id, month);
    expect(await differencesOf(person.id)).toEqual([]);
  });

  test('any mixture of commands leaves every rollup equal to its sources', async () => {
    const month = fc.constantFrom('2026-08', '2026-09', '2026-10');
    const step = fc.oneof(
      fc.record({ do: fc.constant('sell' as const), month, rupiah: fc.integer({ min: 1, max: 500_000 }) }),
      fc.record({ do: fc.constant('spend' as const), month, rupiah: fc.integer({ min: 1, max: 500_000 }) }),
      fc.record({ do: fc.constant('answer' as const), month, rupiah: fc.integer({ min: -50_000, max: 900_000 }) }),
      fc.record({ do: fc.constant('rest' as const), month, rupiah: fc.constant(0) }),
      fc.record({ do: fc.constant('order' as const), month, rupiah: fc.integer({ min: 1, max: 500_000 }) }),
      fc.record({ do: fc.constant('strike' as const), month, rupiah: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { person, shop } = await createMaker(database.db);
        const common = { actor: SYSTEM, now: NOW };
        for (const { do: verb, month: at, rupiah } of steps) {
          const answer = { month: at, profitRupiah: rupiah, correctionReason: 'lagi' };
          if (verb === 'sell' || verb === 'spend') {
            const category = verb === 'sell' ? 'outside' : 'energy';
            const input = entry(person.id, { category, amountRupiah: rupiah, happenedOn: `${at}-28` });
            mustSucceed(await recordCashEntry(database.db, { ...common, input }));
          } else if (verb === 'order') {
            await createOrder(database.db, shop.id, {
              itemsRupiah: rupiah,
              completedAt: new Date(`${at}-28T20:00:00Z`),
            });
            await refreshed(person.id, at);
          } else if (verb === 'strike') {
            const last = await database.db.cashEntry.findFirst({ where: { personId: person.id, struckAt: null } });
            if (last) mustSucceed(await strikeCashEntry(database.db, { ...common, input: { entryId: last.id } }));
          } else {
            const input = answerFor(person.id, { ...answer, sold: verb === 'rest' ? 'no' : 'yes' });
            mustSucceed(await recordCheckIn(database.db, { ...common, input }));
          }
        }
        expect(await differencesOf(person.id)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
