// Owns painting a laid cloth into the picture: relief against the light, sky between the yarns, soft cover at the edges.
import type { Cloth } from '../cloth/cloth.ts';
import type { Backdrop } from '../room/backdrop.ts';
import type { Canvas } from './canvas.ts';
import { LINEAR } from './canvas.ts';
import type { Lighting } from './lighting.ts';
import type { Mesh } from './mesh.ts';
import { fillMesh } from './triangles.ts';

/** Light that creeps round a fuzzy yarn: a surface turned this far from the light still gets some. */
const WRAP = 0.22;
const EVEN = 0x00ff00ff;
/** A byte weighed with shares of 256 parts. */
const FULL = 255 * 256;

/** What the painter of runs needs of a cloth: its texels as pairs of words (bytes in little-endian order). */
type Surface = {
  words: Uint32Array;
  columns: number;
  lastColumn: number;
  lastRow: number;
};

export function layCloth(canvas: Canvas, backdrop: Backdrop, cloth: Cloth, mesh: Mesh, lighting: Lighting): void {
  const { columns, rows } = cloth;
  const words = new Uint32Array(cloth.texels.buffer);
  const surface: Surface = { words, columns, lastColumn: columns - 1.001, lastRow: rows - 1.001 };
  fillMesh(mesh, canvas.width, canvas.height, 1, (y, from, until, start, step) => {
    layRun(canvas, backdrop, surface, lighting, y, from, until, start, step);
  });
}

/**
 * The innermost loop of every picture. A texel is two words (colour and cover; normal and openness) and two bytes of a
 * word are weighed with one multiplication. Local names keep what changes per pixel in registers.
 */
function layRun(
  canvas: Canvas,
  backdrop: Backdrop,
  surface: Surface,
  lighting: Lighting,
  y: number,
  from: number,
  until: number,
  start: Float64Array,
  step: Float64Array,
): void {
  const { light, nearness } = canvas;
  const { words, columns, lastColumn, lastRow } = surface;
  const { sunlit } = backdrop;
  const [sunRed, sunGreen, sunBlue] = lighting.sun;
  const [skyRed, skyGreen, skyBlue] = lighting.sky;
  const sunRow = (y >> 1) * backdrop.width;
  const near0 = start[2] ?? 0;
  const u0 = start[3] ?? 0;
  const v0 = start[4] ?? 0;
  const p0 = start[5] ?? 0;
  const q0 = start[6] ?? 0;
  const n0 = start[7] ?? 0;
  const airy0 = start[8] ?? 0;
  const nearStep = step[2] ?? 0;
  const uStep = step[3] ?? 0;
  const vStep = step[4] ?? 0;
  const pStep = step[5] ?? 0;
  const qStep = step[6] ?? 0;
  const nStep = step[7] ?? 0;
  const airyStep = step[8] ?? 0;
  for (let x = from; x <= until; x++) {
    const k = x - from;
    const pixel = y * canvas.width + x;
    const near = near0 + k * nearStep;
    if (near < (nearness[pixel] ?? 0)) continue;
    const u = Math.max(0, Math.min(lastColumn, u0 + k * uStep));
    const v = Math.max(0, Math.min(lastRow, v0 + k * vStep));
    const column = u | 0;
    const row = v | 0;
    const right = ((u - column) * 256) | 0;
    const down = ((v - row) * 256) | 0;
    const wd = (right * down) >> 8;
    const wb = right - wd;
    const wc = down - wd;
    const wa = 256 - right - wc;
    const a = (row * columns + column) * 2;
    const c = a + columns * 2;
    const colourA = words[a] ?? 0;
    const colourB = words[a + 2] ?? 0;
    const colourC = words[c] ?? 0;
    const colourD = words[c + 2] ?? 0;
    const greenCover = weigh(colourA >>> 8, colourB >>> 8, colourC >>> 8, colourD >>> 8, wa, wb, wc, wd);
    const cover = greenCover >>> 16;
    if (cover < 1600) continue;
    const redBlue = weigh(colourA, colourB, colourC, colourD, wa, wb, wc, wd);
    const reliefA = words[a + 1] ?? 0;
    const reliefB = words[a + 3] ?? 0;
    const reliefC = words[c + 1] ?? 0;
    const reliefD = words[c + 3] ?? 0;
    const slantOpen = weigh(reliefA, reliefB, reliefC, reliefD, wa, wb, wc, wd);
    const slantQ = weigh(reliefA >>> 8, reliefB >>> 8, reliefC >>> 8, reliefD >>> 8, wa, wb, wc, wd);
    const nx = (slantOpen & 0xffff) * (1 / (127 * 256)) - 128 / 127;
    const ny = (slantQ & 0xffff) * (1 / (127 * 256)) - 128 / 127;
    const open = (slantOpen >>> 16) * (1 / (219 * 256));
    const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
    const airy = airy0 + k * airyStep;
    const facing = (p0 + k * pStep) * nx + (q0 + k * qStep) * ny + (n0 + k * nStep) * nz + WRAP;
    const direct =
      (Math.max(0, facing) / (1 + WRAP)) * (0.3 + 0.7 * open) * (0.55 + 0.45 * airy) * (sunlit[sunRow + (x >> 1)] ?? 1);
    const ambient = open * airy;
    const share = cover >= FULL - 1300 ? 1 : cover / FULL;
    const keep = 1 - share;
    // Bare texels are black: at an edge the colour of the covered ones is scaled up again.
    const scale = cover >= FULL - 300 ? 1 : FULL / cover;
    const red = LINEAR[((redBlue & 0xffff) * scale) >> 8] ?? 1;
    const green = LINEAR[((greenCover & 0xffff) * scale) >> 8] ?? 1;
    const blue = LINEAR[((redBlue >>> 16) * scale) >> 8] ?? 1;
    const at = pixel * 3;
    light[at] = (light[at] ?? 0) * keep + share * red * (sunRed * direct + skyRed * ambient);
    light[at + 1] = (light[at + 1] ?? 0) * keep + share * green * (sunGreen * direct + skyGreen * ambient);
    light[at + 2] = (light[at + 2] ?? 0) * keep + share * blue * (sunBlue * direct + skyBlue * ambient);
    if (cover > FULL / 2) nearness[pixel] = near;
  }
}

/** Bytes 0 and 2 of four words, weighed with parts of 256, as two 16-bit sums. */
function weigh(a: number, b: number, c: number, d: number, wa: number, wb: number, wc: number, wd: number): number {
  const upper = (Math.imul(a & EVEN, wa) + Math.imul(b & EVEN, wb)) | 0;
  const lower = (Math.imul(c & EVEN, wc) + Math.imul(d & EVEN, wd)) | 0;
  return (upper + lower) | 0;
}
