// Owns laying one loose strand on a cloth: a round yarn or a flat strip along a smooth curve, over whatever is lower.
import { FIBRE, TILE_MASK } from '../noise.ts';
import type { Cloth, Rgb } from './cloth.ts';
import { byte, TEXEL } from './cloth.ts';

type Knot = readonly [number, number, number];

export type Strand = {
  /** Points the curve goes through, centimetres from the middle of the mat, with the height of the strand there. */
  path: readonly Knot[];
  /** Half its width, centimetres. */
  radius: number;
  colour: Rgb;
  /** A strip lies flat; a yarn is round. */
  flat: boolean;
  /** Any number; where in the noise its fibres start. */
  phase: number;
};

/** Draws the strand as ribs across it, closer together than texels. */
export function layStrand(cloth: Cloth, strand: Strand): void {
  const { path } = strand;
  let travelled = 0;
  for (let k = 0; k + 1 < path.length; k++) {
    const from = path[k];
    const to = path[k + 1];
    if (!from || !to) continue;
    const before = path[k - 1] ?? from;
    const after = path[k + 2] ?? to;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const ribs = Math.max(1, Math.ceil(length * cloth.density * 1.5));
    for (let rib = 0; rib < ribs; rib++) {
      const t = rib / ribs;
      const p = curve(before[0], from[0], to[0], after[0], t);
      const q = curve(before[1], from[1], to[1], after[1], t);
      const dp = slope(before[0], from[0], to[0], after[0], t);
      const dq = slope(before[1], from[1], to[1], after[1], t);
      const speed = Math.max(1e-6, Math.hypot(dp, dq));
      layRib(cloth, strand, p, q, from[2] + (to[2] - from[2]) * t, -dq / speed, dp / speed, travelled + length * t);
    }
    travelled += length;
  }
}

/** Catmull-Rom: passes through b at t = 0 and c at t = 1. */
function curve(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function slope(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (c - a + t * (2 * (2 * a - 5 * b + 4 * c - d) + t * 3 * (3 * (b - c) + d - a)));
}

function layRib(
  cloth: Cloth,
  strand: Strand,
  p: number,
  q: number,
  lift: number,
  sideP: number,
  sideQ: number,
  s: number,
): void {
  const { density, columns, rows, texels, height } = cloth;
  const { colour, radius, phase } = strand;
  const half = Math.ceil(radius * density * 1.4) + 1;
  const x0 = (p - cloth.left) * density;
  const y0 = (q - cloth.top) * density;
  const reach = radius * density;
  const along = ((s * 12 + phase) | 0) & TILE_MASK;
  for (let k = -half; k <= half; k++) {
    const x = (x0 + (sideP * k * reach) / half) | 0;
    const y = (y0 + (sideQ * k * reach) / half) | 0;
    if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
    // Where the middle of that texel really is across the strand; ribs agree on it, so edges come out clean.
    const across = ((x + 0.5 - x0) * sideP + (y + 0.5 - y0) * sideQ) / reach;
    const squared = across * across;
    const n = y * columns + x;
    const at = n * TEXEL;
    if (squared >= 1) {
      if ((texels[at + 3] ?? 0) === 0) fray(texels, at, colour, (1 - Math.abs(across)) * reach + 0.6);
      continue;
    }
    const fibre = FIBRE[((((across * 6 + phase * 3) | 0) & TILE_MASK) << 8) | along] ?? 0;
    const top = lift + radius * (strand.flat ? 0.5 * (1 - squared * squared) + fibre * 0.1 : Math.sqrt(1 - squared));
    if (top <= (height[n] ?? 0)) continue;
    const tone = 1 + fibre * 0.1;
    texels[at] = byte(colour[0] * tone);
    texels[at + 1] = byte(colour[1] * tone);
    texels[at + 2] = byte(colour[2] * tone);
    texels[at + 3] = 255;
    height[n] = top;
  }
}

/** A bare texel partly covered by the edge of a strand. */
function fray(texels: Uint8Array, at: number, colour: Rgb, cover: number): void {
  if (cover <= 0) return;
  texels[at] = colour[0];
  texels[at + 1] = colour[1];
  texels[at + 2] = colour[2];
  texels[at + 3] = byte(Math.min(1, cover) * 255);
}
