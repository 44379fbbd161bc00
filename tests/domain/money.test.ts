// Whole rupiah: written, read and split without losing one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFigure, formatRupiah, parseRupiah, splitByLargestRemainder } from '#app/domain/money.ts';

const MOST = 2_147_483_647;
const amount = fc.integer({ min: 0, max: MOST });

describe('formatRupiah', () => {
  it.each([
    [0, 'Rp\u00A00'],
    [999, 'Rp\u00A0999'],
    [25_000, 'Rp\u00A025.000'],
    [1_234_567, 'Rp\u00A01.234.567'],
    [-8_000, '−Rp\u00A08.000'],
  ])('%d is written %s', (rupiah, text) => expect(formatRupiah(rupiah)).toBe(text));

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (value) => {
    expect(() => formatRupiah(value)).toThrow(RangeError);
  });
});

it.each([
  [0, '0'],
  [1_234_567, '1.234.567'],
  [-5_000, '−5.000'],
])('%d is written %s where the unit is named beside it', (rupiah, text) => expect(formatFigure(rupiah)).toBe(text));

describe('parseRupiah', () => {
  it.each([
    ['25000', 25_000],
    [' 25.000 ', 25_000],
    ['Rp 25.000', 25_000],
    ['rp25.000', 25_000],
    ['Rp. 300.000,-', 300_000],
    ['25.000,00', 25_000],
    ['1.250.000', 1_250_000],
    ['300rb', 300_000],
    ['300 ribu', 300_000],
    ['15k', 15_000],
    ['1,5 jt', 1_500_000],
    ['1,125 juta', 1_125_000],
    ['2.5jt', 2_500_000],
    ['0', 0],
  ])('%j is %d', (text, rupiah) => expect(parseRupiah(text)).toBe(rupiah));

  it.each(['', '-', 'tidak tentu', '25.00', '2.5000', '1,5', '-5000', '5e3', '0x10', '25.000,50', '٣', 'Rp'])(
    '%j is no amount',
    (text) => expect(parseRupiah(text)).toBeNull(),
  );

  it('does not guess at 1.500rb, which may be 1.500 or 1.500.000', () => expect(parseRupiah('1.500rb')).toBeNull());

  it('reads back whatever was written', () => {
    fc.assert(fc.property(amount, (rupiah) => void expect(parseRupiah(formatRupiah(rupiah))).toBe(rupiah)));
  });

  it('gives whole rupiah or nothing, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constantFrom('', 'rb', ' jt', 'k', ',-'))
        .map(([n, unit]) => `${n}${unit}`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const rupiah = parseRupiah(text);
        expect(rupiah === null || (Number.isSafeInteger(rupiah) && rupiah >= 0)).toBe(true);
      }),
    );
  });
});

describe('splitByLargestRemainder', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [3, 3, 1], [4, 4, 2]],
    [7, [0, 0], [7, 0]],
    [0, [5, 5], [0, 0]],
    [-100, [1, 1, 1], [-33, -33, -34]],
    [5_000, [35_000, 0, 15_000], [3_500, 0, 1_500]],
  ])('%d over %j is %j', (total, weights, parts) => expect(splitByLargestRemainder(total, weights)).toEqual(parts));

  it.each([[[]], [[-1, 2]], [[0.5]], [[Number.NaN, 1]]])('refuses weights %j', (weights) => {
    expect(() => splitByLargestRemainder(10, weights)).toThrow(RangeError);
  });

  it('loses nothing, and stays within one rupiah of the exact share, also for the largest amounts', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 12 }), (total, weights) => {
        const parts = splitByLargestRemainder(total, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
        if (sum === 0n) return;
        for (const [index, weight] of weights.entries()) {
          const floor = (BigInt(total) * BigInt(weight)) / sum;
          expect([floor, floor + 1n]).toContain(BigInt(parts[index] ?? -1));
        }
      }),
    );
  });
});
