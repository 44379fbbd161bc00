// Rupiah <-> Stripe's minor unit. Stripe counts IDR with two decimals, so every amount is multiplied by 100, here only.
// Source: docs.stripe.com/currencies (IDR is not among the zero-decimal currencies).

const MINOR_UNITS_PER_RUPIAH = 100;

/** Currency of every charge, in Stripe's lower case. */
export const STRIPE_CURRENCY = 'idr';

/** Whole rupiah >= 0 -> Stripe's amount. Throws RangeError on a fraction or a negative amount. */
export function toStripeAmount(rupiah: number): number {
  const amount = rupiah * MINOR_UNITS_PER_RUPIAH;
  if (!Number.isSafeInteger(rupiah) || !Number.isSafeInteger(amount) || rupiah < 0) {
    throw new RangeError(`not whole rupiah: ${rupiah}`);
  }
  return amount;
}

/** Stripe's amount (refunds and fees may be negative) -> whole rupiah. Throws RangeError when a fraction is left. */
export function fromStripeAmount(amount: number): number {
  const rupiah = amount / MINOR_UNITS_PER_RUPIAH;
  if (!Number.isSafeInteger(rupiah)) throw new RangeError(`not whole rupiah in Stripe's unit: ${amount}`);
  return rupiah === 0 ? 0 : rupiah;
}

/** Stripe's own fee is counted in hundredths of a rupiah; our books know whole rupiah, so it is rounded half up. */
export function roundStripeFee(amount: number): number {
  return Math.round(amount / MINOR_UNITS_PER_RUPIAH);
}
