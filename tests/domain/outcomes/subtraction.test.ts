// The whole page of an analyst over random cohorts: no cell that rests on too few, and none that the others give away.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STAGES } from '#app/domain/outcomes/business-stage.ts';
import { figuresOf } from '#app/domain/outcomes/outcome-figures.ts';
import { seriesOf } from '#app/domain/outcomes/outcome-series.ts';
import type { GraduateRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { type Group, outcomeView } from '#app/domain/outcomes/outcome-view.ts';
import { type Cell, isPublishable, partOf } from '#app/domain/published-cells.ts';
import { seriesRowsOf, womanOf } from '#tests/support/samples/graduate-rows.ts';
import { reachOf } from '#tests/support/samples/subtraction.ts';

const MONTH = '2026-10';
const SOURCES = [
  ['verifiedRupiah', (row: GraduateRow) => row.verifiedRupiah],
  ['recordedRupiah', (row: GraduateRow) => row.recordedSalesRupiah],
  ['reportedRupiah', (row: GraduateRow) => row.reportedTakingsRupiah],
] as const;
const COUNTS = [
  ['graduates', () => 1],
  ['answered', (row: GraduateRow) => (row.reportedSold === null ? null : 1)],
] as const;

const rupiah = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 60_000 }),
  fc.integer({ min: 100_000, max: 400_000 }),
  fc.constant(6_000_000),
);
const woman = fc
  .record({
    cohortSlug: fc.constantFrom('a', 'a', 'b'),
    villageCode: fc.constantFrom('v', 'v', 'w', 'x', null),
    verifiedRupiah: rupiah,
    recordedSalesRupiah: rupiah,
    reportedTakingsRupiah: fc.option(rupiah, { nil: null }),
    baselineRupiah: fc.option(fc.constant(200_000), { nil: null }),
    history: fc.constantFrom('s', 'sss', 'n', 'closed'),
  })
  .map(({ history, ...facts }) => {
    const hasAnswered = facts.reportedTakingsRupiah !== null;
    return womanOf({
      ...facts,
      verifiedOrders: facts.verifiedRupiah > 0 ? 1 : 0,
      reportedProfitRupiah: hasAnswered ? Math.round((facts.reportedTakingsRupiah ?? 0) / 2) : null,
      reportedSold: hasAnswered ? 'yes' : null,
      months:
        history === 'closed'
          ? [[MONTH, false, true, null, null]]
          : [...history].map((letter, back) => [
              `2026-${10 - back}`.replace(/-(\d)$/, '-0$1'),
              letter === 's',
              false,
              null,
              null,
            ]),
    });
  });
const cohorts = fc.array(woman, { minLength: 1, maxLength: 60 });

const villageOf = (row: GraduateRow) => row.villageCode ?? '';
const hiddenIf = (cell: Cell | null | undefined) => (typeof cell === 'number' ? cell : null);

function sumOfAll(villages: readonly Group[]): number | null {
  if (villages.length === 0) return null;
  const cells = villages.map(({ figures }) => hiddenIf(figures?.verifiedRupiah));
  return cells.reduce((sum, cell) => (sum === null || cell === null ? null : sum + cell), 0);
}

/** Parts of one total as an attacker has them; `women` are those behind each. */
function attack(
  total: Cell | null | undefined,
  parts: readonly { cell: Cell | null | undefined; women: readonly GraduateRow[] }[],
  { amount, step, least }: { amount: (row: GraduateRow) => number | null; step: number; least: number },
): number {
  let attacked = 0;
  const exact = parts.map(({ women }) => partOf(women.map(amount)));
  for (const [index, { cell }] of parts.entries())
    if (typeof cell === 'number') expect(isPublishable(exact[index] ?? partOf([]))).toBe(true);
  if (typeof total !== 'number') return 0;
  const known = parts.map(({ cell }, index) => (exact[index]?.women === 0 ? 0 : hiddenIf(cell)));
  for (const [index, reach] of reachOf(total, known, step).entries()) {
    const part = exact[index];
    // A village hidden for its size alone, in which all of the sum lies, has the sum of the cohort: five women and more.
    if (!reach || !part || part.total === partOf(parts.flatMap(({ women }) => women.map(amount))).total) continue;
    attacked += 1;
    expect(reach.low).toBe(0);
    expect(reach.high).toBeGreaterThanOrEqual(Math.max(2 * part.largest, part.total, least));
  }
  return attacked;
}

test('what an analyst sees gives no hidden cell away, by villages, by months or by stages', () => {
  let attacked = 0;
  fc.assert(
    fc.property(cohorts, (women) => {
      const view = outcomeView(women, { month: MONTH, isPublished: true });
      for (const cohortSlug of ['a', 'b']) {
        const ofCohort = women.filter((row) => row.cohortSlug === cohortSlug);
        const whole = view.figures({ cohortSlug });
        const villages = view.villages(cohortSlug).map(({ key, figures }) => ({
          figures,
          women: ofCohort.filter((row) => villageOf(row) === key),
        }));
        const point = (villageCode?: string) =>
          seriesOf(seriesRowsOf(women, MONTH), {
            from: MONTH,
            cohortSlug,
            villageCode,
            small: view.small(cohortSlug),
          })[0];
        for (const [key, amount] of SOURCES) {
          const parts = villages.map(({ figures, women: behind }) => ({ cell: figures?.[key], women: behind }));
          attacked += attack(whole?.[key], parts, { amount, step: 50_000, least: 0 });
          // The chart and the page are one table: what one hides the other must not show.
          if (whole) expect(point()?.[key]).toBe(whole[key]);
          for (const { figures, women: behind } of villages)
            if (figures && behind[0]?.villageCode) expect(point(behind[0].villageCode)?.[key]).toBe(figures[key]);
        }
        for (const [key, amount] of COUNTS) {
          const parts = villages.map(({ figures, women: behind }) => ({ cell: figures?.[key], women: behind }));
          attacked += attack(whole?.[key], parts, { amount, step: 5, least: 5 });
        }
        const exact = figuresOf(ofCohort, { month: MONTH }).stages;
        const stages = STAGES.map((stage) => ({
          cell: whole?.stages[stage],
          women: Array.from({ length: exact[stage] }, () => womanOf({})),
        }));
        attacked += attack(whole?.graduates, stages, { amount: () => 1, step: 5, least: 5 });
      }
    }),
    { numRuns: 400 },
  );
  expect(attacked).toBeGreaterThan(500);
});

test('a cohort whose verified sales are too few is not left over of the total on the home page', () => {
  fc.assert(
    fc.property(cohorts, (women) => {
      const all = partOf(women.map((row) => row.verifiedRupiah));
      if (!isPublishable(all)) return;
      const view = outcomeView(women, { month: MONTH, isPublished: true });
      const parts = ['a', 'b'].map((cohortSlug) => ({
        // Either as the cohort's own cell, or added up from its villages.
        cell: hiddenIf(view.figures({ cohortSlug })?.verifiedRupiah) ?? sumOfAll(view.villages(cohortSlug)),
        women: women.filter((row) => row.cohortSlug === cohortSlug),
      }));
      attack(all.total, parts, { amount: (row) => row.verifiedRupiah, step: 0, least: 0 });
    }),
    { numRuns: 400 },
  );
});
