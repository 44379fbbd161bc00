// Who answers a receipt. Pure, so that the command, the inbox and the screens agree.

/** Receipts of one payment: the buyer may be mistaken, but not without end. */
export const MOST_PROOFS = 5;
/** "Not in" is the maker's to say twice. From then on buyer and maker see different things, and finance looks. */
export const MOST_REFUSALS = 2;

export function countRefusals(proofs: readonly { verdict: string }[]): number {
  return proofs.filter((proof) => proof.verdict === 'not_in').length;
}

/** After so many refusals the next receipt of this payment is no longer the maker's to answer. */
export function isHandedOver(refusals: number): boolean {
  return refusals >= MOST_REFUSALS;
}
