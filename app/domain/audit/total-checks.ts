// Invariants 1 and 4: what was asked, paid, given back and booked is the same money.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Check } from './check.ts';

/** A second payment of the same purchase was never asked for. */
const ASKED = Prisma.sql`not exists (select from "Refund" r where r."paymentId" = p.id and r.reason = 'paid_twice')`;

export const TOTAL_CHECKS: readonly Check[] = [
  {
    invariant: 1,
    name: 'a purchase is the sum of its orders',
    broken: Prisma.sql`
      select p.number as subject, p."totalRupiah" || ' is not ' || coalesce(sum(o."totalRupiah"), 0) as detail
      from "Purchase" p left join "Order" o on o."purchaseId" = p.id group by p.id
      having (p."itemsRupiah", p."deliveryRupiah", p."discountRupiah", p."totalRupiah") is distinct from
        (sum(o."itemsRupiah")::int, sum(o."deliveryRupiah")::int, sum(o."discountRupiah")::int, sum(o."totalRupiah")::int)`,
  },
  {
    invariant: 1,
    name: 'an order is the sum of its lines',
    broken: Prisma.sql`
      select o.number as subject, o."itemsRupiah" || ' is not ' || coalesce(sum(l."unitPriceRupiah" * l.quantity), 0) as detail
      from "Order" o left join "OrderLine" l on l."orderId" = o.id group by o.id
      having o."itemsRupiah" is distinct from sum(l."unitPriceRupiah" * l.quantity)::int`,
  },
  {
    invariant: 1,
    name: 'the payments asked are the total',
    broken: Prisma.sql`
      select u.number as subject, u."totalRupiah" || ' asked as ' || coalesce(sum(p."amountRupiah"), 0) as detail
      from "Purchase" u left join "Payment" p on p."purchaseId" = u.id and ${ASKED} group by u.id
      having u."totalRupiah" is distinct from coalesce(sum(p."amountRupiah"), 0)::int`,
  },
  {
    invariant: 1,
    name: 'a payment knows what went back and what is owed',
    broken: Prisma.sql`
      select p.id::text as subject, p."refundedRupiah" || ' back, ' || p."refundDueRupiah" || ' owed' as detail
      from "Payment" p left join "Refund" r on r."paymentId" = p.id group by p.id
      having p."refundedRupiah" <> coalesce(sum(r."amountRupiah") filter (where r.status = 'paid'), 0)
        or p."refundDueRupiah" <> coalesce(sum(r."amountRupiah") filter (where r.status in ('due', 'sent', 'failed')), 0)`,
  },
  {
    invariant: 1,
    name: 'no order gives back more than it cost',
    broken: Prisma.sql`
      select o.number as subject, sum(r."amountRupiah") || ' of ' || o."totalRupiah" as detail
      from "Order" o join "Refund" r on r."orderId" = o.id and r.status <> 'void' group by o.id
      having sum(r."amountRupiah") > o."totalRupiah"`,
  },
  {
    invariant: 4,
    name: 'every entry balances',
    broken: Prisma.sql`
      select e.kind || ' ' || e."sourceId" as subject, 'sums to ' || coalesce(sum(l."amountRupiah"), 0) as detail
      from "LedgerEntry" e left join "LedgerLine" l on l."entryId" = e.id group by e.id
      having coalesce(sum(l."amountRupiah"), 1) <> 0`,
  },
  {
    invariant: 4,
    name: 'captured less refunded is what the ledger says, for every purchase',
    broken: Prisma.sql`
      with paid as (
        select p."purchaseId", sum(p."amountRupiah" - coalesce(back.rupiah, 0)) as rupiah
        from "Payment" p left join lateral (select sum(r."amountRupiah") as rupiah from "Refund" r
          where r."paymentId" = p.id and r.status = 'paid') back on true
        where p."gatewayIntentId" is not null group by 1),
      booked as (
        select coalesce(p."purchaseId", q."purchaseId") as "purchaseId", sum(l."amountRupiah") as rupiah
        from "LedgerEntry" e join "LedgerLine" l on l."entryId" = e.id and l.account in ('gateway', 'bank')
          left join "Payment" p on e.kind = 'payment_settled' and p.id::text = e."sourceId"
          left join "Refund" r on e.kind in ('refund_paid', 'dispute_lost') and r.id::text = e."sourceId"
          left join "Payment" q on q.id = r."paymentId"
        where e.kind in ('payment_settled', 'refund_paid', 'dispute_lost') group by 1)
      select coalesce(u.number, 'of no purchase') as subject,
        coalesce(paid.rupiah, 0) || ' paid, ' || coalesce(booked.rupiah, 0) || ' booked' as detail
      from paid full join booked using ("purchaseId") left join "Purchase" u on u.id = "purchaseId"
      where coalesce(paid.rupiah, 0) <> coalesce(booked.rupiah, 0)`,
  },
  {
    invariant: 4,
    name: 'a maker is owed what her completed card orders brought, less what went back',
    broken: Prisma.sql`
      with earned as (
        select 'maker:' || o."shopId" as account,
          sum(greatest(o."totalRupiah" - coalesce(before.rupiah, 0) - o."platformFeeRupiah", 0) - coalesce(after.rupiah, 0)) as rupiah
        from "Order" o
          left join lateral (select sum(r."amountRupiah") as rupiah from "Refund" r where r."orderId" = o.id
            and r.status = 'paid' and not exists (${chargedTo()})) before on true
          left join lateral (select sum(r."amountRupiah") as rupiah from "Refund" r where r."orderId" = o.id
            and r.status = 'paid' and exists (${chargedTo()})) after on true
        where o.method = 'card' and o."completedAt" is not null group by 1),
      owed as (select account, -sum("amountRupiah") as rupiah from "LedgerLine" where account like 'maker:%' group by 1)
      select account as subject, coalesce(earned.rupiah, 0) || ' earned, ' || coalesce(owed.rupiah, 0) || ' owed' as detail
      from earned full join owed using (account) where coalesce(earned.rupiah, 0) <> coalesce(owed.rupiah, 0)`,
  },
];

/** Whether the refund `r` of the order `o` was taken from the maker, because it came after her order was completed. */
function chargedTo(): Prisma.Sql {
  return Prisma.sql`select from "LedgerEntry" e join "LedgerLine" l on l."entryId" = e.id
    where e."sourceId" = r.id::text and l.account = 'maker:' || o."shopId"`;
}
