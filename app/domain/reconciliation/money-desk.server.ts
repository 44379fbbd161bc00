// What waits for finance: proofs, refunds by hand, events set aside, differences between the books, disputes at a bank.
import type { Reader } from '../database.ts';

const MOST = 100;

/** Card refunds leave by themselves; one that Stripe refused, and all direct money, needs a hand. Oldest first. */
export async function listOwedRefunds(reader: Reader) {
  const rows = await reader.refund.findMany({
    where: { status: { in: ['due', 'failed', 'sent'] } },
    orderBy: { createdAt: 'asc' },
    take: MOST,
    include: refundFacts,
  });
  return rows.map((row) => ({ ...row, needsHand: needsHand(row) }));
}

/** Also one that is paid already, so that a link to it still opens. */
export async function findRefund(reader: Reader, id: string) {
  const row = await reader.refund.findUnique({ where: { id }, include: refundFacts });
  return row && { ...row, needsHand: needsHand(row) };
}

const refundFacts = {
  order: { select: { number: true, shop: { select: { name: true } } } },
  payment: {
    select: {
      method: true,
      gatewayIntentId: true,
      purchase: { select: { number: true, buyerName: true, buyerPhone: true } },
    },
  },
} as const;

/** The same as what `markRefundPaid` lets through. */
function needsHand(refund: { status: string; payment: { gatewayIntentId: string | null } }): boolean {
  return refund.status === 'failed' || (refund.status === 'due' && refund.payment.gatewayIntentId === null);
}

export type OddityKind = 'event' | 'difference';

/** Events that did not fit our book and differences of the nightly comparison, unless finance has looked at them. */
export async function listOddities(reader: Reader) {
  const [events, differences] = await Promise.all([
    reader.stripeEvent.findMany({
      where: { quarantineReason: { not: null }, lookedAt: null },
      orderBy: { receivedAt: 'asc' },
      take: MOST,
    }),
    reader.bookDifference.findMany({
      where: { resolvedAt: null, lookedAt: null },
      orderBy: { happenedAt: 'asc' },
      take: MOST,
    }),
  ]);
  return { events, differences };
}

/** Also one that has been looked at. */
export async function findOddity(reader: Reader, kind: OddityKind, id: string) {
  if (kind === 'event') {
    const event = await reader.stripeEvent.findFirst({ where: { id, quarantineReason: { not: null } } });
    return event && { kind, event };
  }
  const difference = await reader.bookDifference.findUnique({ where: { id } });
  return difference && { kind, difference };
}

/** Oldest first: a bank waits only days for an answer. */
export async function listOpenDisputes(reader: Reader) {
  return reader.cardDispute.findMany({
    where: { status: 'open' },
    orderBy: { openedAt: 'asc' },
    take: MOST,
    include: { payment: { select: { purchase: { select: { number: true } } } } },
  });
}
