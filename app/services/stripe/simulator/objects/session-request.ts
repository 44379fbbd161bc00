// What Stripe demands of a new Checkout Session beyond the shapes in the contract.
import type { Stripe } from 'stripe';
import { invalidRequest, noSuchObject } from '../api/api-error.ts';
import type { SimulatorState } from '../state.ts';

type CreateParams = Stripe.Checkout.SessionCreateParams;
type LineParams = NonNullable<CreateParams['line_items']>[number];

export interface PricedLine {
  readonly name: string;
  readonly currency: string;
  readonly unitAmount: number;
  readonly quantity: number;
}

const HALF_HOUR_SECONDS = 30 * 60;
const DAY_SECONDS = 24 * 60 * 60;
const MOST_LINES = 100;
const MOST_METADATA_KEYS = 50;
const SMALLEST_TOTAL = 1_000_000;
const LARGEST_TOTAL = 999_999_999_999;

/** Throws ApiError for what this simulator, like Stripe, refuses; hosted one-time payments in one currency are known. */
export function readSessionRequest(params: CreateParams, state: SimulatorState, now: number) {
  if (params.mode !== 'payment') throw invalidRequest('You must specify `mode` as payment.', { param: 'mode' });
  if ((params.ui_mode ?? 'hosted_page') !== 'hosted_page') {
    throw invalidRequest('The simulator has the hosted page only.', { param: 'ui_mode' });
  }
  requireAddress(params.success_url, 'success_url');
  if (params.cancel_url !== undefined) requireAddress(params.cancel_url, 'cancel_url');
  checkMetadata(params.metadata, 'metadata');
  checkMetadata(params.payment_intent_data?.metadata, 'payment_intent_data[metadata]');
  checkLength(params.client_reference_id, 200, 'client_reference_id');
  const expiresAt = readExpiry(params.expires_at, now);
  const lines = readLines(params.line_items ?? []);
  const currency = lines[0]?.currency ?? '';
  const coupon = readCoupon(params.discounts?.[0]?.coupon, state, currency);
  const subtotal = lines.reduce((sum, line) => sum + line.unitAmount * line.quantity, 0);
  const discount = Math.min(subtotal, coupon?.amount_off ?? 0);
  checkTotal(subtotal - discount, currency);
  return { lines, currency, coupon, subtotal, discount, expiresAt };
}

function readExpiry(expiresAt: number | undefined, now: number): number {
  const end = expiresAt ?? now + DAY_SECONDS;
  if (end < now + HALF_HOUR_SECONDS) {
    throw invalidRequest('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param: 'expires_at',
    });
  }
  if (end > now + DAY_SECONDS) {
    throw invalidRequest('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param: 'expires_at',
    });
  }
  return end;
}

function readLines(items: readonly LineParams[]): PricedLine[] {
  if (items.length === 0) throw missing('line_items');
  if (items.length > MOST_LINES) {
    throw invalidRequest(`You can have at most ${MOST_LINES} line items.`, { param: 'line_items' });
  }
  const lines = items.map((item, index) => readLine(item, `line_items[${index}]`));
  if (new Set(lines.map((line) => line.currency)).size > 1) {
    throw invalidRequest('All line items must have the same currency.', { param: 'line_items' });
  }
  return lines;
}

function readLine({ price_data: price, quantity }: LineParams, param: string): PricedLine {
  if (!price) throw missing(`${param}[price_data]`);
  const name = price.product_data?.name ?? '';
  if (name.trim() === '') throw missing(`${param}[price_data][product_data][name]`);
  checkLength(name, 250, `${param}[price_data][product_data][name]`);
  const unitAmount = wholeNumber(price.unit_amount, 0, `${param}[price_data][unit_amount]`);
  return { name, currency: price.currency, unitAmount, quantity: wholeNumber(quantity, 1, `${param}[quantity]`) };
}

/** An integer of at least `least`. Throws ApiError. */
export function wholeNumber(value: number | undefined, least: number, param: string): number {
  if (value === undefined) throw missing(param);
  if (!Number.isSafeInteger(value)) {
    throw invalidRequest(`Invalid integer: ${value}`, { param, code: 'parameter_invalid_integer' });
  }
  if (value < least) {
    throw invalidRequest(`This value must be greater than or equal to ${least}.`, {
      param,
      code: 'parameter_invalid_integer',
    });
  }
  return value;
}

function readCoupon(id: string | undefined, state: SimulatorState, currency: string): Stripe.Coupon | undefined {
  if (id === undefined) return undefined;
  const coupon = state.coupons.get(id);
  if (!coupon) throw noSuchObject('coupon', id, 'discounts[0][coupon]', 400);
  if (coupon.currency !== currency) {
    throw invalidRequest('The coupon is in another currency.', { param: 'discounts[0][coupon]' });
  }
  if (coupon.max_redemptions !== null && coupon.times_redeemed >= coupon.max_redemptions) {
    throw invalidRequest(`Coupon ${id} is used up and cannot be applied.`, {
      param: 'discounts[0][coupon]',
      code: 'coupon_expired',
    });
  }
  return coupon;
}

function checkTotal(total: number, currency: string): void {
  if (currency !== 'idr') throw invalidRequest('The simulated account charges idr only.', { param: 'line_items' });
  if (total < SMALLEST_TOTAL) {
    throw invalidRequest("The Checkout Session's total amount due must add up to at least Rp10,000.00 idr", {
      code: 'amount_too_small',
    });
  }
  if (total > LARGEST_TOTAL) {
    throw invalidRequest('The total amount due must be no more than Rp9,999,999,999.99 idr', {
      code: 'amount_too_large',
    });
  }
}

/** Stripe's limits: 50 keys, names of 40 characters, values of 500. Throws ApiError. */
export function checkMetadata(metadata: Stripe.Emptyable<Stripe.MetadataParam> | undefined, param: string): void {
  const entries = Object.entries(metadata || {});
  if (entries.length > MOST_METADATA_KEYS) throw invalidRequest('Metadata has at most 50 keys.', { param });
  for (const [name, value] of entries) {
    if (name.length > 40) throw invalidRequest(`Metadata key ${name} is over 40 characters.`, { param });
    checkLength(String(value ?? ''), 500, `${param}[${name}]`);
  }
}

function checkLength(text: string | undefined, most: number, param: string): void {
  if (text !== undefined && text.length > most) {
    throw invalidRequest(`Invalid string: must be at most ${most} characters`, {
      param,
      code: 'parameter_invalid_string',
    });
  }
}

function requireAddress(address: string | undefined, param: string): void {
  if (address === undefined) throw missing(param);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw invalidRequest('Not a valid URL', { param, code: 'url_invalid' });
  }
}

function missing(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { param, code: 'parameter_missing' });
}
