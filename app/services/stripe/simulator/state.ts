// What the simulator remembers: Stripe's objects by id, in the order of their making, and optionally a JSON file of them.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Stripe } from 'stripe';

/** A result kept under an idempotency key. `answer` is absent while the first request still runs. */
export interface KeptAnswer {
  readonly fingerprint: string;
  readonly keptAt: number;
  readonly answer?: { readonly status: number; readonly body: string };
}

/** Delivery of one event to the webhook address. Kept by a fault (`drop`) means it is never sent. */
export interface Delivery {
  readonly attempts: number;
  readonly status: 'waiting' | 'delivered' | 'given-up' | 'dropped';
}

/** References between stored objects are always ids; answers are expanded copies. */
export interface SimulatorState {
  readonly sessions: Map<string, Stripe.Checkout.Session>;
  readonly lineItems: Map<string, Stripe.LineItem[]>;
  /** By session: what its payment intent will carry once the buyer pays. */
  readonly paymentIntentData: Map<string, Stripe.Checkout.SessionCreateParams.PaymentIntentData>;
  readonly coupons: Map<string, Stripe.Coupon>;
  readonly paymentIntents: Map<string, Stripe.PaymentIntent>;
  readonly charges: Map<string, Stripe.Charge>;
  readonly refunds: Map<string, Stripe.Refund>;
  readonly disputes: Map<string, Stripe.Dispute>;
  readonly payouts: Map<string, Stripe.Payout>;
  readonly balanceTransactions: Map<string, Stripe.BalanceTransaction>;
  readonly events: Map<string, Stripe.Event>;
  readonly deliveries: Map<string, Delivery>;
  readonly keptAnswers: Map<string, KeptAnswer>;
}

const SAVE_DELAY_MS = 250;

export function emptyState(): SimulatorState {
  return {
    sessions: new Map(),
    lineItems: new Map(),
    paymentIntentData: new Map(),
    coupons: new Map(),
    paymentIntents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    payouts: new Map(),
    balanceTransactions: new Map(),
    events: new Map(),
    deliveries: new Map(),
    keptAnswers: new Map(),
  };
}

export interface StateFile {
  readonly state: SimulatorState;
  /** Writes soon; many changes become one write. A crash loses at most a quarter of a second. */
  saveSoon(): void;
  saveNow(): void;
}

/** Without a file the state lives in memory only. */
export function openState(file: string | undefined): StateFile {
  const state = emptyState();
  if (file === undefined) return { state, saveSoon: () => {}, saveNow: () => {} };
  if (existsSync(file)) restore(state, JSON.parse(readFileSync(file, 'utf8')));
  let timer: NodeJS.Timeout | undefined;
  const saveNow = () => {
    clearTimeout(timer);
    timer = undefined;
    writeFileSync(`${file}.new`, JSON.stringify(toJson(state)));
    renameSync(`${file}.new`, file);
  };
  const saveSoon = () => {
    timer ??= setTimeout(saveNow, SAVE_DELAY_MS).unref();
  };
  return { state, saveSoon, saveNow };
}

function toJson(state: SimulatorState): Record<string, unknown> {
  return Object.fromEntries(Object.entries(state).map(([name, map]) => [name, [...map]]));
}

function restore(state: SimulatorState, saved: Record<string, [string, never][]>): void {
  for (const [name, map] of Object.entries(state)) {
    for (const [id, value] of saved[name] ?? []) (map as Map<string, unknown>).set(id, value);
  }
  // A request that was running when the process ended has no answer and never will have one.
  for (const [key, kept] of state.keptAnswers) if (!kept.answer) state.keptAnswers.delete(key);
}
