// Keeps one row of PersonMonth equal to its sources. Every command that touches a source calls this in its transaction.
import type { Transaction } from '../database.ts';
import { monthSources } from './month-sources.server.ts';

/** `month` is `YYYY-MM` (WIB). Recomputes the row from scratch, so calling it twice is harmless. */
export async function refreshPersonMonth(tx: Transaction, personId: string, month: string): Promise<void> {
  // Without turns, two commands of one month would each sum without the other's row and the later one would win.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`month ${personId} ${month}`}, 0))`;
  await tx.$executeRaw`
    insert into "PersonMonth" ("personId", month, "verifiedRupiah", "verifiedOrders", "recordedSalesRupiah",
      "recordedCostsRupiah", "reportedProfitRupiah", "reportedTakingsRupiah", "reportedSold")
    ${monthSources({ personId, month })}
    on conflict ("personId", month) do update set
      "verifiedRupiah" = excluded."verifiedRupiah", "verifiedOrders" = excluded."verifiedOrders",
      "recordedSalesRupiah" = excluded."recordedSalesRupiah", "recordedCostsRupiah" = excluded."recordedCostsRupiah",
      "reportedProfitRupiah" = excluded."reportedProfitRupiah",
      "reportedTakingsRupiah" = excluded."reportedTakingsRupiah", "reportedSold" = excluded."reportedSold"`;
}
