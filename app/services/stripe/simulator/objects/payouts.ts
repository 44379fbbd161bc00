// Payouts: the account's balance goes to the shop's bank, and arrives there some days later.
import type { Stripe } from 'stripe';
import { fromFixture } from './fixture.ts';
import { moveMoney } from './money-movements.ts';
import { newId, type World } from './world.ts';

/** Sends everything on the account in one currency. Null when there is nothing to send. */
export function sendPayout(world: World, currency: string): Stripe.Payout | null {
  const amount = [...world.state.balanceTransactions.values()]
    .filter((movement) => movement.currency === currency)
    .reduce((sum, movement) => sum + movement.net, 0);
  if (amount <= 0) return null;
  const id = newId('po_');
  const movement = moveMoney(world, { kind: 'payout', amount: -amount, currency, sourceId: id });
  const payout = fromFixture('payout', {
    id,
    amount,
    arrival_date: world.now(),
    balance_transaction: movement.id,
    created: world.now(),
    currency,
    status: 'in_transit',
  });
  world.state.payouts.set(id, payout);
  world.announce('payout.created', payout);
  return payout;
}

/** False when it has arrived already. */
export function arrivePayout(world: World, payout: Stripe.Payout): boolean {
  if (payout.status === 'paid') return false;
  payout.status = 'paid';
  world.announce('payout.paid', payout);
  return true;
}
