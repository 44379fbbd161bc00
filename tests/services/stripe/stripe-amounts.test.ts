// Rupiah and Stripe's hundredths.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromStripeAmount, roundStripeFee, toStripeAmount } from '#app/services/stripe/stripe-amounts.ts';

test('25.000 rupiah are 2.500.000 at Stripe, and back', () => {
  expect(toStripeAmount(25_000)).toBe(2_500_000);
  expect(fromStripeAmount(2_500_000)).toBe(25_000);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (rupiah) => {
      expect(fromStripeAmount(toStripeAmount(rupiah))).toBe(rupiah);
    }),
  );
});

test('fractions, negatives and amounts beyond counting throw', () => {
  for (const wrong of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER]) {
    expect(() => toStripeAmount(wrong)).toThrow(RangeError);
  }
  for (const wrong of [1, 150, Number.NaN]) expect(() => fromStripeAmount(wrong)).toThrow(RangeError);
  expect(fromStripeAmount(-2_500)).toBe(-25);
});

test('a fee with a fraction of a rupiah is rounded half up', () => {
  expect([35_849, 35_850, 35_900].map(roundStripeFee)).toEqual([358, 359, 359]);
});
