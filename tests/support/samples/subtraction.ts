// What somebody can work out of hidden parts who knows their total, the other parts, how they were rounded, and that none is below zero.
import { type Cell, roundCount, roundSum } from '#app/domain/published-cells.ts';

/** From the least to the most that it can be. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

/**
 * `parts`: null where hidden. Per part the least and the most it can be; null for a shown one. Exact for one equation: a linear programme
 * over a sum has its bounds where all others are at theirs.
 */
export function reachOf(total: Reach, parts: readonly (Reach | null)[]): (Reach | null)[] {
  const shown = parts.filter((part) => part !== null);
  const rest = {
    low: Math.max(
      0,
      shown.reduce((left, part) => left - part.high, total.low),
    ),
    high: shown.reduce((left, part) => left - Math.max(0, part.low), total.high),
  };
  const isAlone = parts.length - shown.length === 1;
  return parts.map((part) => (part === null ? { low: isAlone ? rest.low : 0, high: rest.high } : null));
}

export function exactly(value: number): Reach {
  return { low: value, high: value };
}

/** A draw as close to one as there is: what it does to next to nothing is the step of the rounding. */
const HIGHEST = 1 - Number.EPSILON;
const SOME_DRAWS = [0, 0.2, 0.4, 0.6, 0.8, HIGHEST];

/** The sums of which `rupiah` may have been made, by the site's own rounding, for who even knows the largest amount in it. */
export function reachOfSum(rupiah: number, largest: number): Reach {
  const step = stepOf(largest);
  return { low: rupiah - step, high: rupiah + step };
}

export function stepOf(largest: number): number {
  return roundSum({ total: 1, largest }, HIGHEST);
}

/** The counts of which `cell` may have been made, by the site's own rounding; null where it is hidden. */
export function countsBehind(cell: Cell): number[] | null {
  if (typeof cell !== 'number') return null;
  const near = Array.from({ length: 21 }, (_, index) => cell - 10 + index);
  return near.filter((women) => women >= 0 && SOME_DRAWS.some((draw) => roundCount(women, draw) === cell));
}

export function reachOfCount(cell: number): Reach {
  const counts = countsBehind(cell) ?? [];
  return { low: Math.min(...counts), high: Math.max(...counts) };
}
