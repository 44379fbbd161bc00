// Owns the surface a painted height gives: which way each texel faces and how much sky reaches it between the yarns.
import { scratch } from '../scratch.ts';
import type { Cloth } from './cloth.ts';
import { byte, TEXEL } from './cloth.ts';

/** Mean over a square window of (2 radius + 1) texels, by running sums, into `out`, which it returns; edges repeat. */
export function boxMean(
  source: Float32Array,
  columns: number,
  rows: number,
  radius: number,
  out: Float32Array,
): Float32Array {
  const across = scratch('mean along rows', source.length);
  const span = 1 / (2 * radius + 1);
  for (let y = 0; y < rows; y++) {
    const row = y * columns;
    const last = row + columns - 1;
    let sum = (source[row] ?? 0) * (radius + 1);
    for (let k = 1; k <= radius; k++) sum += source[Math.min(last, row + k)] ?? 0;
    for (let n = row; n <= last; n++) {
      across[n] = sum * span;
      sum += (source[Math.min(last, n + radius + 1)] ?? 0) - (source[Math.max(row, n - radius)] ?? 0);
    }
  }
  const sums = new Float32Array(columns);
  for (let k = -radius; k <= radius; k++) {
    const row = Math.max(0, Math.min(rows - 1, k)) * columns;
    for (let x = 0; x < columns; x++) sums[x] = (sums[x] ?? 0) + (across[row + x] ?? 0);
  }
  for (let y = 0; y < rows; y++) {
    const row = y * columns;
    const next = Math.min(rows - 1, y + radius + 1) * columns;
    const gone = Math.max(0, y - radius) * columns;
    for (let x = 0; x < columns; x++) {
      const sum = sums[x] ?? 0;
      out[row + x] = sum * span;
      sums[x] = sum + (across[next + x] ?? 0) - (across[gone + x] ?? 0);
    }
  }
  return out;
}

/** Writes normals and openness into the texels; `depth` scales the relief, 1 is true to the centimetres. */
export function finishRelief(cloth: Cloth, depth: number): void {
  const { columns, rows, density, texels, height } = cloth;
  const radius = Math.max(1, Math.round(density * 0.42));
  const mean = boxMean(height, columns, rows, radius, scratch('mean height', height.length));
  const slope = density * depth * 0.5;
  for (let y = 0; y < rows; y++) {
    const up = Math.max(0, y - 1) * columns;
    const down = Math.min(rows - 1, y + 1) * columns;
    finishRow(texels, height, mean, y * columns, up, down, columns, slope);
  }
}

function finishRow(
  texels: Uint8Array,
  height: Float32Array,
  mean: Float32Array,
  start: number,
  up: number,
  down: number,
  columns: number,
  slope: number,
): void {
  for (let x = 0; x < columns; x++) {
    const n = start + x;
    const here = height[n] ?? 0;
    const dx = ((height[x > 0 ? n - 1 : n] ?? 0) - (height[x + 1 < columns ? n + 1 : n] ?? 0)) * slope;
    const dy = ((height[up + x] ?? 0) - (height[down + x] ?? 0)) * slope;
    const length = 1 / Math.sqrt(1 + dx * dx + dy * dy);
    const at = n * TEXEL;
    texels[at + 4] = byte(128 + dx * length * 127);
    texels[at + 5] = byte(128 + dy * length * 127);
    const sunk = (mean[n] ?? 0) - here;
    const open = sunk > 0 ? 1 - sunk * 2.6 : 1 - sunk * 0.5;
    texels[at + 6] = byte(Math.max(0.12, Math.min(1.16, open)) * 219);
  }
}
