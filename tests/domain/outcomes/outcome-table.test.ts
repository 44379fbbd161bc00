// The downloadable table: who sees what in it.
import { describe, expect, test } from 'vitest';
import { toCsv, writeOutcomeTable } from '#app/domain/outcomes/outcome-table.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createAccount, sealer } from '#tests/support/fixtures.ts';
import { MONTH } from '#tests/support/income-fixtures.ts';
import { createStory } from '#tests/support/samples/cohort-story.ts';
import { publish } from '#tests/support/samples/published.ts';
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

  test('has for an analyst the published cells instead of women, and of a hidden village its name alone', async () => {
    const { cohort } = await createStory(database.db, 4);
    const analyst = await createAccount(database.db, 'analyst');
    const before = await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: cohort.slug });
    expect(before?.trim().split('\r\n')).toHaveLength(2);
    mustSucceed(await publish(database.db, MONTH));
    const csv = await writeOutcomeTable(database.db, analyst, { ...span, cohortSlug: cohort.slug });
    const lines = csv?.split('\r\n') ?? [];
    expect(lines[0]).toBe('\uFEFFmonth;village;figure;band;value;unit;n;low;high');
    expect(lines[1]).toMatch(/^YYYY-MM;nama .*disembunyikan: kurang dari 5 ibu/);
    expect(lines).toContain('2026-10;semua;graduates;;10;ibu;;;');
    expect(lines).toContain('2026-10;semua;profit_median;;150000;Rp;10;;');
    expect(lines).toContain('2026-10;semua;verified_sales;;disembunyikan;Rp;;;');
    // Six sold, four did not: the six cover the four. Nobody said that she rests, which is no news either.
    for (const sold of ['yes', 'no', 'break', 'closed'])
      expect(lines).toContain(`2026-10;semua;women_by_reported_sold;${sold};disembunyikan;ibu;;;`);
    expect(lines).toContain('2026-10;semua;women_by_verified_sales;0-249999;10;ibu;;;');
    const bands = lines.filter((line) => line.includes('women_by_reported_profit')).map((line) => line.split(';')[3]);
    expect(bands).toEqual(['<0', '0-249999', '250000-499999', '500000-999999', '1000000-1999999', '2000000+']);
    for (const village of ['Cikokol', 'Karang Sari'])
      expect(lines.filter((line) => line.includes(village))).toEqual([
        `2026-10;${village};graduates;;disembunyikan;ibu;;;`,
      ]);
    expect(lines.filter((line) => line.startsWith('2026-10;'))).toHaveLength(17 + 2 + 4 + 4 + 5 * 6);
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
