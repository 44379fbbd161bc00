// A graduate's row without a database, and what is published of such rows.
import type { GraduateRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { drawOnce, type NewGroup, publishedGroups } from '#app/domain/outcomes/published-groups.ts';
import { NEAREST, partOf } from '#app/domain/published-cells.ts';

/** Of cohort a and village v; she told nothing and sold nothing. */
export function womanOf(overrides: Partial<GraduateRow>): GraduateRow {
  return {
    ...{ cohortSlug: 'a', graduatedOn: new Date('2026-04-24'), personId: 'p', villageCode: 'v', villageName: 'V' },
    ...{ baselineRupiah: null, verifiedRupiah: 0, verifiedOrders: 0, recordedSalesRupiah: 0, recordedCostsRupiah: 0 },
    ...{
      reportedProfitRupiah: null,
      reportedTakingsRupiah: null,
      reportedSold: null,
      months: [],
      hasPaidHelper: false,
    },
    ...overrides,
  };
}

/** What is published of a month with these graduates; `outside`: sales of makers of no cohort. */
export function publish(
  women: readonly GraduateRow[],
  {
    month,
    random = () => NEAREST,
    outside = [],
  }: { month: string; random?: () => number; outside?: readonly number[] },
): NewGroup[] {
  return publishedGroups(women, { month, random, drawFor: drawOnce(random), outside: partOf(outside) });
}
