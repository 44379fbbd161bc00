// Invariants 2 and 3: no mat is promised twice, and every hold ends once, with its order.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Check } from './check.ts';

export const STOCK_CHECKS: readonly Check[] = [
  {
    invariant: 2,
    name: 'what a variant holds is its active holds, and is on hand',
    broken: Prisma.sql`
      select v.id::text as subject, v.held || ' held, ' || coalesce(sum(h.quantity), 0) || ' in holds, ' || v."onHand" || ' on hand' as detail
      from "Variant" v left join "Hold" h on h."variantId" = v.id and h.status = 'active' and h."weekOn" is null
      group by v.id
      having v.held <> coalesce(sum(h.quantity), 0) or v.held > v."onHand" or v.held < 0 or v."onHand" < 0`,
  },
  {
    invariant: 2,
    name: 'what a week promises is what was ordered of it, and fits',
    broken: Prisma.sql`
      select w."variantId" || ' ' || w."weekOn" as subject, w.held || ' held of ' || w.capacity as detail
      from "VariantWeek" w left join "Hold" h
        on h."variantId" = w."variantId" and h."weekOn" = w."weekOn" and h.status <> 'released'
      group by w."variantId", w."weekOn"
      having w.held <> coalesce(sum(h.quantity), 0) or w.held > w.capacity`,
  },
  {
    invariant: 3,
    name: 'an order holds its mats while it lives, uses them when they leave, frees them when it ends',
    broken: Prisma.sql`
      select o.number as subject, o.status || ': ' || held.active || ' active, ' || held.consumed || ' used, ' || lines.quantity || ' ordered' as detail
      from "Order" o
        cross join lateral (select coalesce(sum(quantity) filter (where status = 'active'), 0) as active,
          coalesce(sum(quantity) filter (where status = 'consumed'), 0) as consumed from "Hold" where "orderId" = o.id) held
        cross join lateral (select coalesce(sum(quantity), 0) as quantity from "OrderLine" where "orderId" = o.id) lines
      where (held.active, held.consumed) is distinct from (
        case when o.status in ('pending', 'confirmed', 'making', 'ready') then lines.quantity else 0 end,
        case when o.status in ('shipped', 'delivered', 'completed', 'returned') then lines.quantity else 0 end)`,
  },
  {
    invariant: 3,
    name: 'a hold that ended says when, one that did not does not',
    broken: Prisma.sql`
      select id::text as subject, status as detail from "Hold" where (status = 'active') <> ("endedAt" is null)`,
  },
  {
    invariant: 3,
    name: 'nothing ends twice',
    broken: Prisma.sql`
      select "subjectId" as subject, kind || ' ' || count(*) || ' times' as detail from "Event"
      where kind in ('order.shipped', 'order.delivered', 'order.completed', 'order.cancelled', 'order.returned',
        'payment.settled') group by "subjectId", kind having count(*) > 1`,
  },
];
