// The one definition of a woman's month: what the orders, the cash book and the check-ins say, as one SQL query.
import { Prisma } from '#app/generated/prisma/client.ts';
import { monthSpan } from '../dates.ts';

/** Whole rupiah; null = nobody told us, which is never zero. */
export interface MonthFigures {
  readonly verifiedRupiah: number;
  readonly verifiedOrders: number;
  readonly recordedSalesRupiah: number;
  readonly recordedCostsRupiah: number;
  readonly reportedProfitRupiah: number | null;
  readonly reportedTakingsRupiah: number | null;
  readonly reportedSold: string | null;
}

interface Cell {
  readonly personId: string;
  readonly month: string;
}

/**
 * Rows (personId, month, seven figures), for one woman and month or for everybody.
 * Verified: goods of orders completed in the WIB month, less what was paid back for them, never below zero (a full refund
 * returns the delivery fee too). Recorded: cash entries not struck. Reported: the newest answer; not selling is a real zero.
 */
export function monthSources(only?: Cell): Prisma.Sql {
  return Prisma.sql`
    with verified as (${verified(only)}), recorded as (${recorded(only)}), reported as (${reported(only)}),
    cells as (${
      only
        ? Prisma.sql`select ${only.personId}::uuid as "personId", ${only.month}::text as month`
        : Prisma.sql`select "personId", month from verified union select "personId", month from recorded
            union select "personId", month from reported`
    })
    select cells."personId", cells.month,
      coalesce(verified.rupiah, 0) as "verifiedRupiah", coalesce(verified.orders, 0) as "verifiedOrders",
      coalesce(recorded.sales, 0) as "recordedSalesRupiah", coalesce(recorded.costs, 0) as "recordedCostsRupiah",
      reported.profit as "reportedProfitRupiah", reported.takings as "reportedTakingsRupiah",
      reported.sold as "reportedSold"
    from cells left join verified using ("personId", month) left join recorded using ("personId", month)
      left join reported using ("personId", month)`;
}

function verified(only?: Cell): Prisma.Sql {
  const span = only && monthSpan(only.month);
  return Prisma.sql`
    select s."personId", to_char(o."completedAt" at time zone 'Asia/Jakarta', 'YYYY-MM') as month,
      sum(greatest(o."itemsRupiah" - o."discountRupiah" - coalesce(back.rupiah, 0), 0))::int as rupiah,
      count(*)::int as orders
    from "Order" o join "Shop" s on s.id = o."shopId"
      left join lateral (select sum(r."amountRupiah") as rupiah from "Refund" r
        where r."orderId" = o.id and r."paidAt" is not null) back on true
    where o."completedAt" is not null ${
      span
        ? Prisma.sql`and s."personId" = ${only.personId}::uuid
            and o."completedAt" >= ${span.from} and o."completedAt" < ${span.until}`
        : Prisma.empty
    }
    group by 1, 2`;
}

function recorded(only?: Cell): Prisma.Sql {
  return Prisma.sql`
    select "personId", to_char("happenedOn", 'YYYY-MM') as month,
      (sum("amountRupiah") filter (where kind = 'sale_outside'))::int as sales,
      (sum("amountRupiah") filter (where kind = 'cost'))::int as costs
    from "CashEntry"
    where "struckAt" is null ${
      only
        ? Prisma.sql`and "personId" = ${only.personId}::uuid and "happenedOn" >= ${`${only.month}-01`}::date
            and "happenedOn" < ${`${only.month}-01`}::date + interval '1 month'`
        : Prisma.empty
    }
    group by 1, 2`;
}

function reported(only?: Cell): Prisma.Sql {
  return Prisma.sql`
    select distinct on ("personId", month) "personId", month, sold,
      case when sold = 'yes' then "profitRupiah" else coalesce("profitRupiah", 0) end as profit,
      case when sold = 'yes' then "takingsRupiah" else 0 end as takings
    from "CheckIn" ${
      only ? Prisma.sql`where "personId" = ${only.personId}::uuid and month = ${only.month}` : Prisma.empty
    }
    order by "personId", month, revision desc`;
}
