// Owns the ready-made irregularity every picture samples: noise tiles that repeat without a seam, and slow wandering fields.
import type { Random } from './seeded-random.ts';
import { seededRandom } from './seeded-random.ts';

/** Side of every tile, a power of two so that wrapping is one `&`. */
export const TILE = 256;
export const TILE_MASK = TILE - 1;

/** Box blur that wraps round, `radius` texels along one axis. */
function blurWrapped(source: Float32Array, radius: number, along: 'x' | 'y'): Float32Array {
  const out = new Float32Array(TILE * TILE);
  for (let y = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const at = along === 'x' ? y * TILE + ((x + k) & TILE_MASK) : ((y + k) & TILE_MASK) * TILE + x;
        sum += source[at] ?? 0;
      }
      out[y * TILE + x] = sum;
    }
  }
  return out;
}

/** Scales to mean 0 and standard deviation 0.5, cut at -1 and 1. */
function normalise(field: Float32Array): Float32Array {
  let mean = 0;
  for (const value of field) mean += value;
  mean /= field.length;
  let variance = 0;
  for (const value of field) variance += (value - mean) ** 2;
  const scale = 0.5 / Math.sqrt(variance / field.length);
  return field.map((value) => Math.max(-1, Math.min(1, (value - mean) * scale)));
}

function whiteNoise(stream: number): Float32Array {
  const random = seededRandom(20190401, stream);
  return new Float32Array(TILE * TILE).map(() => random.next() - 0.5);
}

function smoothNoise(stream: number, radiusX: number, radiusY: number): Float32Array {
  let field = whiteNoise(stream);
  for (let pass = 0; pass < 2; pass++) {
    if (radiusX > 0) field = blurWrapped(field, radiusX, 'x');
    if (radiusY > 0) field = blurWrapped(field, radiusY, 'y');
  }
  return normalise(field);
}

/** Several scales of smooth noise on top of each other: stains, clouds, worn cement. */
function cloudNoise(): Float32Array {
  const scales = [smoothNoise(3, 20, 20), smoothNoise(4, 8, 8), smoothNoise(5, 3, 3), smoothNoise(6, 1, 1)];
  const weights = [1, 0.6, 0.35, 0.2];
  const sum = new Float32Array(TILE * TILE);
  scales.forEach((field, k) => {
    for (let n = 0; n < sum.length; n++) sum[n] = (sum[n] ?? 0) + (field[n] ?? 0) * (weights[k] ?? 0);
  });
  return normalise(sum);
}

export const GRAIN = smoothNoise(1, 1, 1);
/** Long thin streaks along x: fibres in a yarn, creases in a strip of cloth, grain in wood. */
export const FIBRE = smoothNoise(2, 9, 1);
export const BLOTCH = smoothNoise(7, 4, 4);
export const CLOUD = cloudNoise();

/** A tile read at any real coordinate, nearest texel. */
export function tileAt(tile: Float32Array, x: number, y: number): number {
  return tile[((y | 0) & TILE_MASK) * TILE + ((x | 0) & TILE_MASK)] ?? 0;
}

/** A tile read between its texels: for what is enlarged so far that single texels would show. */
export function tileBetween(tile: Float32Array, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const right = x - column;
  const upper = lerp(tileAt(tile, column, row), tileAt(tile, column + 1, row), right);
  return lerp(upper, lerp(tileAt(tile, column, row + 1), tileAt(tile, column + 1, row + 1), right), y - row);
}

/** A slow field over a unit square, given by a coarse grid of values from -1 to 1. */
export type SlowField = { cells: number; values: Float32Array };

export function slowField(random: Random, cells: number): SlowField {
  return { cells, values: new Float32Array((cells + 1) * (cells + 1)).map(() => random.between(-1, 1)) };
}

/** One line (constant y from 0 to 1) of a slow field, times `amplitude`, smoothly interpolated into `line`. */
export function fillLine(field: SlowField, y: number, amplitude: number, line: Float32Array): void {
  const { cells, values } = field;
  const side = cells + 1;
  const row = Math.min(cells - 1, Math.floor(y * cells));
  const down = ease(y * cells - row);
  const step = cells / line.length;
  for (let x = 0; x < line.length; x++) {
    const at = x * step;
    const column = Math.min(cells - 1, at | 0);
    const right = ease(at - column);
    const top = row * side + column;
    const upper = lerp(values[top] ?? 0, values[top + 1] ?? 0, right);
    const lower = lerp(values[top + side] ?? 0, values[top + side + 1] ?? 0, right);
    line[x] = amplitude * lerp(upper, lower, down);
  }
}

/** The same field at one point, both coordinates from 0 to 1. */
export function fieldAt(field: SlowField, x: number, y: number): number {
  const { cells, values } = field;
  const side = cells + 1;
  const column = Math.max(0, Math.min(cells - 1, Math.floor(x * cells)));
  const row = Math.max(0, Math.min(cells - 1, Math.floor(y * cells)));
  const right = ease(Math.max(0, Math.min(1, x * cells - column)));
  const down = ease(Math.max(0, Math.min(1, y * cells - row)));
  const top = row * side + column;
  const upper = lerp(values[top] ?? 0, values[top + 1] ?? 0, right);
  return lerp(upper, lerp(values[top + side] ?? 0, values[top + side + 1] ?? 0, right), down);
}

function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
