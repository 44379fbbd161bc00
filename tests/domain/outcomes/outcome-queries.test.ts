// Outcome figures on PostgreSQL: what counts, what is unknown, what is hidden, who may look.
import { describe, expect, test } from 'vitest';
import { addMonths } from '#app/domain/dates.ts';
import { findCohortOutcomes } from '#app/domain/outcomes/outcome-queries.server.ts';
import { listOutcomeRows } from '#app/domain/outcomes/outcome-rows.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { refreshPersonMonth } from '#app/domain/sales/refresh-person-month.server.ts';
import { createAccount, createMaker, NOW } from '#tests/support/fixtures.ts';
import { createOrder, enrol, MONTH } from '#tests/support/income-fixtures.ts';
import { answer, CIKOKOL, createStory } from '#tests/support/samples/cohort-story.ts';
import { publish } from '#tests/support/samples/published.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();

async function publishTo(...months: string[]) {
  await database.db.$executeRaw`truncate "PublishedMonth" cascade`;
  for (const month of months) mustSucceed(await publish(database.db, month));
}

describe('findCohortOutcomes', () => {
  test('counts who answered, takes not selling as zero and silence as unknown', async () => {
    const { cohort } = await createStory(database.db);
    const officer = await createAccount(database.db, 'programme_officer');
    const outcomes = await findCohortOutcomes(database.db, officer, { cohortSlug: cohort.slug, month: MONTH });
    expect(outcomes?.figures).toMatchObject({
      graduates: 12,
      answered: 11,
      // Five zeros and 100 … 600 thousand: the sixth of eleven.
      profit: { value: 100_000, n: 11 },
      // Changes: -100, 0, 100, 200, 300 thousand and five times -180 thousand; one has no baseline.
      change: { value: -140_000, n: 10 },
      betterOff: { value: 0.3, n: 10 },
      response: { n: 12 },
      reportedRupiah: 4_200_000,
      verifiedRupiah: 0,
      recordedRupiah: 0,
    });
    expect(outcomes?.figures?.response.value).toBeCloseTo(11 / 12, 10);
    expect(outcomes?.figures?.stages).toMatchObject({ starting: 6, not_started: 5, unknown: 1 });
  });

  test('splits by village, and one village gives its own headline', async () => {
    const { cohort } = await createStory(database.db);
    const officer = await createAccount(database.db, 'programme_officer');
    const filter = { cohortSlug: cohort.slug, month: MONTH };
    const outcomes = await findCohortOutcomes(database.db, officer, filter);
    expect(outcomes?.byVillage.map(({ name, figures }) => [name, figures?.graduates, figures?.profit.value])).toEqual([
      ['Cikokol', 5, 0],
      ['Karang Sari', 7, 350_000],
    ]);
    const cikokol = await findCohortOutcomes(database.db, officer, { ...filter, villageCode: CIKOKOL });
    expect(cikokol?.figures).toMatchObject({ graduates: 5, profit: { value: 0 } });
    expect(cikokol?.series.at(-1)).toMatchObject({ month: MONTH, profit: { n: 5, value: 0 } });
  });

  test('hides from an analyst a village of four, and the one it could be computed from, in the table and under the filter', async () => {
    const { cohort } = await createStory(database.db, 4);
    const analyst = await createAccount(database.db, 'analyst');
    await publishTo(MONTH);
    const filter = { cohortSlug: cohort.slug, month: MONTH };
    const outcomes = await findCohortOutcomes(database.db, analyst, filter);
    expect(outcomes?.byVillage.map(({ figures }) => figures)).toEqual([null, null]);
    for (const villageCode of [CIKOKOL, '36.71.10.1002']) {
      const village = await findCohortOutcomes(database.db, analyst, { ...filter, villageCode });
      expect(village).toMatchObject({ figures: null, series: [] });
    }
    const officer = await createAccount(database.db, 'programme_officer');
    const opened = await findCohortOutcomes(database.db, officer, { ...filter, villageCode: CIKOKOL });
    expect(opened).toMatchObject({ published: null, figures: { graduates: 4, profit: { value: 0, n: 4 } } });
  });

  test('gives the months of the chart, to an analyst with a word where fewer than five answered', async () => {
    const { cohort, women } = await createStory(database.db);
    for (const woman of women.slice(0, 4))
      await answer(database.db, woman.id, { profitRupiah: 10_000, month: '2026-09' });
    const seriesFor = async (role: 'programme_officer' | 'analyst') => {
      const viewer = await createAccount(database.db, role);
      return (await findCohortOutcomes(database.db, viewer, { cohortSlug: cohort.slug, month: MONTH }))?.series ?? [];
    };
    await publishTo('2026-09', MONTH);
    const exact = await seriesFor('programme_officer');
    expect(exact).toHaveLength(24);
    expect(exact[0]).toMatchObject({ month: addMonths(MONTH, -23), profit: { value: null, n: 0 }, reportedRupiah: 0 });
    expect(exact.at(-2)).toMatchObject({ month: '2026-09', profit: { n: 4, value: 10_000 }, reportedRupiah: 80_000 });
    expect(exact.at(-1)).toMatchObject({ month: MONTH, profit: { n: 11, value: 100_000 }, reportedRupiah: 4_200_000 });
    const published = await seriesFor('analyst');
    expect(published.at(-2)).toMatchObject({ profit: { n: 'hidden', value: 'hidden' }, reportedRupiah: 'hidden' });
    expect(published.at(-1)).toMatchObject({
      profit: { n: 10, value: 100_000, interval: null },
      // 4.2 million, of which one woman has 1.2.
      ...{ reportedRupiah: 4_000_000, verifiedRupiah: 'hidden', recordedRupiah: 'hidden' },
    });
  });

  test('has nothing before the course, for an unknown cohort, or for who may not read outcomes', async () => {
    const { cohort } = await createStory(database.db);
    const officer = await createAccount(database.db, 'programme_officer');
    const early = await findCohortOutcomes(database.db, officer, { cohortSlug: cohort.slug, month: '2026-03' });
    expect(early?.figures).toBeNull();
    const none = { cohortSlug: 'tidak-ada', month: MONTH };
    expect(await findCohortOutcomes(database.db, officer, none)).toBeNull();
    for (const role of ['maker', 'field_officer', 'finance', 'administrator'] as const) {
      const actor = await createAccount(database.db, role);
      expect(await findCohortOutcomes(database.db, actor, { cohortSlug: cohort.slug, month: MONTH })).toBeNull();
    }
  });
});

