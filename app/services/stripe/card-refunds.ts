// Refunds: sent once per row of ours, whatever crashes in between.
import type Stripe from 'stripe';
import type { GatewayRefund } from '#app/domain/payments/card-gateway.ts';
import { createOnce } from './create-once.ts';
import { fromStripeAmount, toStripeAmount } from './stripe-amounts.ts';
import { callStripe, isMissing, readFailure, type StripeResult } from './stripe-failure.ts';

export interface StripeRefundRequest {
  readonly intentId: string;
  readonly amountRupiah: number;
  /** Id of our row: idempotency key, and metadata by which the refund is found after the key is forgotten. */
  readonly refundId: string;
  /** Our word for why, kept as metadata. */
  readonly reason?: string;
}

export interface StripeRefund extends GatewayRefund {
  readonly failureReason: string | null;
}

const LONGEST_REASON = 500;

/** `rejected`: more than is left, disputed, or not paid. */
export async function sendRefund(stripe: Stripe, request: StripeRefundRequest): Promise<StripeResult<StripeRefund>> {
  return callStripe(async () => {
    // Stripe forgets keys after a day; a refund found by our id is never sent again.
    const known = await findByRow(stripe, request);
    return describeRefund(known ?? (await createRefund(stripe, request)));
  });
}

/** By Stripe's id (`re_…`), always read anew. Null when Stripe has no such refund. */
export async function readRefund(stripe: Stripe, gatewayId: string): Promise<StripeResult<StripeRefund | null>> {
  try {
    return { ok: true, value: describeRefund(await stripe.refunds.retrieve(gatewayId)) };
  } catch (error) {
    return isMissing(error) ? { ok: true, value: null } : readFailure(error);
  }
}

/** Oldest first, also those made in Stripe's dashboard. */
export async function readRefunds(stripe: Stripe, intentId: string): Promise<StripeResult<StripeRefund[]>> {
  return callStripe(async () => {
    const refunds: StripeRefund[] = [];
    for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
      refunds.push(describeRefund(refund));
    }
    return refunds.reverse();
  });
}

function createRefund(stripe: Stripe, request: StripeRefundRequest): Promise<Stripe.Refund> {
  const params: Stripe.RefundCreateParams = {
    payment_intent: request.intentId,
    amount: toStripeAmount(request.amountRupiah),
    reason: 'requested_by_customer',
    metadata: { refund_id: request.refundId, reason: (request.reason ?? '').slice(0, LONGEST_REASON) },
  };
  return createOnce({
    key: `refund-${request.refundId}`,
    create: (idempotencyKey) => stripe.refunds.create(params, { idempotencyKey }),
    find: () => findByRow(stripe, request),
  });
}

async function findByRow(stripe: Stripe, request: StripeRefundRequest): Promise<Stripe.Refund | null> {
  for await (const refund of stripe.refunds.list({ payment_intent: request.intentId, limit: 100 })) {
    if (refund.metadata?.refund_id === request.refundId) return refund;
  }
  return null;
}

function describeRefund(refund: Stripe.Refund): StripeRefund {
  return {
    gatewayId: refund.id,
    refundId: refund.metadata?.refund_id ?? null,
    intentId: typeof refund.payment_intent === 'string' ? refund.payment_intent : (refund.payment_intent?.id ?? null),
    status: readStatus(refund.status),
    amountRupiah: fromStripeAmount(refund.amount),
    failureReason: refund.failure_reason ?? null,
  };
}

/** `requires_action` still waits for the buyer; `canceled` leaves the money with us, as a failure does. */
function readStatus(status: string | null): GatewayRefund['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}
