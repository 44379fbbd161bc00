// The Stripe account's own book: every movement of money in a span of time, to be compared with our ledger.
import type Stripe from 'stripe';
import { roundStripeFee } from './stripe-amounts.ts';
import { callStripe, type StripeResult } from './stripe-failure.ts';

export interface AccountMovement {
  readonly id: string;
  /** Stripe's type: `charge`, `payment`, `refund`, `payment_refund`, `refund_failure`, `adjustment`, `payout`, … */
  readonly kind: string;
  readonly createdAt: Date;
  /** `idr` unless the account settles in another currency; the amounts are then of that currency's hundredths, rounded. */
  readonly currency: string;
  /** Positive when money arrives. Rounded half up to whole units, as the fee is. */
  readonly amountRupiah: number;
  readonly feeRupiah: number;
  /** Charge, refund, dispute or payout that it belongs to. */
  readonly sourceId: string | null;
}

/** Movements made at `from` or later and before `to`, oldest first. */
export async function readMovements(
  stripe: Stripe,
  { from, to }: { from: Date; to: Date },
): Promise<StripeResult<AccountMovement[]>> {
  return callStripe(async () => {
    const movements: AccountMovement[] = [];
    const created = { gte: secondsOf(from), lt: secondsOf(to) };
    for await (const movement of stripe.balanceTransactions.list({ created, limit: 100 })) {
      movements.push({
        id: movement.id,
        kind: movement.type,
        createdAt: new Date(movement.created * 1000),
        currency: movement.currency,
        amountRupiah: roundStripeFee(movement.amount),
        feeRupiah: roundStripeFee(movement.fee),
        sourceId: typeof movement.source === 'string' ? movement.source : (movement.source?.id ?? null),
      });
    }
    return movements.reverse();
  });
}

/** The first second at or after the instant, so that neighbouring spans neither overlap nor leave a gap. */
function secondsOf(instant: Date): number {
  return Math.ceil(instant.getTime() / 1000);
}
