// Owns the picture while it is made: linear light per pixel, depth, and the tables between screen bytes and linear light.
import { scratch } from '../scratch.ts';

export type Canvas = {
  width: number;
  height: number;
  /** Linear red, green, blue; 1 is a white sheet in full light. */
  light: Float32Array;
  /** 1/distance of what is painted so far; 0 for the background. */
  nearness: Float32Array;
};

/** The one canvas there is: a second call ends the use of the first. */
export function emptyCanvas(width: number, height: number): Canvas {
  // The backdrop fills every pixel of the light.
  const light = scratch('canvas light', width * height * 3);
  const nearness = scratch('canvas nearness', width * height).fill(0);
  return { width, height, light, nearness };
}

/** sRGB byte to linear light (IEC 61966-2-1). */
export const LINEAR = new Float32Array(257).map((_, byte) => {
  const s = byte / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
});
