// A month is published once: what happens later is seen by who may read a woman's file, and by nobody else.
import { expect, test } from 'vitest';
import { listCohorts } from '#app/domain/cohorts/cohort-queries.server.ts';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import { findCohortOutcomes } from '#app/domain/outcomes/outcome-queries.server.ts';
import { writeOutcomeTable } from '#app/domain/outcomes/outcome-table.server.ts';
import { lastDueMonth, nextPublication } from '#app/domain/outcomes/publication-days.ts';
import { listMonthsToPublish, publishMonth } from '#app/domain/outcomes/publish-month.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { readPublishedEarnings } from '#app/domain/sales/published-earnings.server.ts';
import { createAccount, createMaker, NOW, SYSTEM, sealer } from '#tests/support/fixtures.ts';
import { createCohort, createGraduate, MONTH } from '#tests/support/income-fixtures.ts';
import { answer, createStory } from '#tests/support/samples/cohort-story.ts';
import { publish } from '#tests/support/samples/published.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();
const DECEMBER = new Date('2026-12-20T03:00:00Z');

async function begin() {
  await database.db.$executeRaw`truncate "PublishedMonth", "Cohort" cascade`;
  const story = await createStory(database.db);
  const analyst = await createAccount(database.db, 'analyst');
  const officer = await createAccount(database.db, 'programme_officer');
  const { slug } = story.cohort;
  const seenBy = async (viewer: typeof analyst, month = MONTH) => ({
    page: await findCohortOutcomes(database.db, viewer, { cohortSlug: slug, month }),
    table: await writeOutcomeTable(database.db, viewer, { cohortSlug: slug, from: '2026-01', until: month, sealer }),
    cohorts: await listCohorts(database.db, viewer),
    home: await readPublishedEarnings(database.db),
  });
  return { ...story, analyst, officer, seenBy };
}

test.each([
  ['2026-11-09T16:59:59Z', '2026-09', '2026-10', '2026-11-10'],
  ['2026-11-09T17:00:00Z', '2026-10', '2026-11', '2026-12-10'],
  ['2026-12-31T17:00:00Z', '2026-11', '2026-12', '2027-01-10'],
])('at %s the last month out is %s, then comes %s on %s', (at, last, month, on) => {
  expect(lastDueMonth(new Date(at))).toBe(last);
  expect(nextPublication(new Date(at))).toEqual({ month, on });
});

test('a late answer, a correction, a woman who left and one who came change nothing of what an analyst sees of the month', async () => {
  const { cohort, women, silent, analyst, officer, seenBy } = await begin();
  expect(mustSucceed(await publish(database.db, MONTH))).toEqual({ isNew: true });
  const before = { analyst: await seenBy(analyst), officer: await seenBy(officer) };
  expect(before.analyst.page).toMatchObject({ published: { at: NOW }, figures: { graduates: 10, answered: 10 } });
  expect(before.officer.page).toMatchObject({ published: null, figures: { graduates: 12, answered: 11 } });

  await answer(database.db, silent.id, { profitRupiah: 9_000_000 });
  await database.db.personMonth.updateMany({ where: { month: MONTH }, data: { reportedProfitRupiah: 2_500_000 } });
  const left = women.slice(0, 5).map(({ id }) => id);
  await database.db.enrolment.updateMany({ where: { personId: { in: left } }, data: { stage: 'withdrawn' } });
  await createGraduate(database.db, cohort.id);
  for (let index = 0; index < 6; index++) {
    const { person } = await createMaker(database.db);
    const row = { personId: person.id, month: MONTH, verifiedRupiah: 500_000, verifiedOrders: 1 };
    await database.db.personMonth.create({ data: row });
  }
  await database.db.shop.updateMany({ data: { status: 'hidden' } });
  expect(mustSucceed(await publish(database.db, MONTH, DECEMBER))).toEqual({ isNew: false });

  expect(await seenBy(analyst)).toEqual(before.analyst);
  const officerNow = await seenBy(officer);
  expect(officerNow.page?.figures).toMatchObject({ graduates: 8, answered: 7, profit: { value: 2_500_000 } });
  expect(officerNow.table).not.toBe(before.officer.table);
  expect(officerNow.cohorts).not.toEqual(before.officer.cohorts);
});

test('the chart of a later month has the earlier ones as they were published, not as they are now', async () => {
  const { analyst, seenBy } = await begin();
  mustSucceed(await publish(database.db, MONTH));
  await database.db.personMonth.updateMany({ where: { month: MONTH }, data: { reportedProfitRupiah: 800_000 } });
  mustSucceed(await publish(database.db, '2026-11', DECEMBER));
  const { page } = await seenBy(analyst, '2026-11');
  expect(page?.series.map(({ month, profit }) => [month, profit.value]).slice(-2)).toEqual([
    [MONTH, 100_000],
    ['2026-11', 'hidden'],
  ]);
});

