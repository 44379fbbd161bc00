// What our ledger says of the money at the gateway, by the gateway's own ids.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Reader } from '../database.ts';
import type { BookedSum } from './compare-books.ts';

/** Sums booked in the span, and those of the given ids whenever they were booked. */
export async function listBookedSums(
  reader: Reader,
  { from, to, sourceIds }: { from: Date; to: Date; sourceIds: readonly string[] },
): Promise<BookedSum[]> {
  const rows = await reader.$queryRaw<{ sourceId: string; rupiah: bigint; bookedAt: Date }[]>`
    select "sourceId", rupiah, "bookedAt" from (${bookedSums()}) booked
    where ("bookedAt" >= ${from} and "bookedAt" < ${to}) or "sourceId" = any(${[...sourceIds]}::text[])`;
  return rows.map(({ rupiah, ...row }) => ({ ...row, rupiah: Number(rupiah) }));
}

/** A payment under its intent with its fee taken off, refunds and disputes under their own id, payouts under theirs. */
function bookedSums(): Prisma.Sql {
  return Prisma.sql`
    select coalesce(p."gatewayIntentId", r."gatewayId", e."sourceId") as "sourceId",
      sum(l."amountRupiah")::bigint as rupiah, min(e."bookedAt") as "bookedAt"
    from "LedgerEntry" e join "LedgerLine" l on l."entryId" = e.id and l.account = 'gateway'
      left join "Payment" p on e.kind in ('payment_settled', 'gateway_fee') and p.id::text = e."sourceId"
      left join "Refund" r on e.kind in ('refund_paid', 'dispute_lost') and r.id::text = e."sourceId"
    group by 1`;
}
