// Somebody who has the page, the table and the home page of a month over random cohorts: no cell rests on too few, and none is given
// away by the others.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STAGES } from '#app/domain/outcomes/business-stage.ts';
import { type Figure, figuresOf, type GroupFigures } from '#app/domain/outcomes/outcome-figures.ts';
import { publishedLines } from '#app/domain/outcomes/outcome-lines.ts';
import type { GraduateRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { publishedEarnings, WHOLE } from '#app/domain/outcomes/published-groups.ts';
import { type Cell, isPublishable, type Part, partOf } from '#app/domain/published-cells.ts';
import { COUNTS, cohorts, largeCohorts, MONTH, SOURCES, sales } from '#tests/support/samples/generated-cohorts.ts';
import { publish, womanOf } from '#tests/support/samples/graduate-rows.ts';
import { exactly, type Reach, reachOf, reachOfCount } from '#tests/support/samples/subtraction.ts';

const draws = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
const villageOf = (row: GraduateRow) => row.villageCode ?? '';

type Amount = (row: GraduateRow) => number | null;
type Key = (typeof SOURCES)[number][0] | (typeof COUNTS)[number][0];
interface Shown {
  readonly cell: Cell | null | undefined;
  readonly women: readonly GraduateRow[];
}

/** The worst: he knows what is shown to the woman and the rupiah, so that no rounding stands in for a cover. */
function reachOfShown({ cell, women }: Shown, amount: Amount): Reach | null {
  const part = partOf(women.map(amount));
  // Whose village is shown as a whole may know that nobody in it has anything.
  return typeof cell === 'number' || part.women === 0 ? exactly(part.total) : null;
}

/** `least`: a hidden part can still be so many. Returns how many hidden parts were attacked. */
function attack(total: Cell | null | undefined, parts: readonly Shown[], amount: Amount, least = 0) {
  const exact = parts.map(({ women }) => partOf(women.map(amount)));
  for (const [index, { cell }] of parts.entries())
    if (typeof cell === 'number') expect(isPublishable(exact[index] ?? partOf([]))).toBe(true);
  if (typeof total !== 'number') return 0;
  const sum = exact.reduce((all, part) => all + part.total, 0);
  const known = parts.map((part) => reachOfShown(part, amount));
  let attacked = 0;
  for (const [index, reach] of reachOf(exactly(sum), known).entries()) {
    const part = exact[index];
    // A village hidden for its size alone, in which all of the sum lies, has the sum of the cohort: five women and more.
    if (!reach || !part || part.total === sum) continue;
    attacked += 1;
    expect(reach.low).toBe(0);
    expect(reach.high).toBeGreaterThanOrEqual(Math.max(2 * part.largest, part.total, least));
  }
  return attacked;
}

test('villages and stages taken from their cohort leave no hidden cell bare', () => {
  let attacked = 0;
  fc.assert(
    fc.property(cohorts, draws, (women, chance) => {
      const groups = publish(women, { month: MONTH, random: () => chance.next().value });
      for (const whole of groups.filter(({ villageCode }) => villageCode === WHOLE)) {
        const ofCohort = women.filter((row) => row.cohortSlug === whole.cohortSlug);
        const villages = groups
          .filter((group) => group.cohortSlug === whole.cohortSlug && group !== whole)
          .map((group) => ({
            figures: group.figures,
            women: ofCohort.filter((row) => villageOf(row) === group.villageCode),
          }));
        const attackVillages = (key: Key, amount: Amount, least: number) => {
          const parts = villages.map(({ figures, women: behind }) => ({ cell: figures?.[key], women: behind }));
          return attack(whole.figures?.[key], parts, amount, least);
        };
        for (const [key, amount] of SOURCES) attacked += attackVillages(key, amount, 0);
        for (const [key, amount] of COUNTS) attacked += attackVillages(key, amount, 5);
        const exact = figuresOf(ofCohort, { month: MONTH }).stages;
        const stages = STAGES.map((stage) => ({
          cell: whole.figures?.stages[stage],
          women: Array.from({ length: exact[stage] }, () => womanOf({})),
        }));
        attacked += attack(whole.figures?.graduates, stages, () => 1, 5);
      }
    }),
    { numRuns: 400 },
  );
  expect(attacked).toBeGreaterThan(500);
});

test('cohorts, and villages added up, taken from the total on the home page leave nobody’s sales, nor those of makers of no cohort', () => {
  let attacked = 0;
  fc.assert(
    fc.property(cohorts, sales, (women, outside) => {
      const all = [...women.map((row) => row.verifiedRupiah), ...outside];
      if (!publishedEarnings(all, 0)) return;
      const groups = publish(women, { month: MONTH, outside });
      const slugs = [...new Set(women.map((row) => row.cohortSlug))];
      const cellOf = (slug: string): Cell | null => {
        const ofCohort = groups.filter(({ cohortSlug }) => cohortSlug === slug);
        const whole = ofCohort.find(({ villageCode }) => villageCode === WHOLE)?.figures?.verifiedRupiah;
        if (typeof whole === 'number') return whole;
        const cells = ofCohort
          .filter(({ villageCode }) => villageCode !== WHOLE)
          .map(({ figures }) => figures?.verifiedRupiah);
        return cells.every((cell) => typeof cell === 'number') ? cells.reduce((sum, cell) => sum + cell, 0) : null;
      };
      const parts: (Part & { reach: Reach | null })[] = slugs.map((slug) => {
        const part = partOf(women.filter((row) => row.cohortSlug === slug).map((row) => row.verifiedRupiah));
        // The worst: he knows each shown cell to the rupiah.
        return { ...part, reach: cellOf(slug) === null && part.women > 0 ? null : exactly(part.total) };
      });
      parts.push({ ...partOf(outside), reach: outside.length > 0 ? null : exactly(0) });
      for (const [index, reach] of reachOf(
        exactly(partOf(all).total),
        parts.map((part) => part.reach),
      ).entries()) {
        const part = parts[index];
        if (!reach || !part || isPublishable(part)) continue;
        attacked += 1;
        expect(reach.low).toBe(0);
        expect(reach.high).toBeGreaterThanOrEqual(2 * part.largest);
      }
    }),
    { numRuns: 600 },
  );
  expect(attacked).toBeGreaterThan(100);
});

/** Followed, answered, told a profit, have a baseline too, are better off: each is a part of the one before it. Also by their shares. */
function nested({ graduates, answered, profit, change, betterOff, response }: GroupFigures): (Cell | null)[] {
  return [graduates, partIn(response), answered, profit.n, change.n, partIn(betterOff)];
}

function partIn({ value, n }: Figure): number | null {
  return typeof value === 'number' && typeof n === 'number' ? Math.round(value * n * 1e6) / 1e6 : null;
}

test('a count taken from the one that it is a part of leaves the number of the others open by five at least', () => {
  let attacked = 0;
  fc.assert(
    fc.property(largeCohorts, draws, (women, chance) => {
      for (const { figures } of publish(women, { month: MONTH, random: () => chance.next().value })) {
        const chain = figures ? nested(figures) : [];
        for (const [index, part] of chain.entries()) {
          const whole = chain[index - 1];
          if (typeof part !== 'number' || typeof whole !== 'number') continue;
          attacked += 1;
          expect(part).toBeLessThanOrEqual(whole);
          const { low, high } = reachOfCount(whole);
          const { low: least, high: most } = reachOfCount(part);
          // No cell that the rounding does not make: a share of exact counts has one.
          expect([low, high, least, most].every(Number.isFinite)).toBe(true);
          expect(high - least - Math.max(0, low - most)).toBeGreaterThanOrEqual(4);
        }
        if (typeof figures?.verifiedShare === 'number')
          expect(figures.verifiedShare * 100).toBeCloseTo(Math.round(figures.verifiedShare * 100), 9);
      }
    }),
    { numRuns: 60 },
  );
  expect(attacked).toBeGreaterThan(300);
});

test('the verified share leaves neither the sales of who told her takings nor of who did not, where they are too few', () => {
  let shares = 0;
  fc.assert(
    fc.property(largeCohorts, fc.boolean(), (every, sellFew) => {
      // Half the time few of those who told her takings sold here.
      const women = every.map((row, index) =>
        sellFew && row.reportedTakingsRupiah !== null && index % 6 ? { ...row, verifiedRupiah: 0 } : row,
      );
      for (const { cohortSlug, figures } of publish(women, { month: MONTH })) {
        if (typeof figures?.verifiedShare !== 'number') continue;
        shares += 1;
        const ofCohort = women.filter((row) => row.cohortSlug === cohortSlug);
        for (const hasTold of [true, false]) {
          const group = ofCohort.filter((row) => (row.reportedTakingsRupiah !== null) === hasTold);
          const part = partOf(group.map((row) => row.verifiedRupiah));
          expect(part.women === 0 || isPublishable(part)).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(shares).toBeGreaterThan(10);
});

/** Of each figure of the table: who is counted in it by band, and the cell on the page that is their number. */
const BANDED = {
  reported_profit: [(row: GraduateRow) => row.reportedProfitRupiah, (figures: GroupFigures) => figures.profit.n],
  reported_takings: [(row: GraduateRow) => row.reportedTakingsRupiah, (figures: GroupFigures) => figures.answered],
  verified_sales: [(row: GraduateRow) => row.verifiedRupiah, (figures: GroupFigures) => figures.graduates],
  recorded_sales: [(row: GraduateRow) => row.recordedSalesRupiah, (figures: GroupFigures) => figures.graduates],
} as const;
const LIMITS = [Number.NEGATIVE_INFINITY, 0, 250_000, 500_000, 1_000_000, 2_000_000, Number.POSITIVE_INFINITY];

test('the bands of the table taken from the counts of the page leave no small band bare, and no line is a woman’s', () => {
  let attacked = 0;
  fc.assert(
    fc.property(cohorts, draws, (women, chance) => {
      const groups = publish(women, { month: MONTH, random: () => chance.next().value });
      for (const { cohortSlug, villageCode, figures, bands } of groups) {
        const lines = publishedLines([
          { month: MONTH, cohortSlug, villageCode, villageName: 'V', figures, bands },
        ]).slice(2);
        for (const line of lines) if (line[5] === 'ibu' && typeof line[4] === 'number') expect(line[4] % 5).toBe(0);
        if (villageCode !== WHOLE) expect(lines.some((line) => String(line[2]).startsWith('women_by_'))).toBe(false);
        if (!figures || villageCode !== WHOLE) continue;
        const ofCohort = women.filter((row) => row.cohortSlug === cohortSlug);
        for (const [name, [amountOf, countOf]] of Object.entries(BANDED)) {
          const cells = lines.filter((line) => line[2] === `women_by_${name}`).map((line) => line[4]);
          const sizes = LIMITS.slice(1).map((until, index) => {
            const from = LIMITS[index] ?? 0;
            return ofCohort.filter((row) => {
              const amount = amountOf(row);
              return amount !== null && amount >= from && amount < until;
            });
          });
          // A band that is there only when somebody is in it would tell that somebody is.
          expect(cells).toHaveLength(sizes.length);
          const total = countOf(figures);
          const parts = sizes.map((group, index) => ({
            cell: cells[index] === 'disembunyikan' ? null : (cells[index] as Cell),
            women: group,
          }));
          attacked += attack(total, parts, () => 1, 5);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(attacked).toBeGreaterThan(300);
});
