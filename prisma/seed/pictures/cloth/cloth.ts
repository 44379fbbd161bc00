// Owns the sheet a mat is painted on before it is laid in a scene: texels of colour, cover, relief, in centimetres of the mat.
import { scratch } from '../scratch.ts';

/** Bytes of one texel: red, green, blue (sRGB), cover, normal x, normal y (128 is level), openness to the sky, spare. */
export const TEXEL = 8;

export type Cloth = {
  columns: number;
  rows: number;
  /** Texels to a centimetre. */
  density: number;
  /** Centimetres of the first texel, from the middle of the mat. */
  left: number;
  top: number;
  texels: Uint8Array;
  /** Height of the surface above the floor of the weave, centimetres; only while the cloth is made. */
  height: Float32Array;
};

export type Size = { widthCm: number; heightCm: number };

/** An empty sheet for a mat of this size with `margin` centimetres of room on the left and right for a fringe. */
export function emptyCloth(size: Size, density: number, margin: { x: number; y: number }): Cloth {
  const columns = Math.ceil((size.widthCm + 2 * margin.x) * density);
  const rows = Math.ceil((size.heightCm + 2 * margin.y) * density);
  return {
    columns,
    rows,
    density,
    left: -columns / density / 2,
    top: -rows / density / 2,
    texels: new Uint8Array(columns * rows * TEXEL),
    height: scratch('cloth height', columns * rows).fill(0),
  };
}

export type Rgb = readonly [number, number, number];

export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Writes colour (times `tone`) and cover (0 to 1) of texel `n`. */
export function paint(texels: Uint8Array, n: number, colour: Rgb, tone: number, cover: number): void {
  const at = n * TEXEL;
  texels[at] = byte(colour[0] * tone);
  texels[at + 1] = byte(colour[1] * tone);
  texels[at + 2] = byte(colour[2] * tone);
  texels[at + 3] = byte(cover * 255);
}

export function byte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : (value + 0.5) | 0;
}
