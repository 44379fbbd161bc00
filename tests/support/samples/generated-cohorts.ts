// Random graduates of two cohorts in four villages, for tests that attack what is published of them.
import fc from 'fast-check';
import type { GraduateRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { womanOf } from './graduate-rows.ts';

export const MONTH = '2026-10';
export const SOURCES = [
  ['verifiedRupiah', (row: GraduateRow) => row.verifiedRupiah],
  ['recordedRupiah', (row: GraduateRow) => row.recordedSalesRupiah],
  ['reportedRupiah', (row: GraduateRow) => row.reportedTakingsRupiah],
] as const;
export const COUNTS = [
  ['graduates', () => 1],
  ['answered', (row: GraduateRow) => (row.reportedSold === null ? null : 1)],
] as const;

const ordinary = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 60_000 }),
  fc.integer({ min: 100_000, max: 400_000 }),
);

const womanWith = (rupiah: fc.Arbitrary<number>) =>
  fc
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

/** Nothing, a little, an ordinary month. */
export const woman = womanWith(ordinary);
/** Of many sizes, in which one may have far more than all others. */
export const cohorts = fc.array(womanWith(fc.oneof({ weight: 3, arbitrary: ordinary }, fc.constant(6_000_000))), {
  minLength: 1,
  maxLength: 60,
});
/** Large enough that most of their cells are shown. */
export const largeCohorts = fc.array(woman, { minLength: 25, maxLength: 70 });
/** Of makers who are in no cohort. */
export const sales = fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 6 });
