// What the simulated objects share: the state, the clock, new ids, and how an event is announced.
import { randomBytes } from 'node:crypto';
import type { SimulatorState } from '../state.ts';

export interface World {
  readonly state: SimulatorState;
  /** Seconds since 1970, Stripe's unit for instants. */
  now(): number;
  /** Origin of the payment page, for the session's `url`. */
  pageAddress(): string;
  /** Stores an event with a snapshot of the object and hands it to the webhook sender. */
  announce(type: string, object: object, previous?: object): void;
  /** Whether a new refund is done at once or waits for `settleRefund`. */
  refundOutcome(): 'succeeded' | 'pending';
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `pi_` + 24 characters, as Stripe's ids look. */
export function newId(prefix: string, length = 24): string {
  const characters = Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]);
  return prefix + characters.join('');
}
