// The stage of a woman's business, derived from what is known of her months. Unknown months are never taken for months without a sale.
import { median } from './statistics.ts';

export const STAGES = ['not_started', 'starting', 'running', 'growing', 'stopped', 'seasonal', 'unknown'] as const;
export type Stage = (typeof STAGES)[number];

/** One month since graduation, oldest first; a month about which nothing is known has `hasSale: null`. */
export interface MonthFact {
  readonly month: string;
  readonly hasSale: boolean | null;
  /** She said she would be back then, `YYYY-MM-DD`; only for a month of rest. */
  readonly backOn?: string | null;
  readonly saysClosed?: boolean;
  readonly profitRupiah?: number | null;
}

const WINDOW = 3;
const GROWTH = 1.25;

/**
 * `months` runs without a hole from graduation to the month asked about. Rules, first match wins:
 * seasonal: the last word is a rest whose return date has not passed · stopped: she says so, or three known months without a
 * sale since the last one · not started: no sale since graduation · unknown: nothing known for three months · starting: sales
 * in fewer than three months · growing: running and (median profit of the last three months >= 1.25 x the first three, or a
 * paid helper) · running: a sale in two of the last three months. One sale in three months is neither running nor stopped:
 * it counts as starting, the fragile stage.
 */
export function businessStage(months: readonly MonthFact[], options: { hasPaidHelper: boolean }): Stage {
  const known = months.filter((month) => month.hasSale !== null);
  const recent = months.slice(-WINDOW);
  const lastKnown = known.at(-1);
  const lastSaleIndex = known.findLastIndex((month) => month.hasSale);
  const now = months.at(-1)?.month ?? '';

  if (lastKnown && !lastKnown.hasSale) {
    if (lastKnown.backOn && lastKnown.backOn.slice(0, 7) >= now) return 'seasonal';
    if (lastKnown.saysClosed) return 'stopped';
  }
  if (lastSaleIndex === -1) return known.length === 0 && months.length >= WINDOW ? 'unknown' : 'not_started';
  if (known.length - 1 - lastSaleIndex >= WINDOW) return 'stopped';
  if (recent.every((month) => month.hasSale === null)) return 'unknown';
  if (known.filter((month) => month.hasSale).length < WINDOW) return 'starting';
  if (recent.filter((month) => month.hasSale).length < 2) return 'starting';
  return options.hasPaidHelper || hasGrown(months) ? 'growing' : 'running';
}

/** Compares the first three and the last three months with a told profit; needs six, so that the two do not overlap. */
function hasGrown(months: readonly MonthFact[]): boolean {
  const told = months.flatMap(({ profitRupiah }) => (typeof profitRupiah === 'number' ? [profitRupiah] : []));
  if (told.length < 2 * WINDOW) return false;
  const first = median(told.slice(0, WINDOW)) ?? 0;
  const last = median(told.slice(-WINDOW)) ?? 0;
  return last > 0 && last >= GROWTH * first;
}
