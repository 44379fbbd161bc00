// Which reasons to visit are pressing: a buyer waits, or money does not come in. These are shown in red.
import type { FollowUpReason } from '#app/domain/people/reason-to-visit.ts';

export const PRESSING: ReadonlySet<FollowUpReason['kind']> = new Set([
  'orderStuck',
  'orderLate',
  'proofUnread',
  'noSale',
]);
