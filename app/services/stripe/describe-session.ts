// What a Checkout Session with its money means to the domain.
import type Stripe from 'stripe';
import type { CardCheckout } from '#app/domain/payments/card-gateway.ts';
import { fromStripeAmount, roundStripeFee, STRIPE_CURRENCY } from './stripe-amounts.ts';

type Session = Stripe.Checkout.Session;

export interface StripeCheckout extends CardCheckout {
  /** The buyer has done her part; the money comes later or not at all. */
  readonly isProcessing: boolean;
  readonly chargeId: string | null;
}

const FAILED_INTENT = new Set<string | undefined>(['requires_payment_method', 'canceled']);

/** Needs `payment_intent.latest_charge.balance_transaction` expanded. */
export function describeSession(session: Session): StripeCheckout {
  const intent = wholeObject(session.payment_intent);
  const charge = wholeObject(intent?.latest_charge);
  const isPaid = session.payment_status === 'paid';
  const isProcessing = session.status === 'complete' && !isPaid && !FAILED_INTENT.has(intent?.status);
  return {
    sessionId: session.id,
    status: readStatus(session, isPaid || isProcessing),
    isPaid,
    isProcessing,
    amountRupiah: readAmount(session),
    currency: session.currency ?? '',
    paymentId: session.metadata?.payment_id ?? null,
    purchaseNumber: session.client_reference_id,
    intentId: intent?.id ?? null,
    chargeId: charge?.id ?? null,
    feeRupiah: charge ? readFee(charge) : null,
    refundedRupiah: fromStripeAmount(charge?.amount_refunded ?? 0),
  };
}

/** A complete session whose later payment failed can no more be paid than one whose time has passed. */
function readStatus(session: Session, isPaidOrMayBe: boolean): CardCheckout['status'] {
  if (session.status === 'complete') return isPaidOrMayBe ? 'complete' : 'expired';
  return session.status === 'expired' ? 'expired' : 'open';
}

/** Ours are whole rupiah; a foreign session may give a fraction or another currency, which then equals nothing of ours. */
function readAmount({ amount_total: amount, currency }: Session): number {
  return currency === STRIPE_CURRENCY ? (amount ?? 0) / 100 : Number.NaN;
}

/**
 * The account may settle in another currency: the fee's share of the settled amount is then taken of the charged one.
 * Null until the money has moved.
 */
function readFee(charge: Stripe.Charge): number | null {
  const movement = wholeObject(charge.balance_transaction);
  if (!movement || movement.amount === 0) return null;
  if (movement.currency === charge.currency) return roundStripeFee(movement.fee);
  return roundStripeFee((movement.fee / movement.amount) * charge.amount);
}

/** Expanded references only; an id alone counts as absent. */
function wholeObject<T extends object>(reference: string | T | null | undefined): T | null {
  return typeof reference === 'object' ? reference : null;
}
