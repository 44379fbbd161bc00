// Refunds: part or all of a charge goes back, never more than is left of it.
import type { Stripe } from 'stripe';
import { invalidRequest, noSuchObject } from '../api/api-error.ts';
import { fromFixture } from './fixture.ts';
import { moveMoney } from './money-movements.ts';
import { checkMetadata, wholeNumber } from './session-request.ts';
import { textMetadata } from './sessions.ts';
import { newId, type World } from './world.ts';

/** Throws ApiError when the charge is unknown, unpaid, disputed, or has less left than asked. */
export function createRefund(world: World, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeToRefund(world, params);
  checkMetadata(params.metadata, 'metadata');
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const amount = wholeNumber(params.amount ?? left, 1, 'amount');
  if (amount > left) {
    throw invalidRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  }
  const id = newId('re_');
  const movement = moveMoney(world, { kind: 'refund', amount: -amount, currency: charge.currency, sourceId: id });
  const refund = fromFixture('refund', {
    id,
    amount,
    balance_transaction: movement.id,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    metadata: textMetadata(params.metadata),
    payment_intent: charge.payment_intent,
    reason: params.reason ?? null,
    status: world.refundOutcome(),
  });
  world.state.refunds.set(id, refund);
  countRefunded(charge, amount);
  world.announce('refund.created', refund);
  world.announce('charge.refunded', charge);
  return refund;
}

/** The end of a pending refund; a failed one brings the money back to the account. False when it is not pending. */
export function settlePendingRefund(world: World, refund: Stripe.Refund, outcome: 'succeeded' | 'failed'): boolean {
  if (refund.status !== 'pending') return false;
  refund.status = outcome;
  if (outcome === 'failed') {
    const charge = world.state.charges.get(String(refund.charge));
    if (charge) countRefunded(charge, -refund.amount);
    refund.failure_reason = 'lost_or_stolen_card';
    const movement = { kind: 'refund_failure', amount: refund.amount, currency: refund.currency } as const;
    refund.failure_balance_transaction = moveMoney(world, { ...movement, sourceId: refund.id }).id;
    world.announce('refund.failed', refund);
  }
  world.announce('refund.updated', refund, { status: 'pending' });
  return true;
}

function chargeToRefund(world: World, params: Stripe.RefundCreateParams): Stripe.Charge {
  const chargeId = params.charge ?? intentToRefund(world, params.payment_intent).latest_charge;
  const charge = world.state.charges.get(String(chargeId));
  if (!charge) throw noSuchObject('charge', String(chargeId), 'charge', 400);
  if (charge.status !== 'succeeded') {
    throw invalidRequest('This charge has no successful payment to refund.', { code: 'charge_not_refundable' });
  }
  if (charge.disputed) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  return charge;
}

function intentToRefund(world: World, id: string | undefined): Stripe.PaymentIntent {
  if (id === undefined) {
    throw invalidRequest('One of the following params should be provided: payment_intent or charge.', {
      code: 'parameter_missing',
    });
  }
  const intent = world.state.paymentIntents.get(id);
  if (!intent) throw noSuchObject('payment_intent', id, 'payment_intent', 400);
  return intent;
}

function countRefunded(charge: Stripe.Charge, amount: number): void {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
}
