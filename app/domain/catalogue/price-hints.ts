// What to ask for a mat: chips around the median of similar mats, and what a price means per hour of work.
import { areaSquareMetres } from '../listings/listing-vocabulary.ts';

/** Where no similar mat is on sale: Rp 35.000 for 40 × 60, scaled by area. */
const RUPIAH_PER_SQUARE_METRE = 146_000;
/** Assumptions of the wage shown beside a price: rough figures for a hand loom, the screen says "kira-kira". */
const HOURS_PER_SQUARE_METRE = 12;
const MATERIAL_RUPIAH_PER_SQUARE_METRE = 35_000;
const STEP_RUPIAH = 2_500;
const SHARES = [0.85, 1, 1.15, 1.3] as const;
/** Fewer prices than this say more about one maker than about the market. */
const LEAST_PRICES = 3;

export interface PriceHint {
  readonly priceRupiah: number;
  /** Price minus material, per hour, rounded down to Rp 500; never below zero. */
  readonly wagePerHourRupiah: number;
}

export interface SizePrices {
  readonly size: string;
  readonly hints: readonly PriceHint[];
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? upper) + upper) / 2);
}

export function wagePerHour(size: string, priceRupiah: number): number {
  const area = areaSquareMetres(size);
  const earned = priceRupiah - area * MATERIAL_RUPIAH_PER_SQUARE_METRE;
  return Math.max(0, Math.floor(earned / (area * HOURS_PER_SQUARE_METRE) / 500) * 500);
}

/** Up to four prices, ascending, multiples of Rp 2.500. */
export function priceHints(size: string, similarRupiah: readonly number[]): PriceHint[] {
  const middle =
    (similarRupiah.length >= LEAST_PRICES ? medianOf(similarRupiah) : null) ??
    areaSquareMetres(size) * RUPIAH_PER_SQUARE_METRE;
  const prices = SHARES.map((share) => Math.max(STEP_RUPIAH, Math.round((middle * share) / STEP_RUPIAH) * STEP_RUPIAH));
  return [...new Set(prices)].map((priceRupiah) => ({
    priceRupiah,
    wagePerHourRupiah: wagePerHour(size, priceRupiah),
  }));
}
