// Which cells of a table may be shown to somebody who may not know the women behind it, and how exactly. Pure; every published figure
// goes through here. Rules: at least five women, none with over half of a sum, nothing hidden that the shown cells give away, and the
// rest rounded by chance, so that a step from one month to the next tells of no single woman (threshold, dominance, complementary
// suppression and random rounding: Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapters 4 and 5).

/** Fewer women than this and one could be recognised. */
export const SMALLEST_CELL = 5;
const COUNT_STEP = 5;
const RUPIAH_STEP = 50_000;
/** A draw that rounds to the nearest, for what is not stored: of chance the mean of many looks would give the number back. */
export const NEAREST = 0.5;

/** Stands where a number is not shown; never a zero and never a gap. */
export const HIDDEN = 'hidden';
export type Cell = number | typeof HIDDEN;

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** What a group puts into a figure: the women with an amount other than zero, their sum, and the largest of them. */
export interface Part {
  readonly women: number;
  readonly total: number;
  readonly largest: number;
}

/** Who told nothing (null) and who has nothing (0) hold no part of a sum: a sum of two women and ten zeros rests on two. */
export function partOf(amounts: readonly (number | null)[]): Part {
  return joinParts(amounts.map((amount) => ({ women: amount ? 1 : 0, total: amount ?? 0, largest: amount ?? 0 })));
}

export function countPart(women: number): Part {
  return { women, total: women, largest: Math.min(women, 1) };
}

export function joinParts(parts: Iterable<Part>): Part {
  let [women, total, largest] = [0, 0, 0];
  for (const part of parts) {
    women += part.women;
    total += part.total;
    largest = Math.max(largest, part.largest);
  }
  return { women, total, largest };
}

/** Five women, and none of them with over half. */
export function isPublishable({ women, total, largest }: Part): boolean {
  return women >= SMALLEST_CELL && largest * 2 <= total;
}

/**
 * The parts to hide where their total is shown: those that may not be published or are `forced`, then the next smallest, until at least
 * two are hidden and could be published as one. All that can be computed is then their sum: each of them may be anything from zero to
 * that sum, which is at least twice what any one woman has. A part without anybody needs no cover.
 */
export function hiddenParts(
  parts: ReadonlyMap<string, Part>,
  forced: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const bySize = [...parts].sort(
    ([aKey, a], [bKey, b]) => a.women - b.women || a.total - b.total || (aKey < bKey ? -1 : 1),
  );
  const hidden = new Set(bySize.filter(([key, part]) => forced.has(key) || !isPublishable(part)).map(([key]) => key));
  for (const [key] of bySize) {
    const covered = bySize.filter(([other, part]) => hidden.has(other) && part.women > 0).map(([, part]) => part);
    if (covered.length === 0 || (covered.length >= 2 && isPublishable(joinParts(covered)))) break;
    hidden.add(key);
  }
  return hidden;
}

/**
 * To five below or above, so that the mean over many draws is the number itself. `draw`: one for all counts of a group in a month, from 0
 * (included) to 1 (not). One and the same draw never turns the order of two counts round, and gives equal ones the same cell.
 */
export function roundCount(women: number, draw: number): number {
  return roundBy(women, COUNT_STEP, draw);
}

/**
 * Like a count, to a step that is no less than what any one woman has (1, 2 or 5 times a power of ten, Rp 50.000 at least): one who comes,
 * goes or changes her mind moves the sum by one step or by none, and either may be chance.
 */
export function roundSum({ total, largest }: Pick<Part, 'total' | 'largest'>, draw: number): number {
  return roundBy(total, stepFor(largest), draw);
}

function stepFor(largest: number): number {
  let power = RUPIAH_STEP / 5;
  for (;;) {
    const step = [5 * power, 10 * power, 20 * power].find((candidate) => candidate >= largest);
    if (step !== undefined) return step;
    power *= 10;
  }
}

/** To the nearest Rp 50.000: what is no sum. */
export function roundRupiah(rupiah: number): number {
  return roundBy(rupiah, RUPIAH_STEP, NEAREST);
}

function roundBy(value: number, step: number, draw: number): number {
  // Not -0, which would be written with a sign.
  return Math.floor(value / step + draw) * step || 0;
}

/** Rounded ends, or null where one of them is the smallest or the largest answer: that is one woman's own. */
export function innerInterval(interval: Ends | null, values: readonly number[]): Ends | null {
  if (!interval || interval.low <= Math.min(...values) || interval.high >= Math.max(...values)) return null;
  return { low: roundRupiah(interval.low), high: roundRupiah(interval.high) };
}
