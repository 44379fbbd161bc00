// The states of a payment. A picture of a receipt never settles one: somebody looks at the bank, or the gateway says so.
import type { StateTable } from '../state-table.ts';

export const PAYMENT_STATUSES = [
  'pending',
  'proof_submitted',
  'settled',
  'failed',
  'expired',
  'partly_refunded',
  'refunded',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const PAYMENT_MOVES = {
  pending: ['proof_submitted', 'settled', 'failed', 'expired'],
  proof_submitted: ['pending', 'settled', 'failed', 'expired'],
  settled: ['partly_refunded', 'refunded'],
  failed: ['settled'],
  // Money that arrives late is still money: it is settled, then given back or used. Its receipt may come late as well.
  expired: ['proof_submitted', 'settled'],
  partly_refunded: ['partly_refunded', 'refunded'],
  refunded: [],
} as const satisfies StateTable<PaymentStatus>;

/** `failed` is still owed and waits for a person; `void` is owed no more, because the buyer's bank took the money itself. */
export type RefundStatus = 'due' | 'sent' | 'paid' | 'failed' | 'void';
