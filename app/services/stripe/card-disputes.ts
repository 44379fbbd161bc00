// Disputes: always read anew by Stripe's id.
import type Stripe from 'stripe';
import type { GatewayDispute } from '#app/domain/payments/card-gateway.ts';
import { fromStripeAmount } from './stripe-amounts.ts';
import { isMissing, readFailure, type StripeResult } from './stripe-failure.ts';

/** An inquiry (`warning_…`) that closes, and a dispute that was prevented, took no money. */
const WON = new Set<string>(['won', 'warning_closed', 'prevented']);

/** Null when Stripe has no such dispute. */
export async function readDispute(stripe: Stripe, disputeId: string): Promise<StripeResult<GatewayDispute | null>> {
  try {
    const dispute = await stripe.disputes.retrieve(disputeId);
    const { payment_intent: intent, status } = dispute;
    return {
      ok: true,
      value: {
        gatewayId: dispute.id,
        status: status === 'lost' ? 'lost' : WON.has(status) ? 'won' : 'open',
        amountRupiah: fromStripeAmount(dispute.amount),
        intentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
      },
    };
  } catch (error) {
    return isMissing(error) ? { ok: true, value: null } : readFailure(error);
  }
}
