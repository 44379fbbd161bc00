// Stock as people say it.
import type { Text } from '#app/text/text.ts';

export interface StockFacts {
  readonly onHand: number;
  readonly held: number;
  readonly makeDays: number | null;
}

/** From here on the exact number helps nobody to decide. The trigger `variant_changes` knows it too: such a sale changes no page. */
const MANY = 6;

export function stockText({ onHand, held, makeDays }: StockFacts, text: Text['listing']): string {
  const free = onHand - held;
  if (free >= MANY) return text.inStock;
  if (free > 0) return text.left(free);
  return makeDays === null ? text.soldOut : text.madeIn(makeDays);
}

export function canBeOrdered({ onHand, held, makeDays }: StockFacts): boolean {
  return onHand > held || makeDays !== null;
}
