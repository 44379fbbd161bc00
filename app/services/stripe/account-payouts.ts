// Payouts to the operator's bank: always read anew by Stripe's id.
import type Stripe from 'stripe';
import type { GatewayPayout } from '#app/domain/payments/card-gateway.ts';
import { roundStripeFee } from './stripe-amounts.ts';
import { isMissing, readFailure, type StripeResult } from './stripe-failure.ts';

/** Null when Stripe has no such payout. Its amount has fees behind it, so it need not be whole rupiah: rounded half up. */
export async function readPayout(stripe: Stripe, payoutId: string): Promise<StripeResult<GatewayPayout | null>> {
  try {
    const { id, status, amount, currency } = await stripe.payouts.retrieve(payoutId);
    return {
      ok: true,
      value: { gatewayId: id, status: readStatus(status), amountRupiah: roundStripeFee(amount), currency },
    };
  } catch (error) {
    return isMissing(error) ? { ok: true, value: null } : readFailure(error);
  }
}

function readStatus(status: string): GatewayPayout['status'] {
  if (status === 'paid') return 'paid';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'underWay';
}
