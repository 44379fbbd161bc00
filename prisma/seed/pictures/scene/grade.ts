// Owns the last step of a picture: what the lens, the sensor and the phone's own processing do to linear light.
import { GRAIN, TILE_MASK } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Canvas } from './canvas.ts';

/** sRGB bytes, three per pixel. */
export type Picture = { data: Uint8Array; width: number; height: number };

const STEPS = 4096;
/** The brightest linear light the curve tells apart. */
const TOP = 1.6;

/** Share of colour lost: the sensor sees a little of every colour in every other. */
const FADE = 0.13;

/** A gentle film curve: shadows a little lifted, highlights rolled off, then sRGB. */
const CURVE = new Float32Array(STEPS + 1).map((_, k) => {
  const x = (k / STEPS) * TOP;
  const rolled = (x * (1 + x / 4)) / (1 + x * 0.62);
  const s = rolled <= 0.0031308 ? rolled * 12.92 : 1.055 * rolled ** (1 / 2.4) - 0.055;
  const contrast = s < 1 ? s + 0.03 * Math.sin((s - 0.5) * 2 * Math.PI) : s;
  return 255 * Math.min(1, 0.018 + contrast * 0.982);
});

/** What this one phone did to this one picture. */
type Development = { red: number; green: number; blue: number; vignette: number; grainX: number; grainY: number };

export function gradePicture(canvas: Canvas, random: Random): Picture {
  const { width, height } = canvas;
  const data = new Uint8Array(width * height * 3);
  const exposure = (random.between(0.94, 1.14) * STEPS) / TOP;
  const development: Development = {
    red: exposure * (1 + random.between(-0.025, 0.025)),
    green: exposure,
    blue: exposure * (1 + random.between(-0.03, 0.03)),
    vignette: random.between(0.16, 0.3),
    grainX: random.whole(0, TILE_MASK),
    grainY: random.whole(0, TILE_MASK),
  };
  for (let y = 0; y < height; y++) gradeRow(canvas, development, y, data);
  return { data, width, height };
}

function gradeRow(canvas: Canvas, development: Development, y: number, data: Uint8Array): void {
  const { width, height, light } = canvas;
  const { red, green, blue, vignette, grainX, grainY } = development;
  const dy = (y / height - 0.5) * 1.5;
  const grainRow = ((y + grainY) & TILE_MASK) << 8;
  for (let x = 0, at = y * width * 3; x < width; x++, at += 3) {
    const dx = (x / width - 0.5) * 2;
    const fall = 1 - vignette * (dx * dx + dy * dy) * 0.64;
    const grain = (GRAIN[grainRow | ((x + grainX) & TILE_MASK)] ?? 0) * 1.3 + 0.5;
    const r = (light[at] ?? 0) * red * fall;
    const g = (light[at + 1] ?? 0) * green * fall;
    const b = (light[at + 2] ?? 0) * blue * fall;
    const grey = (0.25 * r + 0.65 * g + 0.1 * b) * FADE;
    data[at] = screen(r * (1 - FADE) + grey, grain);
    data[at + 1] = screen(g * (1 - FADE) + grey, grain);
    data[at + 2] = screen(b * (1 - FADE) + grey, grain);
  }
}

function screen(step: number, grain: number): number {
  const value = (CURVE[step >= STEPS ? STEPS : step | 0] ?? 0) + grain;
  return value <= 0 ? 0 : value >= 255 ? 255 : value | 0;
}
