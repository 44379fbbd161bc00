// Statistics against published values.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '#app/domain/outcomes/random-generator.ts';
import {
  bootstrapMedianInterval,
  median,
  medianInterval,
  quantile,
  wilsonInterval,
} from '#app/domain/outcomes/statistics.ts';

const oneTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('quantile, type 7', () => {
  // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .25, .5, .75, 1)) -> 1 1.75 3.5 5.25 9
  test.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 3.5],
    [0.75, 5.25],
    [1, 9],
  ])('at %d is %d as in R', (probability, expected) => {
    expect(quantile([3, 1, 4, 1, 5, 9, 2, 6], probability)).toBeCloseTo(expected, 12);
  });

  test('of nothing is nothing, not zero', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(median([])).toBeNull();
  });

  test('does not change the values given', () => {
    const values = [3, 1, 2];
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('median interval', () => {
  // Ranks of the 95 % interval of a median, e.g. Hollander & Wolfe 1999 or Conover 1999; R: qbinom(.025, n, .5).
  test.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [25, 8, 18],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %d values runs from rank %d to rank %d', (n, low, high) => {
    expect(medianInterval(oneTo(n))).toEqual({ low, high });
  });

  // Exact in whole numbers: the sum of choose(2000, i) from i = 0 to 955 is at most 2 ** 2000 / 40, to 956 it is more.
  test('of two thousand values ends, with the exact pair', () => {
    expect(medianInterval(oneTo(2_000))).toEqual({ low: 956, high: 1045 });
  });

  test('of five values or fewer there is none', () => {
    for (let n = 0; n <= 5; n++) expect(medianInterval(oneTo(n))).toBeNull();
  });
});

describe('Wilson interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test('of nobody there is none', () => expect(wilsonInterval(0, 0)).toBeNull());
});

describe('bootstrap interval of a median', () => {
  test('meets the exact bootstrap distribution', () => {
    // Efron 1979: for odd n, P(median* <= x(k)) = P(Binomial(n, k/n) >= (n + 1) / 2).
    const n = 11;
    const cumulative = oneTo(n).map((k) => binomialTail(n, k / n, (n + 1) / 2));
    const rankAt = (probability: number) => cumulative.findIndex((value) => value >= probability) + 1;
    const interval = bootstrapMedianInterval(oneTo(n), randomFrom(1), 20_000);
    expect(interval).toEqual({ low: rankAt(0.025), high: rankAt(0.975) });
  });

  test('is the same for the same seed', () => {
    const values = [120, -40, 300, 80, 10, 260, 90, 45];
    expect(bootstrapMedianInterval(values, randomFrom(7))).toEqual(bootstrapMedianInterval(values, randomFrom(7)));
  });

  test('holds the median and moves with the data', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 5, maxLength: 40 }), (values) => {
        const interval = bootstrapMedianInterval(values, randomFrom(3), 400);
        const moved = bootstrapMedianInterval(
          values.map((value) => value + 500),
          randomFrom(3),
          400,
        );
        const middle = median(values);
        if (!interval || !moved || middle === null) throw new Error('no interval');
        expect(interval.low).toBeLessThanOrEqual(middle);
        expect(interval.high).toBeGreaterThanOrEqual(middle);
        expect(moved.low).toBeCloseTo(interval.low + 500, 6);
        expect(moved.high).toBeCloseTo(interval.high + 500, 6);
      }),
      { numRuns: 60 },
    );
  });

  test('takes the mean of the two middle values of an even sample', () => {
    expect(bootstrapMedianInterval([5, 5, 5, 5, 5, 5], randomFrom(1), 50)).toEqual({ low: 5, high: 5 });
    const halves = bootstrapMedianInterval([0, 0, 0, 1, 1, 1], randomFrom(2), 2_000);
    expect(halves).toEqual({ low: 0, high: 1 });
  });

  test('of fewer than five there is none', () =>
    expect(bootstrapMedianInterval([1, 2, 3, 4], randomFrom(1))).toBeNull());
});

function binomialTail(n: number, probability: number, from: number): number {
  let tail = 0;
  for (let k = from; k <= n; k++) {
    const ways = oneTo(k).reduce((product, step) => (product * (n - k + step)) / step, 1);
    tail += ways * probability ** k * (1 - probability) ** (n - k);
  }
  return tail;
}
