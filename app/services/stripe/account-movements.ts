// The Stripe account's own book: every movement of money in a span of time, to be compared with our ledger.
import type Stripe from 'stripe';
import type { GatewayMovement } from '#app/domain/payments/card-gateway.ts';
import { roundStripeFee } from './stripe-amounts.ts';
import { callStripe, type StripeResult } from './stripe-failure.ts';

/** Of the objects that a movement can belong to, those that the domain's book waits for until they have ended. */
const UNDER_WAY: Readonly<Record<string, ReadonlySet<string>>> = {
  refund: new Set(['pending', 'requires_action']),
  payout: new Set(['pending', 'in_transit']),
  dispute: new Set(['needs_response', 'under_review', 'warning_needs_response', 'warning_under_review']),
};

/** Movements made at `from` or later and before `to`, oldest first. */
export async function readMovements(
  stripe: Stripe,
  { from, to }: { from: Date; to: Date },
): Promise<StripeResult<GatewayMovement[]>> {
  return callStripe(async () => {
    const movements: GatewayMovement[] = [];
    const created = { gte: secondsOf(from), lt: secondsOf(to) };
    for await (const movement of stripe.balanceTransactions.list({ created, expand: ['data.source'], limit: 100 })) {
      movements.push(describeMovement(movement));
    }
    return movements.reverse();
  });
}

function describeMovement(movement: Stripe.BalanceTransaction): GatewayMovement {
  const source = typeof movement.source === 'object' ? movement.source : null;
  const intent = source && 'payment_intent' in source ? source.payment_intent : null;
  const status = source && 'status' in source ? String(source.status) : '';
  return {
    id: movement.id,
    kind: movement.type,
    createdAt: new Date(movement.created * 1000),
    currency: movement.currency,
    amountRupiah: roundStripeFee(movement.amount),
    feeRupiah: roundStripeFee(movement.fee),
    sourceId: source ? source.id : (movement.source as string | null),
    intentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    isUnderWay: source ? (UNDER_WAY[source.object]?.has(status) ?? false) : false,
  };
}

/** The first second at or after the instant, so that neighbouring spans neither overlap nor leave a gap. */
function secondsOf(instant: Date): number {
  return Math.ceil(instant.getTime() / 1000);
}
