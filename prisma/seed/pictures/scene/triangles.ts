// Owns filling a mesh: hands every horizontal run of pixels of every triangle to a painter, with the corner values interpolated.
import type { Mesh } from './mesh.ts';
import { CORNER } from './mesh.ts';

/**
 * Paints pixels `from` to `until` (both included) of line `y`. `start` holds the corner values (see CORNER) at `from`,
 * `step` what they gain per pixel; both are the painter's until it returns, then used again. Whole runs, because a call per pixel costs a quarter more.
 */
export type RunPainter = (y: number, from: number, until: number, start: Float64Array, step: Float64Array) => void;

/** Paints the mesh into a raster `scale` times the size its corners are projected for. */
export function fillMesh(mesh: Mesh, width: number, height: number, scale: number, painter: RunPainter): void {
  const side = mesh.columns + 1;
  const values = new Float64Array(CORNER);
  const step = new Float64Array(CORNER);
  for (let row = 0; row < mesh.rows; row++) {
    for (let column = 0; column < mesh.columns; column++) {
      const corner = row * side + column;
      if (isBuried(mesh, corner) && isBuried(mesh, corner + side)) continue;
      const a = corner * CORNER;
      const b = a + CORNER;
      const c = a + side * CORNER;
      const d = c + CORNER;
      fillTriangle(mesh.corners, a, b, c, width, height, scale, values, step, painter);
      fillTriangle(mesh.corners, b, d, c, width, height, scale, values, step, painter);
    }
  }
}

function isBuried(mesh: Mesh, corner: number): boolean {
  return mesh.buried[corner] === 1 && mesh.buried[corner + 1] === 1;
}

/** Scanlines from the barycentric equations; a pixel belongs to the triangle its centre is in. */
function fillTriangle(
  corners: Float32Array,
  a: number,
  b: number,
  c: number,
  width: number,
  height: number,
  scale: number,
  values: Float64Array,
  step: Float64Array,
  painter: RunPainter,
): void {
  const ax = (corners[a] ?? 0) * scale;
  const ay = (corners[a + 1] ?? 0) * scale;
  const bx = (corners[b] ?? 0) * scale - ax;
  const by = (corners[b + 1] ?? 0) * scale - ay;
  const cx = (corners[c] ?? 0) * scale - ax;
  const cy = (corners[c + 1] ?? 0) * scale - ay;
  const area = bx * cy - by * cx;
  if (Math.abs(area) < 1e-6) return;
  const top = Math.max(0, Math.ceil(ay + Math.min(0, by, cy) - 0.5));
  const bottom = Math.min(height - 1, Math.floor(ay + Math.max(0, by, cy) - 0.5));
  if (bottom < top) return;
  const perX = cy / area;
  const perXc = -by / area;
  for (let k = 2; k < CORNER; k++) {
    const start = corners[a + k] ?? 0;
    step[k] = ((corners[b + k] ?? 0) - start) * perX + ((corners[c + k] ?? 0) - start) * perXc;
  }
  for (let y = top; y <= bottom; y++) {
    const py = y + 0.5 - ay;
    const span = rowSpan(py, bx, by, cx, cy);
    const from = Math.max(0, Math.ceil(ax + span.left - 0.5));
    const until = Math.min(width - 1, Math.ceil(ax + span.right - 0.5) - 1);
    if (until < from) continue;
    const px = from + 0.5 - ax;
    const shareB = (px * cy - py * cx) / area;
    const shareC = (py * bx - px * by) / area;
    for (let k = 2; k < CORNER; k++) {
      const start = corners[a + k] ?? 0;
      values[k] = start + ((corners[b + k] ?? 0) - start) * shareB + ((corners[c + k] ?? 0) - start) * shareC;
    }
    painter(y, from, until, values, step);
  }
}

const span = { left: 0, right: 0 };

/** Where a horizontal line `py` below corner a crosses the triangle (a at the origin); right is not included. */
function rowSpan(py: number, bx: number, by: number, cx: number, cy: number): { left: number; right: number } {
  span.left = Number.POSITIVE_INFINITY;
  span.right = Number.NEGATIVE_INFINITY;
  cut(py, 0, 0, bx, by);
  cut(py, bx, by, cx, cy);
  cut(py, cx, cy, 0, 0);
  return span;
}

function cut(py: number, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 <= py === y1 <= py) return;
  const x = x0 + ((x1 - x0) * (py - y0)) / (y1 - y0);
  if (x < span.left) span.left = x;
  if (x > span.right) span.right = x;
}
