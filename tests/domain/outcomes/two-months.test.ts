// Somebody who has two published months, between which one woman came, left or answered and nothing else changed: what she told stays hers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupFigures } from '#app/domain/outcomes/outcome-figures.ts';
import type { GraduateRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { type NewGroup, WHOLE } from '#app/domain/outcomes/published-groups.ts';
import { type Cell, partOf } from '#app/domain/published-cells.ts';
import { largeCohorts, MONTH, SOURCES, woman } from '#tests/support/samples/generated-cohorts.ts';
import { publish } from '#tests/support/samples/graduate-rows.ts';
import { countsBehind, reachOfSum, stepOf } from '#tests/support/samples/subtraction.ts';

const draws = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));

/** Every number of women that is shown of a group, under its name. */
function countsOf({ figures, bands }: NewGroup): Map<string, Cell> {
  const cells: [string, Cell][] = figures ? namedCounts(figures) : [];
  for (const [name, ofBand] of Object.entries(bands ?? {}))
    for (const [band, women] of Object.entries(ofBand)) cells.push([`${name} ${band}`, women]);
  return new Map(cells);
}

function namedCounts({ graduates, answered, profit, change, betterOff, stages }: GroupFigures): [string, Cell][] {
  const counts = { graduates, answered, profit: profit.n, change: change.n, betterOff: betterOff.n, ...stages };
  return Object.entries(counts);
}

/** Where both are shown: whether the count may have grown by none, and whether it may have grown by one. */
function mayHaveGrown(before: Cell, after: Cell): [boolean, boolean] | null {
  const [earlier, later] = [countsBehind(before), countsBehind(after)];
  if (!earlier || !later) return null;
  return [earlier.some((women) => later.includes(women)), earlier.some((women) => later.includes(women + 1))];
}

/** Two months of the same women, with and without `she`, each with its own chance; `attackGroup` has both. */
function compareMonths(
  attackGroup: (without: NewGroup, withHer: NewGroup, rows: readonly GraduateRow[], she: GraduateRow) => number,
) {
  let attacked = 0;
  fc.assert(
    fc.property(largeCohorts, woman, draws, (women, she, chance) => {
      const random = () => chance.next().value;
      const before = publish(women, { month: MONTH, random });
      const after = publish([...women, she], { month: MONTH, random });
      for (const group of before) {
        if (group.cohortSlug !== she.cohortSlug) continue;
        if (group.villageCode !== WHOLE && group.villageCode !== (she.villageCode ?? '')) continue;
        const rows = women.filter(
          (row) =>
            row.cohortSlug === group.cohortSlug &&
            (group.villageCode === WHOLE || (row.villageCode ?? '') === group.villageCode),
        );
        const later = after.find(
          (other) => other.cohortSlug === group.cohortSlug && other.villageCode === group.villageCode,
        );
        if (later) attacked += attackGroup(group, later, rows, she);
      }
    }),
    { numRuns: 60 },
  );
  return attacked;
}

test('no count tells whether she is in it', () => {
  const attacked = compareMonths((without, withHer) => {
    const after = countsOf(withHer);
    let compared = 0;
    for (const [name, cell] of countsOf(without)) {
      const grown = mayHaveGrown(cell, after.get(name) ?? 'hidden');
      if (!grown) continue;
      compared += 1;
      // Whichever month came first: she came, or she left.
      expect([name, ...grown]).toEqual([name, true, true]);
    }
    return compared;
  });
  expect(attacked).toBeGreaterThan(200);
});

test('no sum tells what she has: what is left open is twice as much, and where the step stayed may be nothing', () => {
  const attacked = compareMonths((without, withHer, rows, she) => {
    let compared = 0;
    for (const [key, amountOf] of SOURCES) {
      const [before, after] = [without.figures?.[key], withHer.figures?.[key]];
      const hers = amountOf(she) ?? 0;
      if (typeof before !== 'number' || typeof after !== 'number' || hers === 0) continue;
      const { largest } = partOf(rows.map(amountOf));
      const earlier = reachOfSum(before, largest);
      const later = reachOfSum(after, Math.max(largest, hers));
      const reach = { low: later.low - earlier.high, high: later.high - earlier.low };
      compared += 1;
      expect(reach.high - reach.low).toBeGreaterThanOrEqual(2 * hers);
      expect(reach.high).toBeGreaterThan(hers);
      if (stepOf(largest) === stepOf(Math.max(largest, hers))) expect(reach.low).toBeLessThanOrEqual(0);
    }
    return compared;
  });
  expect(attacked).toBeGreaterThan(20);
});

test('a cohort drawn again is not the same: no constant takes the place of chance', () => {
  const rows = fc.sample(largeCohorts, { numRuns: 1, seed: 7 })[0] ?? [];
  const [low, high] = [0.1, 0.9].map((draw) =>
    publish(rows, { month: MONTH, random: () => draw }).filter(({ villageCode }) => villageCode === WHOLE),
  );
  expect(low?.some(({ figures }) => figures)).toBe(true);
  expect(high).not.toEqual(low);
});
