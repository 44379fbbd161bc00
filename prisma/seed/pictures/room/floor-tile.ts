// Owns a floor as a square of picture that repeats without a seam.
import type { Rgb } from '../cloth/cloth.ts';
import { scratch } from '../scratch.ts';

/** Side of the repeating square in centimetres and in texels (a power of two). */
export const FLOOR_CM = 96;
export const FLOOR_TEXELS = 512;

/** sRGB bytes, three per texel; gloss from 0 (raw cement) to 1 (polished). */
export type FloorTile = { texels: Uint8ClampedArray; gloss: number };

/** Colour (0 to 255, written into `out`) of the floor at a place, centimetres from 0 to FLOOR_CM. */
export type FloorPainter = (x: number, y: number, out: Float32Array) => void;

export function fillTile(gloss: number, painter: FloorPainter): FloorTile {
  const texels = new Uint8ClampedArray(FLOOR_TEXELS * FLOOR_TEXELS * 3);
  const colour = new Float32Array(3);
  const step = FLOOR_CM / FLOOR_TEXELS;
  for (let y = 0, at = 0; y < FLOOR_TEXELS; y++) {
    for (let x = 0; x < FLOOR_TEXELS; x++, at += 3) {
      painter((x + 0.5) * step, (y + 0.5) * step, colour);
      texels[at] = colour[0] ?? 0;
      texels[at + 1] = colour[1] ?? 0;
      texels[at + 2] = colour[2] ?? 0;
    }
  }
  return { texels, gloss };
}

/** Paints a flat stone of `radius` cm with `corners` corners at a place of the tile, over its edges too. */
export function stampStone(
  tile: FloorTile,
  x: number,
  y: number,
  radius: number,
  corners: readonly number[],
  colour: Rgb,
): void {
  const scale = FLOOR_TEXELS / FLOOR_CM;
  const mask = FLOOR_TEXELS - 1;
  const cos = corners.map(Math.cos);
  const sin = corners.map(Math.sin);
  const reach = Math.ceil(radius * scale * 1.3);
  const middleX = Math.round(x * scale);
  const middleY = Math.round(y * scale);
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      // The stone is where every one of its sides is still ahead: a convex polygon.
      let inside = 1;
      for (let k = 0; k < corners.length; k++) {
        inside = Math.min(inside, radius * scale - (dx * (cos[k] ?? 0) + dy * (sin[k] ?? 0)));
      }
      if (inside <= 0) continue;
      const at = (((middleY + dy) & mask) * FLOOR_TEXELS + ((middleX + dx) & mask)) * 3;
      for (let k = 0; k < 3; k++) {
        const under = tile.texels[at + k] ?? 0;
        tile.texels[at + k] = under + ((colour[k] ?? 0) - under) * inside;
      }
    }
  }
}

/** Each texel mixed with its neighbours (1 2 1 both ways): no edge on a floor is sharper than the lens. */
export function soften(tile: FloorTile): FloorTile {
  const side = FLOOR_TEXELS * 3;
  const mask = FLOOR_TEXELS - 1;
  const { texels } = tile;
  const across = scratch('floor across', texels.length);
  for (let y = 0; y < FLOOR_TEXELS; y++) {
    for (let x = 0; x < FLOOR_TEXELS; x++) {
      for (let k = 0; k < 3; k++) {
        const row = y * side + k;
        across[row + x * 3] =
          (texels[row + ((x - 1) & mask) * 3] ?? 0) +
          2 * (texels[row + x * 3] ?? 0) +
          (texels[row + ((x + 1) & mask) * 3] ?? 0);
      }
    }
  }
  const soft = new Uint8ClampedArray(texels.length);
  for (let y = 0; y < FLOOR_TEXELS; y++) {
    const above = ((y - 1) & mask) * side;
    const below = ((y + 1) & mask) * side;
    for (let n = 0; n < side; n++) {
      soft[y * side + n] = ((across[above + n] ?? 0) + 2 * (across[y * side + n] ?? 0) + (across[below + n] ?? 0)) / 16;
    }
  }
  return { ...tile, texels: soft };
}
