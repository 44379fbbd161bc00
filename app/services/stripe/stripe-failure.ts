// Errors of the stripe package, sorted by what a caller can do about them.
import Stripe from 'stripe';
import type { GatewayResult } from '#app/domain/payments/card-gateway.ts';

export type StripeFailure = {
  readonly ok: false;
  /** `unavailable`: ask again later. `rejected`: Stripe understood and said no. */
  readonly code: 'unavailable' | 'rejected';
  /** Stripe's code, else its type, for the log; never shown to a buyer. */
  readonly reason: string;
};

export type StripeResult<T> = Extract<GatewayResult<T>, { ok: true }> | StripeFailure;

/** What a buyer's or finance's own wish can lead to. Other refusals mean that we asked wrongly. */
const REFUSALS = new Set([
  'amount_too_large',
  'amount_too_small',
  'balance_insufficient',
  'charge_already_refunded',
  'charge_disputed',
  'charge_not_refundable',
  'coupon_expired',
  'insufficient_funds',
  'refund_disputed_payment',
  'resource_missing',
]);

/** Runs the call. Programming errors, ours or a changed API's, are thrown on. */
export async function callStripe<T>(call: () => Promise<T>): Promise<StripeResult<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return readFailure(error);
  }
}

/** Throws what is not for a caller to act on. */
export function readFailure(error: unknown): StripeFailure {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const reason = error.code ?? error.rawType ?? error.type;
  if (isRefusal(error)) return { ok: false, code: 'rejected', reason };
  if (error instanceof Stripe.errors.StripeInvalidRequestError) throw error;
  // What is left: no connection, a limit of requests, an error at Stripe, a key that does not count (any more).
  return { ok: false, code: 'unavailable', reason };
}

export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
}

/** The request may have been carried out: an error at Stripe, or the same key used with other facts. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeAPIError || isKeyMismatch(error);
}

/** This key will never again lead to a new object: its error is replayed, or it stands for another request. */
export function isKeySpent(error: unknown): boolean {
  const replayed = error instanceof Stripe.errors.StripeAPIError && error.headers?.['idempotent-replayed'] === 'true';
  return replayed || isKeyMismatch(error);
}

function isKeyMismatch(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError;
}

function isRefusal(error: Stripe.errors.StripeError): boolean {
  if (error instanceof Stripe.errors.StripeCardError) return true;
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return false;
  // A refund over what is left has no code of its own, only the name of the parameter.
  return error.param === 'amount' || REFUSALS.has(error.code ?? '');
}
