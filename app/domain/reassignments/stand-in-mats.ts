// Which of a maker's mats can stand in for those of an order. Pure.

interface Line {
  readonly size: string;
  readonly quantity: number;
  readonly unitPriceRupiah: number;
}

interface Mat {
  readonly size: string;
  readonly priceRupiah: number;
  readonly onHand: number;
  readonly held: number;
  readonly makeDays: number | null;
  readonly weeklyCapacity: number | null;
}

export interface StandIn<M extends Mat> {
  readonly size: string;
  readonly quantity: number;
  /** Those that lie ready first, then the nearest to the price that was paid; empty when she has none of that size left. */
  readonly mats: readonly (M & { readonly isReady: boolean })[];
}

/** One entry for each size of the order, however many of its lines have it. */
export function standInMats<M extends Mat>(lines: readonly Line[], own: readonly M[]): StandIn<M>[] {
  return [...new Set(lines.map(({ size }) => size))].map((size) => {
    const wanted = lines.filter((line) => line.size === size);
    const quantity = wanted.reduce((sum, line) => sum + line.quantity, 0);
    const paid = wanted.reduce((sum, line) => sum + line.quantity * line.unitPriceRupiah, 0) / quantity;
    const mats = own
      .filter((mat) => mat.size === size)
      .map((mat) => ({ ...mat, isReady: mat.onHand - mat.held >= quantity }))
      .filter((mat) => mat.isReady || (mat.makeDays !== null && (mat.weeklyCapacity ?? 0) >= quantity))
      .sort(
        (a, b) =>
          Number(b.isReady) - Number(a.isReady) || Math.abs(a.priceRupiah - paid) - Math.abs(b.priceRupiah - paid),
      );
    return { size, quantity, mats };
  });
}
