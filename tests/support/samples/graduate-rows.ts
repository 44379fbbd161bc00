// A graduate's row without a database, and the months of the chart made of such rows.
import type { GraduateRow, SeriesRow } from '#app/domain/outcomes/outcome-sources.server.ts';
import { partOf } from '#app/domain/published-cells.ts';

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

/** As the database gives them, of `month`. */
export function seriesRowsOf(women: readonly GraduateRow[], month: string): SeriesRow[] {
  const groups = Map.groupBy(women, (row) => `${row.cohortSlug} ${row.villageCode}`);
  return [...groups.values()].map((group) => ({
    month,
    cohortSlug: group[0]?.cohortSlug ?? '',
    villageCode: group[0]?.villageCode ?? null,
    verified: partOf(group.map((row) => row.verifiedRupiah)),
    recorded: partOf(group.map((row) => row.recordedSalesRupiah)),
    reported: partOf(group.map((row) => row.reportedTakingsRupiah)),
    profits: group.flatMap((row) => row.reportedProfitRupiah ?? []),
  }));
}
