// Owns what the mat lies on: floors and walls as planes, seen from the camera, lit, a little out of focus behind the mat.
import type { Canvas } from '../scene/canvas.ts';
import { LINEAR } from '../scene/canvas.ts';
import type { Lighting } from '../scene/lighting.ts';
import type { Vector } from '../scene/vector.ts';
import { dot, minus, times } from '../scene/vector.ts';
import type { View } from '../scene/view.ts';
import { scratch } from '../scratch.ts';
import type { FloorTile } from './floor-tile.ts';
import { FLOOR_CM, FLOOR_TEXELS } from './floor-tile.ts';

/** A place in the room: x, y, z. */
type Point = ArrayLike<number>;

export type Plane = {
  at: Vector;
  normal: Vector;
  /** Directions of the tile's columns and rows. */
  across: Vector;
  down: Vector;
  tile: FloorTile;
  /** Centimetres the tile starts off the middle, so that no two floors are the same stretch. */
  shift: readonly [number, number];
  /** Linear factors on the tile's colour. */
  tint: Vector;
  /** Where this plane is really there. */
  covers(hit: Point): boolean;
  /** Share of light kept at a place: corners between a floor and a step are darker. */
  open(hit: Point): number;
};

export type Backdrop = {
  /** Share of direct light that reaches what is seen there, at half the size of the picture. */
  sunlit: Float32Array;
  width: number;
};

/** The backdrop is made at half size and enlarged: that is the shallow focus of a phone held close to a mat. */
const REDUCE = 2;

export function paintBackdrop(canvas: Canvas, view: View, planes: readonly Plane[], lighting: Lighting): Backdrop {
  const width = Math.ceil(canvas.width / REDUCE) + 1;
  const height = Math.ceil(canvas.height / REDUCE) + 1;
  const light = scratch('backdrop light', width * height * 3).fill(0.02);
  const sunlit = scratch('backdrop sunlit', width * height).fill(0.5);
  const sights = planes.map((plane) => sightOf(plane, view, lighting));
  const seen = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) seeRow(view, sights, lighting, y, width, light, sunlit, seen);
  if (sights.length > 1) softenCorners(light, seen, width);
  enlarge(light, width, canvas);
  return { sunlit, width };
}

function seeRow(
  view: View,
  sights: readonly Sight[],
  lighting: Lighting,
  y: number,
  width: number,
  light: Float32Array,
  sunlit: Float32Array,
  seen: Uint8Array,
): void {
  const { eye, forward, right, up, focal } = view;
  const sy = view.middle[1] - y * REDUCE;
  const hit = new Float64Array(HIT);
  for (let x = 0, n = y * width; x < width; x++, n++) {
    const sx = x * REDUCE - view.middle[0];
    for (let k = 0; k < sights.length; k++) {
      const sight = sights[k];
      if (!sight) break;
      const slant = sight.slant[0] + sight.slant[1] * sx + sight.slant[2] * sy;
      if (slant >= -1e-6) continue;
      const reach = sight.distance / slant;
      hit[0] = eye[0] + (forward[0] * focal + right[0] * sx + up[0] * sy) * reach;
      hit[1] = eye[1] + (forward[1] * focal + right[1] * sx + up[1] * sy) * reach;
      hit[2] = eye[2] + (forward[2] * focal + right[2] * sx + up[2] * sy) * reach;
      if (!sight.plane.covers(hit)) continue;
      seen[n] = k;
      hit[3] = sx;
      hit[4] = sy;
      hit[5] = slant;
      lightPlane(sight, hit, lighting, light, sunlit, n);
      break;
    }
  }
}

/** A number that is linear over the picture: its value at the camera's axis, and what it gains per pixel right and up. */
type Linear = readonly [number, number, number];

/** A plane as this camera sees it. */
type Sight = {
  plane: Plane;
  /** Of a ray through a pixel: its part along the plane's normal, and along the light mirrored in the plane. */
  slant: Linear;
  gleam: Linear;
  distance: number;
  direct: number;
};

function sightOf(plane: Plane, view: View, lighting: Lighting): Sight {
  const along = (axis: Vector): Linear => [
    dot(axis, view.forward) * view.focal,
    dot(axis, view.right),
    dot(axis, view.up),
  ];
  const facing = dot(lighting.towards, plane.normal);
  return {
    plane,
    slant: along(plane.normal),
    gleam: along(minus(lighting.towards, times(plane.normal, 2 * facing))),
    distance: dot(minus(plane.at, view.eye), plane.normal),
    direct: Math.max(0, facing),
  };
}

/** Numbers of a hit: the place in the room, how far right and up of the camera's axis it is seen (pixels), its slant. */
const HIT = 6;

