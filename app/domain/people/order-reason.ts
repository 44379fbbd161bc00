// Orders of a woman's shop for which an officer should look in on her: unanswered, late, long on the way, or a receipt that nobody
// reads.
import type { Prisma } from '#app/generated/prisma/client.ts';
import { DAY_MS, startOfDay } from '../dates.ts';

/** No clock runs while a mat is on its way: after so long somebody has forgotten to say that it came, and it counts as no income. */
const LONG_ON_THE_WAY_DAYS = 7;

/** Where the clock has struck (`clockAt` is null) nothing moves by itself any more; an unanswered order shows after a day. */
export function ordersToSee(now: Date): Prisma.OrderWhereInput {
  return {
    OR: [
      { status: 'confirmed', confirmedAt: { lt: new Date(now.getTime() - DAY_MS) } },
      { status: { in: ['making', 'ready'] }, clockAt: null },
      { status: 'shipped', shippedAt: { lt: new Date(now.getTime() - LONG_ON_THE_WAY_DAYS * DAY_MS) } },
      { status: 'pending', clockAt: null, payments: { some: { status: 'proof_submitted' } } },
    ],
  };
}

export interface OrderToSee {
  readonly status: string;
  readonly placedAt: Date;
  readonly confirmedAt: Date | null;
  readonly readyAt: Date | null;
  readonly shippedAt: Date | null;
  /** The instant that a promised day begins. */
  readonly promisedOn: Date | null;
}

const KINDS = [
  ['confirmed', 'orderStuck', 200],
  ['pending', 'proofUnread', 150],
  ['making', 'orderLate', 100],
  ['ready', 'orderLate', 100],
  ['shipped', 'orderOnTheWay', 90],
] as const;

/** The heaviest of them, the longest first. `today` is a WIB day; the count is in days, at least one. */
export function orderReason(orders: readonly OrderToSee[], today: string) {
  const end = startOfDay(today).getTime() + DAY_MS;
  const reasons = orders.flatMap((order) => {
    const [, kind, base] = KINDS.find(([status]) => status === order.status) ?? [];
    if (!kind || base === undefined) return [];
    const count = Math.max(1, Math.floor((end - sinceOf(order).getTime()) / DAY_MS));
    return [{ kind, count, weight: base + count }];
  });
  return reasons.sort((a, b) => b.weight - a.weight)[0] ?? null;
}

function sinceOf({ status, placedAt, confirmedAt, readyAt, shippedAt, promisedOn }: OrderToSee): Date {
  if (status === 'confirmed') return confirmedAt ?? placedAt;
  if (status === 'pending') return placedAt;
  if (status === 'shipped') return shippedAt ?? placedAt;
  return promisedOn ?? readyAt ?? confirmedAt ?? placedAt;
}
