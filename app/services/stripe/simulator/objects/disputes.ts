// Disputes: the buyer's bank takes a payment back, and later decides who keeps it.
import type { Stripe } from 'stripe';
import { fromFixture } from './fixture.ts';
import { moveMoney } from './money-movements.ts';
import { newId, type World } from './world.ts';

/** Takes back for now what is left of the charge. Null when nothing is, or it is not paid, or is disputed already. */
export function openDispute(world: World, charge: Stripe.Charge): Stripe.Dispute | null {
  const amount = charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded' || charge.disputed || amount === 0) return null;
  const id = newId('dp_');
  const movement = { kind: 'adjustment', amount: -amount, currency: charge.currency, sourceId: id } as const;
  const example = fromFixture('dispute', {});
  const dispute = fromFixture('dispute', {
    id,
    amount,
    balance_transactions: [moveMoney(world, movement)],
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    evidence_details: { ...example.evidence_details, submission_method: 'not_submitted' },
    metadata: {},
    payment_intent: charge.payment_intent,
    status: 'needs_response',
  });
  charge.disputed = true;
  world.state.disputes.set(id, dispute);
  world.announce('charge.dispute.created', dispute);
  return dispute;
}

/** `won` returns the money to the account. False when the bank has decided already. */
export function closeDispute(world: World, dispute: Stripe.Dispute, outcome: 'won' | 'lost'): boolean {
  if (dispute.status === 'won' || dispute.status === 'lost') return false;
  dispute.status = outcome;
  if (outcome === 'won') {
    const movement = { kind: 'adjustment', amount: dispute.amount, currency: dispute.currency } as const;
    dispute.balance_transactions.push(moveMoney(world, { ...movement, sourceId: dispute.id }));
  }
  world.announce('charge.dispute.closed', dispute);
  return true;
}
