// The statistics behind the outcome figures. Pure; each function names its source and is checked against published values.

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the standard normal distribution. */
const Z_95 = 1.959963984540054;

export const BOOTSTRAP_RESAMPLES = 2_000;

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** Sample quantile, Hyndman & Fan (1996) type 7, the default of R's `quantile`. Null without values. */
export function quantile(values: readonly number[], probability: number): number | null {
  return quantileOfSorted(sorted(values), probability);
}

function quantileOfSorted(values: ArrayLike<number>, probability: number): number | null {
  if (values.length === 0) return null;
  const position = (values.length - 1) * probability;
  const below = values[Math.floor(position)] ?? Number.NaN;
  const above = values[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/**
 * Distribution-free interval of a median from order statistics: the narrowest pair symmetric in rank whose coverage under
 * Binomial(n, 1/2) is at least 95 % (Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.2).
 * Null below n = 6, where no pair of values covers 95 %.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const n = values.length;
  // In logarithms: 0.5 ** n is zero to a computer from n = 1,075 on, and the search would never end.
  let logProbability = n * Math.log(0.5);
  let tail = Math.exp(logProbability);
  let rank = 0;
  while (tail <= 0.025) {
    rank += 1;
    logProbability += Math.log((n - rank + 1) / rank);
    tail += Math.exp(logProbability);
  }
  const inOrder = sorted(values);
  const low = inOrder[rank - 1];
  const high = inOrder[n - rank];
  return rank === 0 || low === undefined || high === undefined ? null : { low, high };
}

/** 95 % score interval of a share (Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857, method 3). Null when n is 0. */
export function wilsonInterval(successes: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = successes / n;
  const zz = Z_95 * Z_95;
  const centre = share + zz / (2 * n);
  const reach = Z_95 * Math.sqrt((share * (1 - share) + zz / (4 * n)) / n);
  const scale = 1 + zz / n;
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) };
}

/**
 * 95 % bootstrap percentile interval of the median of `differences`, one per woman, whole women resampled
 * (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3). The same generator gives the same interval.
 * Null below n = 5.
 */
export function bootstrapMedianInterval(
  differences: readonly number[],
  random: () => number,
  resamples = BOOTSTRAP_RESAMPLES,
): Interval | null {
  const n = differences.length;
  if (n < 5) return null;
  // Drawing ranks instead of values and counting them spares 2,000 sorts.
  const inOrder = sorted(differences);
  const counts = new Uint16Array(n);
  const medians = new Float64Array(resamples);
  for (let index = 0; index < resamples; index++) {
    counts.fill(0);
    for (let draw = 0; draw < n; draw++) {
      const rank = Math.floor(random() * n);
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    medians[index] = medianOfCounts(inOrder, counts);
  }
  medians.sort();
  const low = quantileOfSorted(medians, 0.025);
  const high = quantileOfSorted(medians, 0.975);
  return low === null || high === null ? null : { low, high };
}

/** Median of a sample that holds the k-th smallest value `counts[k]` times. */
function medianOfCounts(inOrder: readonly number[], counts: Uint16Array): number {
  const n = inOrder.length;
  const lowRank = Math.floor((n - 1) / 2);
  const highRank = Math.ceil((n - 1) / 2);
  let seen = 0;
  let low: number | undefined;
  for (let index = 0; index < n; index++) {
    seen += counts[index] ?? 0;
    if (low === undefined && seen > lowRank) low = inOrder[index];
    if (low !== undefined && seen > highRank) return (low + (inOrder[index] ?? low)) / 2;
  }
  throw new RangeError('empty sample');
}
