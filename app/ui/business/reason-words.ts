// How a reason to visit is said, and which reasons are pressing: a buyer waits, or money does not come in. These are shown in red.
import { formatMonth } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { SourceRemark } from '#app/domain/people/compare-sources.ts';
import type { FollowUpReason } from '#app/domain/people/reason-to-visit.ts';
import { type Language, textOf } from '#app/text/text.ts';

export const PRESSING: ReadonlySet<FollowUpReason['kind']> = new Set([
  'orderStuck',
  'orderLate',
  'orderOnTheWay',
  'proofUnread',
  'noSale',
]);

/** `short` for a tag, `long` as a sentence. */
export function sayReason(reason: FollowUpReason, language: Language): { short: string; long: string } {
  const { visit: words } = textOf(language);
  if (!('count' in reason)) return { short: words.short[reason.kind](), long: sayRemark(reason, language) };
  return { short: words.short[reason.kind](reason.count), long: words.long[reason.kind](reason.count) };
}

/** Two sources of one woman side by side, with the amounts. */
export function sayRemark({ kind, month, verifiedRupiah, reportedRupiah }: SourceRemark, language: Language): string {
  const { compared } = textOf(language).visit;
  return compared[kind](formatMonth(month, language), formatRupiah(verifiedRupiah), formatRupiah(reportedRupiah));
}
