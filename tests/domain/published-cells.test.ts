// Which cells are hidden, as tables; then an attacker who subtracts what is shown from the total, over random groups.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countPart,
  hiddenParts,
  innerInterval,
  isPublishable,
  joinParts,
  NEAREST,
  partOf,
  roundCount,
  roundRupiah,
  roundSum,
} from '#app/domain/published-cells.ts';
import { exactly, reachOf } from '#tests/support/samples/subtraction.ts';

const counts = (sizes: Readonly<Record<string, number>>) =>
  new Map(Object.entries(sizes).map(([key, women]) => [key, countPart(women)]));

describe('what is hidden', () => {
  test.each([
    ['none is small', { a: 5, b: 20 }, ''],
    ['one small: the next goes with it', { a: 20, b: 4, c: 6 }, 'bc'],
    ['two small of three women: five are needed', { a: 20, b: 1, c: 2, d: 9 }, 'bcd'],
    ['two small of six women', { a: 20, b: 4, c: 2, d: 9 }, 'bc'],
    ['nobody needs no cover', { a: 20, b: 0 }, 'b'],
    ['a total that is too small has no parts', { a: 3, b: 1 }, 'ab'],
    ['alone', { a: 3 }, 'a'],
    ['of equals the first by name', { a: 3, c: 8, b: 8 }, 'ab'],
  ] as const)('%s', (_, sizes, hidden) => {
    expect([...hiddenParts(counts(sizes))].sort().join('')).toBe(hidden);
  });

  test('a village hidden as a whole stays so, with another', () => {
    expect([...hiddenParts(counts({ a: 20, b: 9, c: 6 }), new Set(['b']))].sort()).toEqual(['b', 'c']);
  });

  test('one woman with over half of what is hidden is covered by more', () => {
    const parts = new Map([
      ['a', partOf([900, 1, 1, 1, 1])],
      ['b', partOf([100, 100, 100, 100, 100])],
      ['c', partOf([300, 300, 300, 300, 300, 300])],
    ]);
    expect([...hiddenParts(parts)].sort()).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['four women', [1, 1, 1, 1], false],
    ['five', [1, 1, 1, 1, 1], true],
    ['zeros and silence hold no part', [1, 1, 1, 1, 0, null], false],
    ['half is not over half', [4, 1, 1, 1, 1], true],
    ['over half', [5, 1, 1, 1, 1], false],
  ])('a sum of %s', (_, amounts, isShown) => {
    expect(isPublishable(partOf(amounts))).toBe(isShown);
  });
});

test.each([
  [7, 0, 5],
  [7, 0.5, 5],
  [7, 0.59, 5],
  [7, 0.6, 10],
  [8, NEAREST, 10],
  [10, 0.99, 10],
  [0, 0.99, 0],
])('rounds %d women by the draw %d to %d', (women, draw, rounded) => {
  expect(roundCount(women, draw)).toBe(rounded);
});

test.each([
  [124_999, 100_000],
  [125_000, 150_000],
  [-20_000, 0],
])('rounds Rp %d to %d', (rupiah, rounded) => {
  expect(roundRupiah(rupiah)).toBe(rounded);
});

test.each([
  [1_240_000, 20_000, 1_250_000],
  [1_240_000, 50_001, 1_200_000],
  [1_340_000, 100_001, 1_400_000],
  [1_340_000, 300_000, 1_500_000],
  [1_340_000, 600_000, 1_000_000],
  [40_000_000, 1_200_000, 40_000_000],
])('rounds a sum of Rp %d in which one woman has %d to %d', (total, largest, rounded) => {
  expect(roundSum({ total, largest }, NEAREST)).toBe(rounded);
});

test('one draw keeps the order of counts, and the mean of all draws is the count', () => {
  const draws = Array.from({ length: 1_000 }, (_, index) => index / 1_000);
  for (let women = 0; women < 30; women++) {
    const cells = draws.map((draw) => roundCount(women, draw));
    expect(cells.reduce((sum, cell) => sum + cell, 0) / draws.length).toBeCloseTo(women, 1);
    expect(draws.every((draw) => roundCount(women, draw) <= roundCount(women + 1, draw))).toBe(true);
  }
});

test('an interval that ends at the smallest or the largest answer is not shown', () => {
  expect(innerInterval({ low: 110_000, high: 290_000 }, [0, 110_000, 290_000, 300_000])).toEqual({
    low: 100_000,
    high: 300_000,
  });
  expect(innerInterval({ low: 0, high: 290_000 }, [0, 110_000, 290_000, 300_000])).toBeNull();
  expect(innerInterval({ low: 110_000, high: 300_000 }, [0, 110_000, 290_000, 300_000])).toBeNull();
});

/** Up to seven parts of up to nine women: nothing, a little, an ordinary month, or far more than all others. */
const amount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 900 }),
  fc.integer({ min: 20_000, max: 400_000 }),
  fc.integer({ min: 1_000_000, max: 9_000_000 }),
);
const table = fc.array(fc.array(amount, { maxLength: 9 }), { minLength: 1, maxLength: 7 });

describe('who subtracts', () => {
  test('learns of no hidden part that it is above zero, or less than twice what any woman in it has', () => {
    let attacked = 0;
    fc.assert(
      fc.property(table, fc.boolean(), (groups, isCount) => {
        const all = groups.map((amounts) => (isCount ? countPart(amounts.length) : partOf(amounts)));
        const parts = new Map(all.map((part, index) => [String(index), part]));
        const total = joinParts(all);
        const hidden = hiddenParts(parts);
        for (const [key, part] of parts) if (!hidden.has(key)) expect(isPublishable(part)).toBe(true);
        // A total that may not be shown is hidden, and all its parts with it.
        if (!isPublishable(total)) {
          expect(hidden.size).toBe(parts.size);
          return;
        }
        // Who subtracts may also know which parts are empty.
        const shown = all.map((part, index) =>
          hidden.has(String(index)) && part.women > 0 ? null : exactly(part.total),
        );
        for (const [index, reach] of reachOf(exactly(total.total), shown).entries()) {
          const part = all[index];
          if (!reach || !part) continue;
          attacked += 1;
          expect(reach.low).toBe(0);
          expect(reach.high).toBeGreaterThanOrEqual(Math.max(2 * part.largest, part.total, isCount ? 5 : 0));
          expect(reach.high).toBeGreaterThan(part.total);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(attacked).toBeGreaterThan(1_000);
  });
});
