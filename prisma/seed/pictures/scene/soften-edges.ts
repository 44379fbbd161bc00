// Owns the outlines of folds and rolls: where one layer ends before another, the lens mixes a little of both.
import type { Canvas } from './canvas.ts';

/** Relative jump in distance that is an outline; a slanting floor or cloth stays far below it. */
const JUMP = 0.008;

export function softenEdges(canvas: Canvas): void {
  const { width, height, light, nearness } = canvas;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const n = y * width + x;
      const here = nearness[n] ?? 0;
      const right = Math.abs(here - (nearness[n + 1] ?? 0));
      const below = Math.abs(here - (nearness[n + width] ?? 0));
      if (right <= here * JUMP && below <= here * JUMP) continue;
      const at = n * 3;
      for (let k = at; k < at + 3; k++) {
        light[k] =
          0.4 * (light[k] ?? 0) +
          0.15 *
            ((light[k - 3] ?? 0) + (light[k + 3] ?? 0) + (light[k - width * 3] ?? 0) + (light[k + width * 3] ?? 0));
      }
    }
  }
}
