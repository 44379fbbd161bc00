// Proves PersonMonth from scratch: every row compared with what its sources say today.
import type { Reader } from '../database.ts';
import { type MonthFigures, monthSources } from './month-sources.server.ts';

export interface RollupDifference {
  readonly personId: string;
  readonly month: string;
  /** Null when the row is missing (or nothing is behind it). */
  readonly kept: MonthFigures | null;
  readonly sources: MonthFigures | null;
}

/** Empty when every rollup equals its sources. A missing row equals a month about which nothing is known. */
export async function listRollupDifferences(db: Reader): Promise<RollupDifference[]> {
  return db.$queryRaw<RollupDifference[]>`
    select coalesce(kept."personId", sources."personId") as "personId", coalesce(kept.month, sources.month) as month,
      to_jsonb(kept) - 'personId' - 'month' as kept, to_jsonb(sources) - 'personId' - 'month' as sources
    from (${monthSources()}) sources
      full join "PersonMonth" kept on kept."personId" = sources."personId" and kept.month = sources.month
    where (coalesce(kept."verifiedRupiah", 0), coalesce(kept."verifiedOrders", 0),
        coalesce(kept."recordedSalesRupiah", 0), coalesce(kept."recordedCostsRupiah", 0),
        kept."reportedProfitRupiah", kept."reportedTakingsRupiah", kept."reportedSold")
      is distinct from (coalesce(sources."verifiedRupiah", 0), coalesce(sources."verifiedOrders", 0),
        coalesce(sources."recordedSalesRupiah", 0), coalesce(sources."recordedCostsRupiah", 0),
        sources."reportedProfitRupiah", sources."reportedTakingsRupiah", sources."reportedSold")
    order by 2, 1`;
}
