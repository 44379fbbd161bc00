// Where a value falls on a drawing, and which round values to write on the axis.

export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
  /** Vertical place of a value, in units of the drawing. */
  y(value: number): number;
}

/** A scale from the lower of 0 and `lowest` to a round value at or above `highest`, with four or five steps of 1, 2 or 5 x 10^k. */
export function scaleFor(lowest: number, highest: number, box: { top: number; bottom: number }): Scale {
  const rough = Math.max(highest - Math.min(lowest, 0), 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const from = Math.floor(Math.min(lowest, 0) / step) * step;
  const top = Math.max(Math.ceil(highest / step) * step, from + step);
  const ticks = Array.from({ length: Math.round((top - from) / step) + 1 }, (_, index) => from + index * step);
  const y = (value: number) => box.bottom - ((value - from) / (top - from)) * (box.bottom - box.top);
  return { top, ticks, y };
}

/** Runs of neighbouring items that are there; a gap in the data is a gap in the line, never a bridge over it. */
export function runsOf<T>(items: readonly (T | null)[]): { index: number; item: T }[][] {
  const runs: { index: number; item: T }[][] = [];
  let run: { index: number; item: T }[] = [];
  for (const [index, item] of items.entries()) {
    if (item !== null) run.push({ index, item });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}
