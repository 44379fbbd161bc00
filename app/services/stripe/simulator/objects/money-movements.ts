// Balance transactions: every movement of money on the simulated account, with a fee that is not whole rupiah.
import type { Stripe } from 'stripe';
import { fromFixture } from './fixture.ts';
import { newId, type World } from './world.ts';

/** An invented tariff of a usual size: 2.9 % and Rp 2.000, rounded to a hundredth of a rupiah as Stripe does. */
const FEE_SHARE = 0.029;
const FEE_FIXED = 200_000;
const DAYS_UNTIL_AVAILABLE = 7;
const DAY_SECONDS = 24 * 60 * 60;

interface Movement {
  readonly kind: 'charge' | 'refund' | 'refund_failure' | 'adjustment' | 'payout';
  readonly amount: number;
  readonly currency: string;
  readonly sourceId: string;
  readonly description?: string | null;
}

/** Stores the movement; `amount` is negative when money leaves. Only a charge costs a fee. */
export function moveMoney(world: World, movement: Movement): Stripe.BalanceTransaction {
  const fee = movement.kind === 'charge' ? Math.round(movement.amount * FEE_SHARE) + FEE_FIXED : 0;
  const transaction = fromFixture('balance_transaction', {
    id: newId('txn_'),
    amount: movement.amount,
    available_on: world.now() + DAYS_UNTIL_AVAILABLE * DAY_SECONDS,
    created: world.now(),
    currency: movement.currency,
    description: movement.description ?? null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(fee, movement.currency)],
    net: movement.amount - fee,
    reporting_category: movement.kind === 'adjustment' ? 'dispute' : movement.kind,
    source: movement.sourceId,
    status: 'pending',
    type: movement.kind,
  });
  world.state.balanceTransactions.set(transaction.id, transaction);
  return transaction;
}

function feeDetail(fee: number, currency: string): Stripe.BalanceTransaction.FeeDetail {
  return { amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' };
}
