// What an analyst is shown of a cohort and of its villages, cell by cell.
import { describe, expect, test } from 'vitest';
import type { GraduateRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { publishedEarnings, WHOLE } from '#app/domain/outcomes/published-groups.ts';
import { publish, womanOf } from '#tests/support/samples/graduate-rows.ts';

const MONTH = '2026-10';

const TWELVE = Array.from({ length: 12 }, (_, index) =>
  womanOf({
    personId: String(index),
    verifiedRupiah: 100_000,
    verifiedOrders: 1,
    ...(index < 7 ? { reportedProfitRupiah: 210_000 + index * 60_000, baselineRupiah: 100_000 } : {}),
    ...(index < 7 ? { reportedTakingsRupiah: 500_000, reportedSold: 'yes' } : {}),
  }),
);
const groupOf = (women: readonly GraduateRow[], villageCode = WHOLE, outside: readonly number[] = []) =>
  publish(women, { month: MONTH, outside }).find(
    (group) => group.cohortSlug === 'a' && group.villageCode === villageCode,
  );
const shown = (...choice: Parameters<typeof groupOf>) => groupOf(...choice)?.figures;

describe('what is shown of a cohort', () => {
  test('is rounded: women to five, medians to 50.000, sums to what one woman has, shares as of the rounded women', () => {
    expect(shown(TWELVE)).toMatchObject({
      ...{ graduates: 10, answered: 5, verifiedRupiah: 1_200_000, reportedRupiah: 3_500_000 },
      // 210, 270 … 570 thousand; their interval would end at the smallest and the largest of seven.
      profit: { value: 400_000, n: 5, interval: null },
      response: { value: 0.5, n: 10 },
    });
  });

  test('without a share where those with it or those without are too few', () => {
    expect(shown(TWELVE)?.betterOff).toEqual({ value: 'hidden', interval: null, n: 'hidden' });
  });

  test('has a verified share only where the sales of those who told and of the others are nobody’s or of five', () => {
    expect(shown(TWELVE)?.verifiedShare).toBe(0.2);
    expect(shown(TWELVE.slice(0, 11))?.verifiedShare).toBe('hidden');
    expect(shown(TWELVE.slice(0, 7))?.verifiedShare).toBe(0.2);
    const fewTold = TWELVE.map((row, index) => (index < 6 ? { ...row, verifiedRupiah: 0 } : row));
    expect(shown(fewTold)).toMatchObject({ verifiedShare: 'hidden', verifiedRupiah: 600_000 });
  });

  test('has a verified share of whole percent and rounded sums, from which neither sum can be computed', () => {
    const odd = TWELVE.map((row) => ({ ...row, verifiedRupiah: 100_003, reportedTakingsRupiah: 711_119 }));
    // 1.2 of 9 million to the nearest step; exact it would be 14.06 %.
    expect(shown(odd)?.verifiedShare).toBe(0.13);
  });

  test('of a village no share and no stage', () => {
    const better = TWELVE.map((row, index) => ({
      ...row,
      baselineRupiah: 300_000,
      reportedProfitRupiah: index < 6 ? 100_000 : 500_000,
    }));
    expect(shown(better)?.betterOff).toMatchObject({ value: 0.5, n: 10 });
    expect(shown(better, 'v')?.betterOff.value).toBe('hidden');
    const village = shown(TWELVE, 'v');
    expect(village).toMatchObject({ graduates: 10, verifiedShare: 'hidden', betterOff: { value: 'hidden' } });
    expect(new Set(Object.values(village?.stages ?? {}))).toEqual(new Set(['hidden']));
  });

  test('covers a village with one that is hidden as a whole already, not with a third', () => {
    const sellers = (villageCode: string, women: number, selling: number) =>
      Array.from({ length: women }, (_, index) =>
        womanOf({ villageCode, verifiedRupiah: index < selling ? 90_000 : 0 }),
      );
    // Four women of x are covered by the ten of w; of the sellers alone the seven of v would come next.
    const women = [...sellers('x', 4, 3), ...sellers('w', 10, 10), ...sellers('v', 12, 7)];
    expect(shown(women, 'w')).toBeNull();
    expect(shown(women, 'v')?.verifiedRupiah).toBe(600_000);
  });

  test('has no verified sales beside a cohort of three sellers, nor have its villages', () => {
    const beside = TWELVE.slice(0, 3).map((row) => ({ ...row, cohortSlug: 'b' }));
    for (const village of [WHOLE, 'v'])
      expect(shown([...TWELVE, ...beside], village)).toMatchObject({
        ...{ verifiedRupiah: 'hidden', reportedRupiah: 3_500_000 },
      });
  });

  test('has no verified sales beside three makers of no cohort, whose sales would be left of the total', () => {
    expect(shown(TWELVE, WHOLE, [90_000, 90_000, 90_000])?.verifiedRupiah).toBe('hidden');
    expect(shown(TWELVE, WHOLE, Array(5).fill(90_000))?.verifiedRupiah).toBe(1_200_000);
  });

  test('has the women of each band that five of them share, of whole cohorts and of those who told', () => {
    expect(groupOf(TWELVE)?.bands).toMatchObject({
      ...{ verified_sales: { '0-249999': 10 }, verified_orders: { '0-4': 10 }, reported_sold: { yes: 5 } },
      // 210 thousand of one woman, 270 … 450 of four, 510 and 570 of two.
      reported_profit: { '0-249999': 'hidden', '250000-499999': 'hidden', '500000-999999': 'hidden' },
      reported_takings: { '500000-999999': 5 },
    });
    expect(groupOf(TWELVE, 'v')).toMatchObject({ figures: { graduates: 10 }, bands: null });
  });

  test('is rounded by chance, all of a group by one draw', () => {
    const seen = [0, 0.3, 0.6, 0.9].map((draw) => publish(TWELVE, { month: MONTH, random: () => draw })[0]?.figures);
    expect(seen.map((figures) => figures?.graduates)).toEqual([10, 10, 15, 15]);
    expect(seen.map((figures) => figures?.answered)).toEqual([5, 5, 10, 10]);
    expect(seen.map((figures) => figures?.response.value)).toEqual([0.5, 0.5, 2 / 3, 2 / 3]);
    const draws = [0.9, 0.1];
    const [whole, village] = publish(TWELVE, { month: MONTH, random: () => draws.shift() ?? 0 });
    expect([whole?.figures?.graduates, village?.figures?.graduates]).toEqual([15, 10]);
  });
});

test('the home page has no sum of fewer than five makers, nor one of which one has more than half', () => {
  expect(
    publishedEarnings(
      [1, 1, 1, 1, 1].map((share) => share * 100_000),
      0,
    ),
  ).toEqual({
    ...{ makers: 5, rupiah: 500_000 },
  });
  expect(publishedEarnings(Array(6).fill(100_000), 0.9)).toEqual({ makers: 10, rupiah: 600_000 });
  expect(publishedEarnings([500_001, 200_000, 100_000, 100_000, 100_000], 0)).toBeNull();
  expect(publishedEarnings(Array(4).fill(100_000), 0)).toBeNull();
});
