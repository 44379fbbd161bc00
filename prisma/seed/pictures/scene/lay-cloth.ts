// Owns painting a laid cloth into the picture: relief against the light, sky between the yarns, soft cover at the edges.
import type { Cloth } from '../cloth/cloth.ts';
import type { Backdrop } from '../room/backdrop.ts';
import type { Canvas } from './canvas.ts';
import { LINEAR } from './canvas.ts';
import type { Lighting } from './lighting.ts';
import type { Mesh } from './mesh.ts';
import { CORNER } from './mesh.ts';
import { fillMesh } from './triangles.ts';

/** Light that creeps round a fuzzy yarn: a surface turned this far from the light still gets some. */
const WRAP = 0.22;
const EVEN = 0x00ff00ff;
/** A byte weighed with shares of 256 parts. */
const FULL = 255 * 256;

/** A cloth under its light, in the form the innermost loop reads. */
type Surface = {
  /** Two words a texel: colour and cover; normal and openness (bytes in little-endian order). */
  words: Uint32Array;
  columns: number;
  lastColumn: number;
  lastRow: number;
  width: number;
  light: Float32Array;
  nearness: Float32Array;
  /** See Backdrop. */
  sunlit: Float32Array;
  sunWidth: number;
  sun: readonly [number, number, number];
  sky: readonly [number, number, number];
};

export function layCloth(canvas: Canvas, backdrop: Backdrop, cloth: Cloth, mesh: Mesh, lighting: Lighting): void {
  const surface: Surface = {
    words: new Uint32Array(cloth.texels.buffer),
    columns: cloth.columns,
    lastColumn: cloth.columns - 1.001,
    lastRow: cloth.rows - 1.001,
    width: canvas.width,
    light: canvas.light,
    nearness: canvas.nearness,
    sunlit: backdrop.sunlit,
    sunWidth: backdrop.width,
    sun: lighting.sun,
    sky: lighting.sky,
  };
  fillMesh(mesh, canvas.width, canvas.height, 1, (y, from, until, start, step) =>
    layRun(surface, y, from, until, start, step),
  );
}

function layRun(
  surface: Surface,
  y: number,
  from: number,
  until: number,
  place: Float64Array,
  step: Float64Array,
): void {
  const { nearness, width, sunWidth } = surface;
  const row = y * width;
  const sunRow = (y >> 1) * sunWidth;
  for (let x = from; x <= until; x++) {
    if ((place[2] ?? 0) >= (nearness[row + x] ?? 0)) layPixel(surface, row + x, sunRow + (x >> 1), place);
    for (let k = 2; k < CORNER; k++) place[k] = (place[k] ?? 0) + (step[k] ?? 0);
  }
}

/**
 * One pixel: four texels weighed, two bytes of a word with one multiplication, then lit. Its place comes in an array (see
 * CORNER): so many fractions handed over one by one would each be an object to make and to throw away.
 */
function layPixel(surface: Surface, pixel: number, sunPixel: number, place: Float64Array): void {
  const { words, columns, light } = surface;
  const u = place[3] ?? 0;
  const v = place[4] ?? 0;
  const airy = place[8] ?? 0;
  const inU = Math.max(0, Math.min(surface.lastColumn, u));
  const inV = Math.max(0, Math.min(surface.lastRow, v));
  const right = ((inU - (inU | 0)) * 256) | 0;
  const down = ((inV - (inV | 0)) * 256) | 0;
  const both = (right * down) >> 8;
  const a = ((inV | 0) * columns + (inU | 0)) * 2;
  const c = a + columns * 2;
  const greenCover = weigh(words, a, c, 8, right, down, both);
  const cover = greenCover >>> 16;
  if (cover < 1600) return;
  const redBlue = weigh(words, a, c, 0, right, down, both);
  const slantOpen = weigh(words, a + 1, c + 1, 0, right, down, both);
  const slantQ = weigh(words, a + 1, c + 1, 8, right, down, both);
  const nx = (slantOpen & 0xffff) * (1 / (127 * 256)) - 128 / 127;
  const ny = (slantQ & 0xffff) * (1 / (127 * 256)) - 128 / 127;
  const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
  const open = (slantOpen >>> 16) * (1 / (219 * 256));
  const lit = (place[5] ?? 0) * nx + (place[6] ?? 0) * ny + (place[7] ?? 0) * nz;
  const facing = Math.max(0, lit + WRAP) / (1 + WRAP);
  const reaches = surface.sunlit[sunPixel] ?? 1;
  const direct = facing * (0.3 + 0.7 * open) * (0.55 + 0.45 * airy) * reaches;
  const ambient = open * airy;
  const share = cover >= FULL - 1300 ? 1 : cover / FULL;
  // Bare texels are black: at an edge the colour of the covered ones is scaled up again.
  const scale = cover >= FULL - 300 ? 1 : FULL / cover;
  const red = LINEAR[((redBlue & 0xffff) * scale) >> 8] ?? 1;
  const green = LINEAR[((greenCover & 0xffff) * scale) >> 8] ?? 1;
  const blue = LINEAR[((redBlue >>> 16) * scale) >> 8] ?? 1;
  const { sun, sky } = surface;
  const at = pixel * 3;
  light[at] = (light[at] ?? 0) * (1 - share) + share * red * (sun[0] * direct + sky[0] * ambient);
  light[at + 1] = (light[at + 1] ?? 0) * (1 - share) + share * green * (sun[1] * direct + sky[1] * ambient);
  light[at + 2] = (light[at + 2] ?? 0) * (1 - share) + share * blue * (sun[2] * direct + sky[2] * ambient);
  if (cover > FULL / 2) surface.nearness[pixel] = place[2] ?? 0;
}

/**
 * Bytes 0 and 2 (1 and 3 with `shift` 8) of the words at `a`, right of it, below it at `c` and right of that, as two
 * 16-bit sums; `right` and `down` are how far the place is from `a`, in parts of 256, `both` their product.
 */
function weigh(
  words: Uint32Array,
  a: number,
  c: number,
  shift: number,
  right: number,
  down: number,
  both: number,
): number {
  const upperLeft = Math.imul(((words[a] ?? 0) >>> shift) & EVEN, 256 - right - down + both);
  const upperRight = Math.imul(((words[a + 2] ?? 0) >>> shift) & EVEN, right - both);
  const lowerLeft = Math.imul(((words[c] ?? 0) >>> shift) & EVEN, down - both);
  const lowerRight = Math.imul(((words[c + 2] ?? 0) >>> shift) & EVEN, both);
  return (((upperLeft + upperRight) | 0) + ((lowerLeft + lowerRight) | 0)) | 0;
}