test('a month whose day has not come is refused, and an analyst sees nothing of it', async () => {
  const { analyst, seenBy } = await begin();
  expect(await publish(database.db, '2026-11')).toEqual({ ok: false, code: 'notOver', field: 'month' });
  expect(await publish(database.db, MONTH, new Date('2026-11-09T16:59:59Z'))).toMatchObject({ code: 'notOver' });
  const { page, cohorts, home, table } = await seenBy(analyst);
  expect(page).toMatchObject({ published: { at: null }, figures: null, byVillage: [], byCohort: [], series: [] });
  expect(cohorts.map(({ stages }) => stages)).toEqual([null]);
  expect(home.earned).toBeNull();
  expect(table?.trim().split('\r\n')).toHaveLength(2);
});

test('is the work of the clock alone, and leaves one event', async () => {
  const { analyst } = await begin();
  const given = { input: { month: MONTH }, now: NOW, random: () => 0.5 };
  expect(await publishMonth(database.db, { actor: analyst, ...given })).toMatchObject({ code: 'forbidden' });
  const both = await Promise.all([1, 2].map(() => publishMonth(database.db, { actor: SYSTEM, ...given })));
  expect(both.map((result) => mustSucceed(result).isNew).sort()).toEqual([false, true]);
  const events = { kind: 'month.published', subjectId: MONTH, at: NOW };
  expect(await database.db.event.count({ where: events })).toBeGreaterThan(0);
});

test('what was published cannot be changed or taken back, whoever writes', async () => {
  await begin();
  mustSucceed(await publish(database.db, MONTH));
  for (const statement of [
    'update "PublishedMonth" set "publishedAt" = now()',
    'update "PublishedGroup" set figures = null',
    'delete from "PublishedGroup"',
  ])
    await expect(database.db.$executeRawUnsafe(statement), statement).rejects.toThrow('append-only');
});

test('counts nobody who said no to it, and stores no trace of any woman', async () => {
  const { women, silent, analyst, seenBy } = await begin();
  const [first, second] = women;
  const say = (personId: string, isGiven: boolean, minute: number) => {
    const input = {
      personId,
      purpose: 'statistics',
      isGiven,
      channel: 'spoken',
      witness: 'Bu RT',
      language: 'id',
    } as const;
    return recordConsent(database.db, { actor: SYSTEM, input, now: new Date(NOW.getTime() - 3_600_000 + minute) });
  };
  mustSucceed(await say(first?.id ?? '', true, 0));
  mustSucceed(await say(second?.id ?? '', true, 0));
  for (const { id } of [...women.slice(1), silent]) mustSucceed(await say(id, false, 1));
  mustSucceed(await publish(database.db, MONTH));
  // Of twelve six are left.
  expect((await seenBy(analyst)).page?.figures).toMatchObject({ graduates: 5, profit: { n: 5 } });
  const kept = JSON.stringify([
    await database.db.publishedMonth.findMany(),
    await database.db.publishedGroup.findMany(),
  ]);
  for (const { id, name } of [...women, silent]) {
    expect(kept).not.toContain(id);
    expect(kept).not.toContain(name);
  }
});

test('the enrolments of a small stage are hidden, with another that covers it, and empty stages are told from neither', async () => {
  const { analyst, officer } = await begin();
  const few = await createCohort(database.db);
  for (let index = 0; index < 3; index++) await createGraduate(database.db, few.id);
  mustSucceed(await publish(database.db, MONTH));
  const stagesFor = async (viewer: typeof analyst) =>
    (await listCohorts(database.db, viewer)).map(({ stages }) => stages);
  // Twelve graduated and one is attending: the twelve cover her.
  for (const stages of await stagesFor(analyst))
    expect(new Set(Object.values(stages ?? {}))).toEqual(new Set(['hidden']));
  expect(await stagesFor(officer)).toContainEqual({ attending: 1, graduated: 12 });
});

test('the months to publish are those of the chart since the first graduation, each once', async () => {
  await begin();
  expect(await listMonthsToPublish(database.db, NOW)).toEqual(
    [4, 5, 6, 7, 8, 9, 10].map((month) => `2026-${String(month).padStart(2, '0')}`),
  );
  mustSucceed(await publish(database.db, '2026-06'));
  expect(await listMonthsToPublish(database.db, NOW)).not.toContain('2026-06');
  await createCohort(database.db, { endsOn: '2019-04-24' });
  expect((await listMonthsToPublish(database.db, NOW))[0]).toBe('2026-04');
});

test('the home page has the earnings of the newest published month, and no number of fewer than five shops', async () => {
  await begin();
  await database.db.shop.updateMany({ data: { status: 'hidden' } });
  await database.db.personMonth.updateMany({ data: { verifiedRupiah: 0 } });
  for (let index = 0; index < 4; index++) await createMaker(database.db);
  expect(await readPublishedEarnings(database.db)).toEqual({ openShops: null, earned: null });
  for (let index = 0; index < 4; index++) await createMaker(database.db);
  const makers = await database.db.person.findMany({ where: { shop: { status: 'open' } } });
  const rows = makers.slice(0, 7).map(({ id }) => ({ personId: id, month: MONTH, verifiedRupiah: 90_000 }));
  await database.db.personMonth.createMany({ data: rows });
  mustSucceed(await publish(database.db, MONTH));
  expect(await readPublishedEarnings(database.db)).toEqual({
    ...{ openShops: 10, earned: { month: MONTH, makers: 5, rupiah: 600_000 } },
  });
});
