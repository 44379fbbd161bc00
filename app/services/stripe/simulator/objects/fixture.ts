// New objects start from Stripe's published fixtures, so that a field nobody thought of is there too.
import type { Stripe } from 'stripe';
import fixtures from '../fixtures.json' with { type: 'json' };

/** Fields that the API got after the fixtures were published, or that the fixtures fill with an example nobody asked for. */
const CORRECTIONS = {
  'checkout.session': {
    after_expiration: null,
    allowed_payment_method_types: null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    collected_information: null,
    consent: null,
    consent_collection: null,
    currency_conversion: null,
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer_details: null,
    invoice_creation: null,
    managed_payments: null,
    payment_intent: null,
    payment_method_configuration_details: null,
    permissions: null,
    saved_payment_method_options: null,
    shipping_address_collection: null,
    shipping_cost: null,
    wallet_options: null,
  },
  item: { adjustable_quantity: null },
  coupon: {},
  payment_intent: {
    allowed_payment_method_types: null,
    canceled_at: null,
    last_payment_error: null,
    managed_payments: null,
    next_action: null,
    payment_method_configuration_details: null,
    payment_record: null,
    processing: null,
    shipping: null,
    transfer_data: null,
  },
  charge: { balance_transaction: null, receipt_url: null, shipping: null, source: null, transfer_data: null },
  balance_transaction: {},
  refund: {},
  dispute: { intended_submission_method: null },
  payout: {},
  event: {},
} as const;

interface FixtureObjects {
  'checkout.session': Stripe.Checkout.Session;
  item: Stripe.LineItem;
  coupon: Stripe.Coupon;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  balance_transaction: Stripe.BalanceTransaction;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  payout: Stripe.Payout;
  event: Stripe.Event;
}

/** A fresh copy with `fields` on top. The contract check of every answer catches what does not fit. */
export function fromFixture<Kind extends keyof FixtureObjects>(
  kind: Kind,
  fields: Partial<FixtureObjects[Kind]>,
): FixtureObjects[Kind] {
  const object: unknown = { ...structuredClone(fixtures[kind]), ...structuredClone(CORRECTIONS[kind]), ...fields };
  return object as FixtureObjects[Kind];
}
