// Invariants 5 to 9: decisions, income, links, what was bought, and who moved what.
import { Prisma } from '#app/generated/prisma/client.ts';
import { goodsFingerprintSql } from '../purchases/goods-fingerprint.server.ts';
import { monthSources } from '../sales/month-sources.server.ts';
import type { Check } from './check.ts';
import { MOVERS } from './movers.ts';

const movers = Prisma.join(MOVERS.map(([from, to, kind]) => Prisma.sql`(${from}::text, ${to}::text, ${kind}::text)`));

/** Each status event of an order with the one before it. */
const moves = Prisma.sql`
  select e.*, substr(e.kind, 7) as moved_to,
    lag(substr(e.kind, 7)) over (partition by e."subjectId" order by e.at, e.id) as moved_from,
    row_number() over (partition by e."subjectId" order by e.at desc, e.id desc) as age
  from "Event" e where e."subjectKind" = 'order' and e.kind in ('order.pending', 'order.confirmed', 'order.making',
    'order.ready', 'order.shipped', 'order.delivered', 'order.completed', 'order.expired', 'order.cancelled', 'order.returned')`;

/** Whose the order of a move `m` was then, where it went to another maker later. */
const shopAt = Prisma.sql`
  select r."fromShopId" from "Reassignment" r
  where r."orderId" = o.id and r.status = 'agreed' and r."answeredAt" >= m.at order by r."answeredAt" limit 1`;

export const ORDER_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    name: 'no order is completed while a bank asks for its money',
    broken: Prisma.sql`
      select o.number as subject, 'dispute ' || d.id as detail
      from "Order" o join "Payment" p on p."purchaseId" = o."purchaseId" and p."orderId" is null
        join "CardDispute" d on d."paymentId" = p.id
      where o."completedAt" > d."openedAt" and (d."closedAt" is null or d."closedAt" > o."completedAt")`,
  },
  {
    invariant: 5,
    name: 'no clock ends an order whose receipt is unread',
    broken: Prisma.sql`
      select o.number as subject, o.status || ' with a receipt of ' || f."submittedAt" as detail
      from "Order" o join "Payment" p on p."orderId" = o.id join "PaymentProof" f on f."paymentId" = p.id
        join "Event" e on e."subjectId" = o.id::text and e."actorKind" = 'system' and e.kind = 'order.expired'
      where f."submittedAt" <= e.at and (f."reviewedAt" is null or f."reviewedAt" > e.at)`,
  },
  {
    invariant: 6,
    name: 'verified income of a month is its completed orders less what went back',
    broken: Prisma.sql`
      select coalesce(kept."personId", sources."personId") || ' ' || coalesce(kept.month, sources.month) as subject,
        coalesce(kept."verifiedRupiah", 0) || ' kept, ' || coalesce(sources."verifiedRupiah", 0) || ' in orders' as detail
      from (${monthSources()}) sources full join "PersonMonth" kept
        on kept."personId" = sources."personId" and kept.month = sources.month
      where (coalesce(kept."verifiedRupiah", 0), coalesce(kept."verifiedOrders", 0))
        <> (coalesce(sources."verifiedRupiah", 0), coalesce(sources."verifiedOrders", 0))`,
  },
  {
    invariant: 7,
    name: 'everything under a purchase is of that purchase, everything under an order of its shop',
    broken: Prisma.sql`
      select p.id::text as subject, 'a payment of another purchase' as detail
        from "Payment" p join "Order" o on o.id = p."orderId" where o."purchaseId" <> p."purchaseId"
      union all select r.id::text, 'a refund of another purchase'
        from "Refund" r join "Payment" p on p.id = r."paymentId" join "Order" o on o.id = r."orderId"
        where o."purchaseId" <> p."purchaseId"
      union all select l.id::text, 'a mat of another shop'
        from "OrderLine" l join "Order" o on o.id = l."orderId" join "Variant" v on v.id = l."variantId"
          join "Listing" g on g.id = v."listingId" where g."shopId" <> o."shopId"`,
  },
  {
    invariant: 7,
    name: 'no link can be guessed',
    broken: Prisma.sql`select number as subject, 'a link of ' || length(token) || ' letters' as detail
      from "Purchase" where length(token) < 22`,
  },
  {
    invariant: 8,
    name: 'title, size, photo, price and fee are those of the day it was placed',
    broken: Prisma.sql`
      select o.number as subject, 'changed since it was placed' as detail from "Order" o
        join "Event" e on e."subjectId" = o.id::text and e.kind = 'order.pending'
      where e.facts ? 'goods' and e.facts ->> 'goods' <> ${goodsFingerprintSql(Prisma.sql`o.id`)}`,
  },
  {
    invariant: 9,
    name: 'the state of an order is where its last event left it',
    broken: Prisma.sql`
      select o.number as subject, o.status || ', but its last event says ' || coalesce(m.moved_to, 'nothing') as detail
      from "Order" o left join (${moves}) m on m."subjectId" = o.id::text and m.age = 1
      where m.moved_to is distinct from o.status`,
  },
  {
    invariant: 9,
    name: 'nobody moved an order along an edge that is not theirs',
    broken: Prisma.sql`
      select o.number as subject,
        m.moved_from || ' to ' || m.moved_to || ' by ' || m."actorKind" || coalesce(' ' || a.role, '') as detail
      from (${moves}) m join "Order" o on o.id::text = m."subjectId"
        join "Shop" s on s.id = coalesce((${shopAt}), o."shopId")
        left join "Account" a on a.id = m."actorId"
      where m.moved_from is not null and not exists (
        select from (values ${movers}) as edge (moved_from, moved_to, mover)
        where edge.moved_from = m.moved_from and edge.moved_to = m.moved_to and edge.mover = case
          when m."actorKind" <> 'account' then m."actorKind"
          when a."personId" = s."personId" then 'maker'
          when m."onBehalfOfId" = s."personId" then 'maker'
          when a.role = 'maker' then 'another maker'
          else a.role end)`,
  },
  {
    invariant: 9,
    name: 'a buyer cancels what is confirmed only when another maker makes it or the promise is broken',
    broken: Prisma.sql`
      select o.number as subject, 'cancelled by the buyer from ' || m.moved_from as detail
      from (${moves}) m join "Order" o on o.id::text = m."subjectId"
      where m.moved_to = 'cancelled' and m."actorKind" = 'buyer' and m.moved_from <> 'pending'
        and not exists (select from "Reassignment" r where r."orderId" = o.id and r.status = 'agreed' and r."answeredAt" <= m.at)
        and not (m.moved_from = 'making' and o."promisedOn" + 2 < (m.at at time zone 'Asia/Jakarta')::date)`,
  },
  {
    invariant: 9,
    name: 'an order is with the maker who took it over last',
    broken: Prisma.sql`
      select o.number as subject, 'taken over by shop ' || last."toShopId" || ', but with ' || o."shopId" as detail
      from "Order" o join lateral (select r."toShopId" from "Reassignment" r
        where r."orderId" = o.id and r.status = 'agreed' order by r."answeredAt" desc, r.id desc limit 1) last on true
      where last."toShopId" <> o."shopId"`,
  },
];
