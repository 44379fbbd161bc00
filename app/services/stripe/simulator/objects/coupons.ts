// Coupons: how a discount of ours reaches the payment page, since Stripe allows no negative line.
import type { Stripe } from 'stripe';
import { ApiError, invalidRequest } from '../api/api-error.ts';
import { fromFixture } from './fixture.ts';
import { checkMetadata, wholeNumber } from './session-request.ts';
import { textMetadata } from './sessions.ts';
import { newId, type World } from './world.ts';

const LONGEST_NAME = 40;

/** A fixed amount off, once. Throws ApiError for a known id or a wrong value. */
export function createCoupon(world: World, params: Stripe.CouponCreateParams): Stripe.Coupon {
  const id = params.id ?? newId('', 8);
  if (world.state.coupons.has(id)) {
    throw new ApiError({
      status: 400,
      type: 'invalid_request_error',
      code: 'resource_already_exists',
      message: 'Coupon already exists.',
    });
  }
  if (!params.currency) throw invalidRequest('You must pass a currency with amount_off.', { param: 'currency' });
  if ((params.name ?? '').length > LONGEST_NAME) {
    throw invalidRequest('Invalid string: must be at most 40 characters', { param: 'name' });
  }
  checkMetadata(params.metadata, 'metadata');
  const coupon = fromFixture('coupon', {
    id,
    amount_off: wholeNumber(params.amount_off, 1, 'amount_off'),
    created: world.now(),
    currency: params.currency,
    duration: 'once',
    duration_in_months: null,
    max_redemptions: params.max_redemptions ?? null,
    metadata: textMetadata(params.metadata),
    name: params.name ?? null,
    percent_off: null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  });
  world.state.coupons.set(id, coupon);
  return coupon;
}
