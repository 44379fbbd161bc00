// A buyer's try on the payment page: accepted, declined, or accepted and settled later (as bank debits and QRIS do).
import type { Stripe } from 'stripe';
import { fromFixture } from './fixture.ts';
import { moveMoney } from './money-movements.ts';
import { expireIfDue, textMetadata } from './sessions.ts';
import { newId, type World } from './world.ts';

type Session = Stripe.Checkout.Session;
export type PaymentOutcome = 'succeeded' | 'declined' | 'pending';

/** False when the session can no longer be paid, so that a second click changes nothing. */
export function payForSession(world: World, session: Session, outcome: PaymentOutcome): boolean {
  expireIfDue(world, session);
  if (session.status !== 'open') return false;
  const intent = intentOf(world, session);
  const charge = newCharge(world, intent);
  intent.latest_charge = charge.id;
  if (outcome === 'declined') {
    failCharge(world, intent, charge);
    return true;
  }
  session.status = 'complete';
  session.url = null;
  redeemCoupon(world, session);
  intent.last_payment_error = null;
  if (outcome === 'succeeded') completeCharge(world, session, intent, charge);
  else intent.status = 'processing';
  world.announce('checkout.session.completed', session);
  return true;
}

/** The end of a payment that was pending. False when the session has none. */
export function settlePendingPayment(world: World, session: Session, outcome: 'succeeded' | 'failed'): boolean {
  const intent = world.state.paymentIntents.get(String(session.payment_intent));
  const charge = world.state.charges.get(String(intent?.latest_charge));
  if (!intent || !charge || intent.status !== 'processing') return false;
  if (outcome === 'succeeded') {
    completeCharge(world, session, intent, charge);
    world.announce('checkout.session.async_payment_succeeded', session);
  } else {
    failCharge(world, intent, charge);
    world.announce('checkout.session.async_payment_failed', session);
  }
  return true;
}

/** A session has one payment intent, made at the first try and kept for the next. */
function intentOf(world: World, session: Session): Stripe.PaymentIntent {
  const known = world.state.paymentIntents.get(String(session.payment_intent));
  if (known) return known;
  const data = world.state.paymentIntentData.get(session.id) ?? {};
  const id = newId('pi_');
  const intent = fromFixture('payment_intent', {
    id,
    client_secret: `${id}_secret_${newId('', 25)}`,
    created: world.now(),
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    description: data.description ?? null,
    metadata: textMetadata(data.metadata),
    transfer_group: data.transfer_group ?? null,
  });
  world.state.paymentIntents.set(id, intent);
  session.payment_intent = id;
  return intent;
}

function newCharge(world: World, intent: Stripe.PaymentIntent): Stripe.Charge {
  const charge = fromFixture('charge', {
    id: newId('ch_'),
    created: world.now(),
    amount: intent.amount,
    amount_captured: 0,
    currency: intent.currency,
    description: intent.description,
    metadata: { ...intent.metadata },
    payment_intent: intent.id,
    payment_method_details: null,
    paid: false,
    captured: false,
    status: 'pending',
    transfer_group: intent.transfer_group,
  });
  world.state.charges.set(charge.id, charge);
  return charge;
}

function completeCharge(world: World, session: Session, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  const movement = { kind: 'charge', amount: charge.amount, currency: charge.currency, sourceId: charge.id } as const;
  charge.balance_transaction = moveMoney(world, { ...movement, description: charge.description }).id;
  charge.amount_captured = charge.amount;
  charge.captured = true;
  charge.paid = true;
  charge.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.status = 'succeeded';
  session.payment_status = 'paid';
  world.announce('charge.succeeded', charge);
  world.announce('payment_intent.succeeded', intent);
}

function failCharge(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  const message = 'Your card was declined.';
  charge.status = 'failed';
  charge.failure_code = 'card_declined';
  charge.failure_message = message;
  intent.status = 'requires_payment_method';
  intent.last_payment_error = { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline', message };
  world.announce('charge.failed', charge);
  world.announce('payment_intent.payment_failed', intent);
}

function redeemCoupon(world: World, session: Session): void {
  const coupon = world.state.coupons.get(String(session.discounts?.[0]?.coupon));
  if (coupon) coupon.times_redeemed += 1;
}