describe('listOutcomeRows', () => {
  test('names the women, shows the orders behind a verified figure, and logs each read', async () => {
    const { cohort, women, silent } = await createStory(database.db);
    const maker = await createMaker(database.db);
    await enrol(database.db, cohort.id, maker.person.id, 180_000);
    const completedAt = new Date('2026-10-12T03:00:00Z');
    const { order } = await createOrder(database.db, maker.shop.id, {
      itemsRupiah: 70_000,
      discountRupiah: 5_000,
      completedAt,
    });
    await refreshPersonMonth(database.db, maker.person.id, MONTH);
    const officer = await createAccount(database.db, 'programme_officer');
    const filter = { cohortSlug: cohort.slug, month: MONTH, now: NOW };
    const verified = await listOutcomeRows(database.db, officer, { ...filter, measure: 'verified' });
    expect(verified).toMatchObject([
      {
        personId: maker.person.id,
        name: maker.person.name,
        verifiedRupiah: 65_000,
        orders: [{ number: order.number, rupiah: 65_000 }],
      },
    ]);
    expect(await database.db.personRead.findMany({ where: { personId: maker.person.id } })).toMatchObject([
      { accountId: officer.accountId, purpose: 'outcome_rows', readAt: NOW },
    ]);
    const notAnswered = await listOutcomeRows(database.db, officer, { ...filter, measure: 'silent' });
    expect(notAnswered?.map((row) => row.personId).sort()).toEqual([silent.id, maker.person.id].sort());
    const starting = await listOutcomeRows(database.db, officer, { ...filter, measure: 'starting' });
    expect(starting).toHaveLength(7);
    expect(await listOutcomeRows(database.db, officer, { ...filter, measure: 'active' })).toEqual([]);
    const change = await listOutcomeRows(database.db, officer, {
      ...filter,
      measure: 'change',
      villageCode: '36.71.10.1002',
    });
    expect(change).toHaveLength(5);
    expect(change?.some((row) => row.personId === women[5]?.id)).toBe(false);
  });

  test('is closed to an analyst', async () => {
    const { cohort } = await createStory(database.db);
    const analyst = await createAccount(database.db, 'analyst');
    const filter = { cohortSlug: cohort.slug, month: MONTH, now: NOW, measure: 'all' as const };
    expect(await listOutcomeRows(database.db, analyst, filter)).toBeNull();
    expect(await database.db.personRead.count({ where: { accountId: analyst.accountId } })).toBe(0);
  });
});
