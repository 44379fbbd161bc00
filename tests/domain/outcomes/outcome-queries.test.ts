// Outcome figures on PostgreSQL: what counts, what is unknown, what is hidden, who may look.
import { describe, expect, test } from 'vitest';
import type { Sold } from '#app/domain/checkins/check-in-answers.ts';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { addMonths } from '#app/domain/dates.ts';
import { findCohortOutcomes } from '#app/domain/outcomes/outcome-queries.server.ts';
import { listOutcomeRows } from '#app/domain/outcomes/outcome-rows.server.ts';
import { toCsv, writeOutcomeTable } from '#app/domain/outcomes/outcome-table.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { refreshPersonMonth } from '#app/domain/sales/refresh-person-month.server.ts';
import { createAccount, createMaker, NOW, SYSTEM, sealer } from '#tests/support/fixtures.ts';
import { answerFor, createCohort, createGraduate, createOrder, enrol, MONTH } from '#tests/support/income-fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();
const CIKOKOL = '36.71.01.1005';

async function answer(personId: string, profitRupiah: number, overrides: { month?: string; sold?: Sold } = {}) {
  const input = answerFor(personId, { profitRupiah, takingsRupiah: profitRupiah * 2, ...overrides });
  mustSucceed(await recordCheckIn(database.db, { actor: SYSTEM, input, now: NOW }));
}

/** Six women of Karang Sari (profits 100 to 600 thousand, the last without baseline), one silent, and as many of Cikokol as asked. */
async function createStory(cikokol = 5) {
  const cohort = await createCohort(database.db);
  const women = [];
  for (let index = 1; index <= 6; index++) {
    const woman = await createGraduate(database.db, cohort.id, { baselineRupiah: index === 6 ? null : 200_000 });
    await answer(woman.id, index * 100_000);
    women.push(woman);
  }
  const silent = await createGraduate(database.db, cohort.id);
  // Enrolled, not graduated: in no figure, however much she earns.
  const attending = await createGraduate(database.db, cohort.id);
  await database.db.enrolment.updateMany({ where: { personId: attending.id }, data: { stage: 'attending' } });
  await answer(attending.id, 9_000_000);
  for (let index = 0; index < cikokol; index++) {
    const woman = await createGraduate(database.db, cohort.id, { areaCode: CIKOKOL });
    await answer(woman.id, 50_000, { sold: 'no' });
  }
  return { cohort, women, silent };
}

describe('findCohortOutcomes', () => {
  test('counts who answered, takes not selling as zero and silence as unknown', async () => {
    const { cohort } = await createStory();
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
    const { cohort } = await createStory();
    const analyst = await createAccount(database.db, 'analyst');
    const filter = { cohortSlug: cohort.slug, month: MONTH };
    const outcomes = await findCohortOutcomes(database.db, analyst, filter);
    expect(outcomes?.byVillage.map(({ name, figures }) => [name, figures?.graduates, figures?.profit.value])).toEqual([
      ['Cikokol', 5, 0],
      ['Karang Sari', 7, 350_000],
    ]);
    const cikokol = await findCohortOutcomes(database.db, analyst, { ...filter, villageCode: CIKOKOL });
    expect(cikokol?.figures).toMatchObject({ graduates: 5, profit: { value: 0 } });
    expect(cikokol?.series.at(-1)).toMatchObject({ month: MONTH, n: 5, medianRupiah: 0 });
  });

  test('hides a village of four, and the one it could be computed from, in the table and under the filter', async () => {
    const { cohort } = await createStory(4);
    const analyst = await createAccount(database.db, 'analyst');
    const filter = { cohortSlug: cohort.slug, month: MONTH };
    const outcomes = await findCohortOutcomes(database.db, analyst, filter);
    expect(outcomes?.byVillage.map(({ figures }) => figures)).toEqual([null, null]);
    for (const villageCode of [CIKOKOL, '36.71.10.1002']) {
      const village = await findCohortOutcomes(database.db, analyst, { ...filter, villageCode });
      expect(village).toMatchObject({ figures: null, series: [] });
    }
  });

  test('gives the months of the chart, with gaps where fewer than five answered', async () => {
    const { cohort, women } = await createStory();
    for (const woman of women.slice(0, 4)) await answer(woman.id, 10_000, { month: '2026-09' });
    const officer = await createAccount(database.db, 'programme_officer');
    const outcomes = await findCohortOutcomes(database.db, officer, { cohortSlug: cohort.slug, month: MONTH });
    expect(outcomes?.series).toHaveLength(24);
    expect(outcomes?.series[0]?.month).toBe(addMonths(MONTH, -23));
    expect(outcomes?.series.at(-2)).toMatchObject({ month: '2026-09', n: 4, medianRupiah: null, interval: null });
    expect(outcomes?.series.at(-1)).toMatchObject({ month: MONTH, n: 11, medianRupiah: 100_000 });
  });

  test('has nothing before the course, for an unknown cohort, or for who may not read outcomes', async () => {
    const { cohort } = await createStory();
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
    const { cohort, women, silent } = await createStory();
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
    const { cohort } = await createStory();
    const analyst = await createAccount(database.db, 'analyst');
    const filter = { cohortSlug: cohort.slug, month: MONTH, now: NOW, measure: 'all' as const };
    expect(await listOutcomeRows(database.db, analyst, filter)).toBeNull();
    expect(await database.db.personRead.count({ where: { accountId: analyst.accountId } })).toBe(0);
  });
});

