// Whole rupiah: reading, writing and splitting it without losing one.

/** `25000` -> `Rp 25.000`; a minus sign stands before `Rp`. Throws on fractions. */
export function formatRupiah(rupiah: number): string {
  if (!Number.isSafeInteger(rupiah)) throw new RangeError(`not whole rupiah: ${rupiah}`);
  const digits = Math.abs(rupiah)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${rupiah < 0 ? '−' : ''}Rp ${digits}`;
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
    return Math.round(Number(scaled[1].replace(',', '.')) * unit);
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
 * ties to the earlier part. All weights zero: everything to the first. Throws when there is no part.
 */
export function splitByLargestRemainder(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new RangeError('nothing to split over');
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