/** Writes the light from a place of a plane, and the share of direct light that reaches it. */
function lightPlane(
  sight: Sight,
  hit: Float64Array,
  lighting: Lighting,
  light: Float32Array,
  sunlit: Float32Array,
  n: number,
): void {
  const { plane, gleam } = sight;
  const at = n * 3;
  const sx = hit[3] ?? 0;
  const sy = hit[4] ?? 0;
  const { sun, sky } = lighting;
  const s = (hit[0] ?? 0) * plane.across[0] + (hit[1] ?? 0) * plane.across[1] + (hit[2] ?? 0) * plane.across[2];
  const t = (hit[0] ?? 0) * plane.down[0] + (hit[1] ?? 0) * plane.down[1] + (hit[2] ?? 0) * plane.down[2];
  const reaches = lighting.reaches(s, t);
  const open = plane.open(hit);
  const direct = sight.direct * reaches * (0.4 + 0.6 * open);
  const ray = Math.sqrt(gleam[0] * gleam[0] + sx * sx + sy * sy) + 1e-9;
  let shine = 0;
  if (plane.tile.gloss > 0) {
    // The broad reflection of the bright side of the room, and more of the room the flatter one looks.
    const aligned = Math.max(0, (gleam[0] + gleam[1] * sx + gleam[2] * sy) / ray);
    const grazing = 1 + (hit[5] ?? 0) / ray;
    const peak = aligned * aligned * aligned * aligned;
    shine = plane.tile.gloss * (peak * peak * aligned * aligned * 0.5 + grazing * grazing * 0.25) * (0.4 + reaches);
  }
  readTile(plane.tile, s + plane.shift[0], t + plane.shift[1], light, at);
  const { tint } = plane;
  light[at] = (light[at] ?? 0) * tint[0] * (sun[0] * direct + sky[0] * open) + shine * sky[0];
  light[at + 1] = (light[at + 1] ?? 0) * tint[1] * (sun[1] * direct + sky[1] * open) + shine * sky[1];
  light[at + 2] = (light[at + 2] ?? 0) * tint[2] * (sun[2] * direct + sky[2] * open) + shine * sky[2];
  sunlit[n] = reaches;
}

/** Bilinear, in screen bytes, then to linear light. */
function readTile(tile: FloorTile, s: number, t: number, light: Float32Array, at: number): void {
  const scale = FLOOR_TEXELS / FLOOR_CM;
  const u = s * scale;
  const v = t * scale;
  const column = Math.floor(u);
  const row = Math.floor(v);
  const right = u - column;
  const down = v - row;
  const mask = FLOOR_TEXELS - 1;
  const x0 = (column & mask) * 3;
  const x1 = ((column + 1) & mask) * 3;
  const y0 = (row & mask) * FLOOR_TEXELS * 3;
  const y1 = ((row + 1) & mask) * FLOOR_TEXELS * 3;
  const wd = right * down;
  const wb = right - wd;
  const wc = down - wd;
  const wa = 1 - right - wc;
  const { texels } = tile;
  for (let k = 0; k < 3; k++) {
    const value =
      (texels[y0 + x0 + k] ?? 0) * wa +
      (texels[y0 + x1 + k] ?? 0) * wb +
      (texels[y1 + x0 + k] ?? 0) * wc +
      (texels[y1 + x1 + k] ?? 0) * wd;
    light[at + k] = LINEAR[value | 0] ?? 0;
  }
}

/** Where one plane gives way to another, such as the edge of a step, the light of five rows is mixed. */
function softenCorners(light: Float32Array, seen: Uint8Array, width: number): void {
  const row = width * 3;
  for (let n = 2 * width; n < seen.length - 2 * width; n++) {
    if (seen[n - width] === seen[n + width] && seen[n - 2 * width] === seen[n + 2 * width]) continue;
    for (let at = n * 3; at < n * 3 + 3; at++) {
      const near = (light[at - row] ?? 0) + (light[at + row] ?? 0);
      const far = (light[at - 2 * row] ?? 0) + (light[at + 2 * row] ?? 0);
      light[at] = 0.3 * (light[at] ?? 0) + 0.22 * near + 0.13 * far;
    }
  }
}

/** Twice the size; pixels half way between two are their mean, between four as well. */
function enlarge(small: Float32Array, smallWidth: number, canvas: Canvas): void {
  for (let y = 0; y < canvas.height; y++) {
    const row = (y >> 1) * smallWidth * 3;
    enlargeRow(small, row, row + (y & 1) * smallWidth * 3, canvas.light, y * canvas.width * 3, canvas.width);
  }
}

function enlargeRow(
  small: Float32Array,
  row: number,
  next: number,
  light: Float32Array,
  start: number,
  width: number,
): void {
  for (let channel = 0; channel < 3; channel++) {
    let left = 0.5 * ((small[row + channel] ?? 0) + (small[next + channel] ?? 0));
    for (let x = 0; x < width; x += 2) {
      const step = (x / 2 + 1) * 3 + channel;
      const right = 0.5 * ((small[row + step] ?? 0) + (small[next + step] ?? 0));
      light[start + x * 3 + channel] = left;
      light[start + x * 3 + 3 + channel] = 0.5 * (left + right);
      left = right;
    }
  }
}
