// What somebody can work out of hidden parts who knows their total, the other parts, how they were rounded, and that none is below zero.

interface Reach {
  readonly low: number;
  readonly high: number;
}

/**
 * `parts`: null where hidden. `step`: what all were rounded to, 0 for exact ones. Per part the least and the most it can be; null for a
 * shown one. Exact for one equation: a linear programme over a sum has its bounds where all others are at theirs.
 */
export function reachOf(total: number, parts: readonly (number | null)[], step: number): (Reach | null)[] {
  const half = step / 2;
  const shown = parts.filter((part) => part !== null);
  const least = (sum: number, part: number) => sum + Math.max(0, part - half);
  const most = (sum: number, part: number) => sum + part + half;
  const rest = {
    low: Math.max(0, total - half - shown.reduce(most, 0)),
    high: total + half - shown.reduce(least, 0),
  };
  const isAlone = parts.length - shown.length === 1;
  return parts.map((part) => (part === null ? { low: isAlone ? rest.low : 0, high: rest.high } : null));
}
