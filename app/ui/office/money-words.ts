// Stripe's names for what happened, as finance reads them; a name that is new to us is shown as Stripe wrote it.
import type { Text } from '#app/text/text.ts';

const EVENT_KINDS: readonly (readonly [start: string, kind: keyof Text['finance']['eventKinds']])[] = [
  ['checkout.session.', 'checkout'],
  ['refund.', 'refund'],
  ['charge.refunded', 'refund'],
  ['charge.dispute.', 'dispute'],
  ['payout.', 'payout'],
];

export function eventWords(kind: string, text: Text['finance']): string {
  const known = EVENT_KINDS.find(([start]) => kind.startsWith(start))?.[1];
  return known ? text.eventKinds[known] : kind;
}

export function movementWords(kind: string, text: Text['finance']): string {
  return wordsFor(text.movements, kind);
}

/** Of a refund's reason, or of why an event was set apart. */
export function wordsFor(texts: Readonly<Record<string, string>>, kind: string | null): string {
  return texts[kind ?? ''] ?? kind ?? '';
}
