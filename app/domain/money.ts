// Whole rupiah: reading, writing and splitting it without losing one.

/** `25000` -> `Rp 25.000`, never torn at the end of a line; a minus sign stands before `Rp`. Throws on fractions. */
export function formatRupiah(rupiah: number): string {
  return `${rupiah < 0 ? '−' : ''}Rp\u00A0${formatFigure(Math.abs(rupiah))}`;
}

/** `25000` -> `25.000`, for a table whose head or caption names the unit. Throws on fractions. */
export function formatFigure(rupiah: number): string {
  if (!Number.isSafeInteger(rupiah)) throw new RangeError(`not whole rupiah: ${rupiah}`);
  const digits = Math.abs(rupiah)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${rupiah < 0 ? '−' : ''}${digits}`;
}

/**
 * What people write for an amount: `25000`, `Rp 25.000`, `Rp. 300.000,-`, `300rb`, `1,5 jt`.
 * Returns whole rupiah >= 0, or null when it says no amount (blank, `-`, `tidak tentu`).
 */
export function parseRupiah(text: string): number | null {
  const cleaned = text
    .trim()
    .toLowerCase()
    .replace(/^rp\.?\s*/, '')
    .replace(/,-+$/, '')
    .replace(/\s+/g, '');
  const scaled = /^(\d+(?:[.,]\d+)?)(rb|ribu|k|jt|juta)$/.exec(cleaned);
  if (scaled?.[1] && scaled[2]) {
    const unit = scaled[2].startsWith('j') ? 1_000_000 : 1_000;
    // `1.500rb`: a point before three digits may mean thousands or a fraction. Better ask again than be wrong a thousandfold.
    if (/\.\d{3}$/.test(scaled[1])) return null;
    return toSafe(Math.round(Number(scaled[1].replace(',', '.')) * unit));
  }
  if (/^\d+$/.test(cleaned)) return toSafe(Number(cleaned));
  if (/^\d{1,3}(\.\d{3})+(,0{1,2})?$/.test(cleaned)) return toSafe(Number(cleaned.split(',')[0]?.replaceAll('.', '')));
  return null;
}

function toSafe(value: number): number | null {
  return Number.isSafeInteger(value) ? value : null;
}

/**
 * Splits `total` over `weights` in whole rupiah, nothing lost: largest remainder (Hamilton's method),
 * ties to the earlier part. All weights zero: everything to the first. Counted in BigInt: a total times a weight does not
 * fit a double. Throws when there is no part, or a weight is negative or not whole.
 */
export function splitByLargestRemainder(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new RangeError('nothing to split over');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('a weight is wrong');
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0));
  const shares = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    const remainder = ((product % sum) + sum) % sum;
    return { index, part: Number((product - remainder) / sum), remainder };
  });
  const left = total - shares.reduce((a, { part }) => a + part, 0);
  const byRemainder = shares.toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const share of byRemainder.slice(0, left)) share.part += 1;
  return shares.map(({ part }) => part);
}
