// The shape of a check: rows of `subject` (what) and `detail` (how) that break a rule. Empty: the rule holds.
import type { Prisma } from '#app/generated/prisma/client.ts';

/** The nine things that must always hold of orders and money. */
export const INVARIANTS = {
  1: 'totals add up',
  2: 'stock is never sold twice',
  3: 'holds end once',
  4: 'the ledger is what was paid',
  5: 'nothing is decided over an open question',
  6: 'verified income is its orders',
  7: 'a link opens its own',
  8: 'what was bought stays as it was',
  9: 'every move has somebody who may',
} as const;
export type Invariant = keyof typeof INVARIANTS;

export interface Check {
  readonly invariant: Invariant;
  readonly name: string;
  /** Selects `subject` and `detail`, both text. */
  readonly broken: Prisma.Sql;
}
