// What an analyst is shown of a cohort and of its villages, cell by cell.
import { describe, expect, test } from 'vitest';
import { seriesOf } from '#app/domain/outcomes/outcome-series.ts';
import type { GraduateRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { outcomeView } from '#app/domain/outcomes/outcome-view.ts';
import { seriesRowsOf, womanOf } from '#tests/support/samples/graduate-rows.ts';

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
const shown = (women: readonly GraduateRow[], villageCode?: string) =>
  outcomeView(women, { month: MONTH, isPublished: true }).figures({
    cohortSlug: 'a',
    villageCode,
    withBootstrap: true,
  });

describe('what is shown of a cohort', () => {
  test('is rounded: women to five, rupiah to 50.000, shares as of the rounded women', () => {
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

  test('has a verified share only where the sales of the others are nobody’s or of five', () => {
    expect(shown(TWELVE)?.verifiedShare).toBeCloseTo(0.2, 10);
    expect(shown(TWELVE.slice(0, 11))?.verifiedShare).toBe('hidden');
    expect(shown(TWELVE.slice(0, 7))?.verifiedShare).toBeCloseTo(0.2, 10);
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
    expect(shown(women, 'v')?.verifiedRupiah).toBe(650_000);
  });

  test('has no verified sales beside a cohort of three sellers, nor have its villages, and the chart agrees', () => {
    const beside = TWELVE.slice(0, 3).map((row) => ({ ...row, cohortSlug: 'b' }));
    const women = [...TWELVE, ...beside];
    const chart = (villageCode?: string) =>
      seriesOf(seriesRowsOf(women, MONTH), { from: MONTH, cohortSlug: 'a', villageCode, small: new Set() })[0];
    for (const village of [undefined, 'v']) {
      expect(shown(women, village)).toMatchObject({ verifiedRupiah: 'hidden', reportedRupiah: 3_500_000 });
      expect(chart(village)).toMatchObject({ verifiedRupiah: 'hidden', reportedRupiah: 3_500_000 });
    }
  });

  test('to who may open the files everything, as it is', () => {
    const view = outcomeView(TWELVE.slice(0, 2), { month: MONTH, isPublished: false });
    expect(view.figures({ cohortSlug: 'a' })).toMatchObject({
      graduates: 2,
      verifiedRupiah: 200_000,
      profit: { n: 2 },
    });
    expect(view.small('a')).toBeNull();
  });
});
