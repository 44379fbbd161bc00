// What a maker sees of her money: the month's figures, her cash book, the orders behind them, what the ledger owes her.
import type { Reader } from '../database.ts';
import { monthSpan, toDateColumn } from '../dates.ts';

/** Orders under way: agreed or paid, and not yet completed. A pending order promises nothing. */
const UNDER_WAY = ['confirmed', 'making', 'ready', 'shipped', 'delivered'];

export interface MoneySummary {
  readonly earnedRupiah: number;
  readonly earnedOrders: number;
  readonly waitingRupiah: number;
  readonly waitingOrders: number;
  readonly soldOutsideRupiah: number;
  readonly costsRupiah: number;
  /** Held for her by the operator's account, all months together; 0 where buyers pay her directly. */
  readonly owedRupiah: number;
}

/** Figures of one WIB month, side by side; they are three sources and are never added together. */
export async function findMoneySummary(db: Reader, personId: string, month: string): Promise<MoneySummary> {
  const shop = await db.shop.findUnique({ where: { personId }, select: { id: true } });
  const [row, waiting, ledger] = await Promise.all([
    db.personMonth.findUnique({ where: { personId_month: { personId, month } } }),
    db.order.aggregate({
      where: { shop: { personId }, status: { in: UNDER_WAY } },
      _sum: { itemsRupiah: true, discountRupiah: true },
      _count: true,
    }),
    shop
      ? db.ledgerLine.aggregate({ where: { account: `maker:${shop.id}` }, _sum: { amountRupiah: true } })
      : Promise.resolve(null),
  ]);
  return {
    earnedRupiah: row?.verifiedRupiah ?? 0,
    earnedOrders: row?.verifiedOrders ?? 0,
    waitingRupiah: (waiting._sum.itemsRupiah ?? 0) - (waiting._sum.discountRupiah ?? 0),
    waitingOrders: waiting._count,
    soldOutsideRupiah: row?.recordedSalesRupiah ?? 0,
    costsRupiah: row?.recordedCostsRupiah ?? 0,
    // A credit (negative) on her account is money owed to her.
    owedRupiah: -Number(ledger?._sum.amountRupiah ?? 0) || 0,
  };
}

/** Her cash book of one month, newest first, struck lines included. */
export function listCashEntries(db: Reader, personId: string, month: string) {
  const { from, until } = columnSpan(month);
  return db.cashEntry.findMany({
    where: { personId, happenedOn: { gte: from, lt: until } },
    orderBy: [{ happenedOn: 'desc' }, { recordedAt: 'desc' }],
    select: {
      id: true,
      category: true,
      kind: true,
      amountRupiah: true,
      quantity: true,
      happenedOn: true,
      note: true,
      struckAt: true,
    },
  });
}

/** Orders completed in the month by the shops of these women, newest first: what the verified figure is made of, to the rupiah. */
export async function listEarnedOrders(db: Reader, personIds: readonly string[], month: string) {
  const { from, until } = monthSpan(month);
  const orders = await db.order.findMany({
    where: { shop: { personId: { in: [...personIds] } }, completedAt: { gte: from, lt: until } },
    orderBy: { completedAt: 'desc' },
    select: {
      ...{ id: true, number: true, itemsRupiah: true, discountRupiah: true, completedAt: true },
      shop: { select: { personId: true } },
      refunds: { where: { paidAt: { not: null } }, select: { amountRupiah: true } },
    },
  });
  return orders.map(({ id, number, completedAt, itemsRupiah, discountRupiah, shop, refunds }) => ({
    ...{ id, number, completedAt, personId: shop.personId },
    rupiah: Math.max(0, itemsRupiah - discountRupiah - refunds.reduce((sum, refund) => sum + refund.amountRupiah, 0)),
  }));
}

export interface LedgerMovement {
  readonly id: string;
  readonly bookedAt: Date;
  /** Positive: owed to her. Negative: paid out or taken back. */
  readonly rupiah: number;
  /** The order behind it, where it is one. */
  readonly orderNumber: string | null;
  readonly kind: string;
}

/** What the operator's account booked for her in the month, newest first. */
export async function listLedgerMovements(db: Reader, personId: string, month: string): Promise<LedgerMovement[]> {
  const { from, until } = monthSpan(month);
  const rows = await db.$queryRaw<
    { id: string; bookedAt: Date; rupiah: bigint; orderNumber: string | null; kind: string }[]
  >`
    select l.id, e."bookedAt", -l."amountRupiah" as rupiah, o.number as "orderNumber", e.kind
    from "LedgerLine" l join "LedgerEntry" e on e.id = l."entryId"
      join "Shop" s on l.account = 'maker:' || s.id
      left join "Refund" r on r.id::text = e."sourceId"
      left join "Order" o on o.id = coalesce(r."orderId", case when e.kind = 'order_completed' then e."sourceId"::uuid end)
    where s."personId" = ${personId}::uuid and e."bookedAt" >= ${from} and e."bookedAt" < ${until}
    order by e."bookedAt" desc, l.id desc`;
  return rows.map((row) => ({ ...row, rupiah: Number(row.rupiah) }));
}

/** The days of a month as date columns hold them; `until` is no longer in it. */
export function columnSpan(month: string) {
  const from = toDateColumn(`${month}-01`);
  return { from, until: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)) };
}
