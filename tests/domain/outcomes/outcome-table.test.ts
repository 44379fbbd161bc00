// The downloadable table: who sees what in it.
import { describe, expect, test } from 'vitest';
import { toCsv, writeOutcomeTable } from '#app/domain/outcomes/outcome-table.server.ts';
import { createAccount, sealer } from '#tests/support/fixtures.ts';
import { createCohort, createGraduate, MONTH } from '#tests/support/income-fixtures.ts';
import { answer, createStory } from '#tests/support/samples/cohort-story.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();

describe('writeOutcomeTable', () => {
  const span = { from: '2026-01', until: MONTH, sealer };

  test('has pseudonyms instead of names, units in the second row, blank for unknown, and hides nothing of an officer', async () => {
    const { cohort, women } = await createStory(database.db, 4);
    const officer = await createAccount(database.db, 'programme_officer');
    const csv = await writeOutcomeTable(database.db, officer, { ...span, cohortSlug: cohort.slug });
    const lines = csv?.split('\r\n') ?? [];
    expect(lines[0]).toMatch(/^\uFEFFpseudonym;month;village;/);
    expect(lines[1]).toMatch(/^kode;YYYY-MM;nama;Rp;/);
    expect(lines).toHaveLength(2 + 10 + 1);
    const first = women[0];
    const pseudonym = sealer.fingerprint('outcome.person', first?.id ?? '').slice(0, 8);
    expect(lines).toContain(`${pseudonym};2026-10;Karang Sari;0;0;0;0;yes;100000;200000`);
    expect(csv).toContain(';Cikokol;');
    for (const woman of women) expect(csv).not.toContain(woman.name);
    const finance = await createAccount(database.db, 'finance');
    expect(await writeOutcomeTable(database.db, finance, { ...span, cohortSlug: cohort.slug })).toBeNull();
  });

  test('names villages of five and more to an analyst, and gives no row of a cohort of four', async () => {
    const { cohort } = await createStory(database.db, 5);
    const analyst = await createAccount(database.db, 'analyst');
    const csv = await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: cohort.slug });
    for (const village of ['Karang Sari', 'Cikokol']) expect(csv).toContain(`;${village};`);
    const few = await createCohort(database.db);
    for (let index = 0; index < 4; index++) {
      const woman = await createGraduate(database.db, few.id);
      await answer(database.db, woman.id, { profitRupiah: 100_000 });
    }
    const lines = (await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: few.slug }))?.split('\r\n');
    expect(lines).toHaveLength(2 + 1);
  });

  test('tells an analyst bands that five women share, never an amount, and small villages under one name', async () => {
    const { cohort } = await createStory(database.db, 4);
    const analyst = await createAccount(database.db, 'analyst');
    const csv = await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: cohort.slug });
    // Takings 0 (four of them) and 200 thousand lie in the lowest band, the other five women in three bands between them. Of profits the
    // upper two bands have four women: the lowest covers them. Six sold, four did not: the six cover the four.
    const none = '0-249999';
    const answers = `;2026-10;lainnya;${none};0-4;${none};${none};disembunyikan;disembunyikan;`;
    expect(csv?.split(`${answers}${none};2\r\n`)).toHaveLength(1 + 5);
    expect(csv?.split(`${answers}disembunyikan;3\r\n`)).toHaveLength(1 + 5);
    expect(csv).toContain(';rentang Rp;');
    expect(csv).toContain('disembunyikan: kurang dari 5 ibu');
    expect(csv).not.toMatch(/;[1-9]00000;/);
    // Under its own name the larger village would leave the four of the other alone.
    expect(csv).not.toMatch(/Cikokol|Karang Sari/);
  });

  test('a village of which the page shows nothing has no name in a month in which it is alone either', async () => {
    const { cohort, women } = await createStory(database.db, 4);
    for (const woman of women) await answer(database.db, woman.id, { profitRupiah: 90_000, month: '2026-09' });
    const analyst = await createAccount(database.db, 'analyst');
    const csv = await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: cohort.slug });
    expect(csv?.split(';2026-09;lainnya;')).toHaveLength(1 + 6);
    expect(csv).not.toContain('Karang Sari');
  });

  test('no pseudonym of an analyst follows a woman from month to month', async () => {
    const { cohort, women } = await createStory(database.db, 5);
    for (const woman of women) await answer(database.db, woman.id, { profitRupiah: 90_000, month: '2026-09' });
    const codesOf = async (role: 'programme_officer' | 'analyst') => {
      const viewer = await createAccount(database.db, role);
      const csv = await writeOutcomeTable(database.db, viewer, { ...span, cohortSlug: cohort.slug });
      const rows = (csv ?? '').trim().split('\r\n').slice(2);
      return [rows.length, new Set(rows.map((row) => row.slice(0, 8))).size];
    };
    expect(await codesOf('programme_officer')).toEqual([17, 11]);
    expect(await codesOf('analyst')).toEqual([17, 17]);
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
