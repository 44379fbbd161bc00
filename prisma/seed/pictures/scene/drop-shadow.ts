// Owns the shadow a laid cloth throws on what was painted before it: one in the light's direction, one soft where it touches.
import type { Cloth } from '../cloth/cloth.ts';
import { TEXEL } from '../cloth/cloth.ts';
import { boxMean } from '../cloth/relief.ts';
import type { Canvas } from './canvas.ts';
import type { Lighting } from './lighting.ts';
import type { Mesh, Piece } from './mesh.ts';
import { CORNER } from './mesh.ts';
import { fillMesh } from './triangles.ts';
import type { Vector } from './vector.ts';
import type { View } from './view.ts';
import { project } from './view.ts';

/** Shadows are soft, so they are made at a quarter of the size. */
const REDUCE = 4;

type Mask = { width: number; height: number; values: Float32Array };

export function dropShadow(canvas: Canvas, view: View, piece: Piece, mesh: Mesh, lighting: Lighting): void {
  const { shadow } = piece;
  if (!shadow) return;
  const overhead: Vector = [lighting.towards[0] * 0.12, 1, lighting.towards[2] * 0.12];
  const upright: Vector = [lighting.towards[0] * 0.12, lighting.towards[1] * 0.12, 1];
  const pixelsPerCm = (mesh.corners[2] ?? 0) * view.focal;
  const cast = softMask(
    canvas,
    piece.cloth,
    moved(mesh, view, (p) => shadow(p, lighting.towards)),
    0.12 + lighting.softness * 0.9,
    pixelsPerCm,
  );
  const resting = Math.abs(shadow([0, 1, 0], [0, 1, 0])[1] - 1) > 1e-6 ? overhead : upright;
  const contact = softMask(
    canvas,
    piece.cloth,
    moved(mesh, view, (p) => shadow(p, resting)),
    0.8,
    pixelsPerCm,
  );
  darken(canvas, cast, contact, lighting.directShare * 0.92);
}

/** The mesh with its corners where their shadows fall. */
function moved(mesh: Mesh, view: View, to: (point: Vector) => Vector): Mesh {
  const corners = mesh.corners.slice();
  mesh.points.forEach((point, n) => {
    const { x, y } = project(view, to(point));
    corners[n * CORNER] = x;
    corners[n * CORNER + 1] = y;
  });
  return { ...mesh, corners };
}

function softMask(canvas: Canvas, cloth: Cloth, mesh: Mesh, blurCm: number, pixelsPerCm: number): Mask {
  const width = Math.ceil(canvas.width / REDUCE) + 1;
  const height = Math.ceil(canvas.height / REDUCE) + 1;
  const values = new Float32Array(width * height);
  fillMesh(mesh, width, height, 1 / REDUCE, (y, from, until, start, step) => {
    for (let x = from; x <= until; x++) {
      const u = Math.round((start[3] ?? 0) + (x - from) * (step[3] ?? 0));
      const v = Math.round((start[4] ?? 0) + (x - from) * (step[4] ?? 0));
      const column = Math.max(0, Math.min(cloth.columns - 1, u));
      const row = Math.max(0, Math.min(cloth.rows - 1, v));
      if ((cloth.texels[(row * cloth.columns + column) * TEXEL + 3] ?? 0) > 100) values[y * width + x] = 1;
    }
  });
  const radius = Math.max(1, Math.round((blurCm * pixelsPerCm) / REDUCE));
  for (let pass = 0; pass < 2; pass++) boxMean(values, width, height, radius, values);
  return { width, height, values };
}

/** The part of a mask that is not empty, in pixels of the picture. */
function boundsOf(mask: Mask, canvas: Canvas): { left: number; right: number; top: number; bottom: number } {
  let left = mask.width;
  let right = -1;
  let top = mask.height;
  let bottom = -1;
  for (let n = 0; n < mask.values.length; n++) {
    if ((mask.values[n] ?? 0) < 0.002) continue;
    const x = n % mask.width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, (n / mask.width) | 0);
    bottom = (n / mask.width) | 0;
  }
  return {
    left: Math.max(0, (left - 1) * REDUCE),
    right: Math.min(canvas.width - 1, (right + 1) * REDUCE),
    top: Math.max(0, (top - 1) * REDUCE),
    bottom: Math.min(canvas.height - 1, (bottom + 1) * REDUCE),
  };
}

function darken(canvas: Canvas, cast: Mask, contact: Mask, depth: number): void {
  const a = boundsOf(cast, canvas);
  const b = boundsOf(contact, canvas);
  const from = Math.min(a.left, b.left);
  const to = Math.max(a.right, b.right);
  for (let y = Math.min(a.top, b.top); y <= Math.max(a.bottom, b.bottom); y++) {
    darkenRow(canvas, cast, contact, depth, y, from, to);
  }
}

function darkenRow(
  canvas: Canvas,
  cast: Mask,
  contact: Mask,
  depth: number,
  y: number,
  from: number,
  to: number,
): void {
  const { width, light } = canvas;
  const row = (y / REDUCE) | 0;
  const down = y / REDUCE - row;
  const start = row * cast.width;
  for (let x = from; x <= to; x++) {
    const column = (x / REDUCE) | 0;
    const right = x / REDUCE - column;
    const sun = sample(cast.values, start + column, cast.width, right, down);
    const touch = sample(contact.values, start + column, cast.width, right, down);
    if (sun + touch <= 0) continue;
    const keep = (1 - depth * sun) * (1 - 0.5 * touch);
    const at = (y * width + x) * 3;
    light[at] = (light[at] ?? 0) * keep;
    light[at + 1] = (light[at + 1] ?? 0) * keep;
    light[at + 2] = (light[at + 2] ?? 0) * (keep + (1 - keep) * 0.03);
  }
}

function sample(values: Float32Array, n: number, width: number, right: number, down: number): number {
  const a = values[n] ?? 0;
  const b = values[n + 1] ?? 0;
  const c = values[n + width] ?? 0;
  const d = values[n + width + 1] ?? 0;
  return (a + (b - a) * right) * (1 - down) + (c + (d - c) * right) * down;
}