describe('writeOutcomeTable', () => {
  const span = { from: '2026-01', until: MONTH, sealer };

  test('has pseudonyms instead of names, units in the second row, blank for unknown', async () => {
    const { cohort, women } = await createStory(4);
    const officer = await createAccount(database.db, 'programme_officer');
    const csv = await writeOutcomeTable(database.db, officer, { ...span, cohortSlug: cohort.slug });
    const lines = csv?.split('\r\n') ?? [];
    expect(lines[0]).toMatch(/^\uFEFFpseudonym;month;village;/);
    expect(lines[1]).toMatch(/^kode;YYYY-MM;nama;Rp;/);
    expect(lines).toHaveLength(2 + 10 + 1);
    const first = women[0];
    const pseudonym = sealer.fingerprint('outcome.person', first?.id ?? '').slice(0, 8);
    expect(lines).toContain(`${pseudonym};2026-10;lainnya;0;0;0;0;yes;100000;200000`);
    // Under its own name the larger village would leave the four of the other alone.
    expect(csv).not.toMatch(/Cikokol|Karang Sari/);
    for (const woman of women) expect(csv).not.toContain(woman.name);
    const finance = await createAccount(database.db, 'finance');
    expect(await writeOutcomeTable(database.db, finance, { ...span, cohortSlug: cohort.slug })).toBeNull();
  });

  test('names villages of five and more, and gives an analyst no row of a cohort of four', async () => {
    const { cohort } = await createStory(5);
    const analyst = await createAccount(database.db, 'analyst');
    const csv = await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: cohort.slug });
    for (const village of ['Karang Sari', 'Cikokol']) expect(csv).toContain(`;${village};`);
    const few = await createCohort(database.db);
    for (let index = 0; index < 4; index++) await answer((await createGraduate(database.db, few.id)).id, 100_000);
    const lines = (await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: few.slug }))?.split('\r\n');
    expect(lines).toHaveLength(2 + 1);
  });

  test('tells an analyst the bands that amounts lie in, never an amount', async () => {
    const { cohort, women } = await createStory(4);
    const analyst = await createAccount(database.db, 'analyst');
    const csv = await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: cohort.slug });
    const pseudonym = sealer.fingerprint('outcome.person', women[0]?.id ?? '').slice(0, 8);
    const none = '0-249999';
    expect(csv).toContain(`${pseudonym};2026-10;lainnya;${none};0;${none};${none};yes;${none};${none}\r\n`);
    expect(csv).toContain(';rentang Rp;');
    expect(csv).not.toMatch(/;[1-9]00000;/);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+62', "'+62"],
    ['-2', "'-2"],
    ['@A1', "'@A1"],
    ['a;b', '"a;b"'],
    ['kata "tua"', '"kata ""tua"""'],
    [-2, '-2'],
    [null, ''],
  ])('writes %j as %s', (value, cell) => {
    expect(toCsv([[value]])).toBe(`\uFEFF${cell}\r\n`);
  });
});
