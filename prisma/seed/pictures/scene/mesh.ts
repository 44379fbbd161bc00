// Owns turning a laid cloth into triangles: corner points in the room, where each lies on the cloth, and how it meets the light.
import type { Cloth } from '../cloth/cloth.ts';
import type { Lighting } from './lighting.ts';
import type { Vector } from './vector.ts';
import { cross, dot, minus, times, unit } from './vector.ts';
import type { View } from './view.ts';
import { project } from './view.ts';

/** A cloth (or part of one) laid in the room. */
export type Piece = {
  cloth: Cloth;
  /** The part of the cloth, centimetres from its middle. */
  from: readonly [number, number];
  to: readonly [number, number];
  columns: number;
  rows: number;
  place(p: number, q: number): Vector;
  /** Where the shadow of a point falls; null where the piece casts none. */
  shadow: ((point: Vector, towards: Vector) => Vector) | null;
  /** Share of the sky that reaches a place of the cloth, 1 in the open. */
  open?(p: number, q: number): number;
  /** True where something else of the same pile surely lies over it: not painted at all. */
  buried?(p: number, q: number): boolean;
};

/** Floats of one corner: x, y (pixels), 1/depth, column, row (texels), light along the cloth's p, q and normal, sky. */
export const CORNER = 9;

export type Mesh = {
  corners: Float32Array;
  columns: number;
  rows: number;
  points: readonly Vector[];
  /** 1 for every corner that is buried; a square of four such corners is left out. */
  buried: Uint8Array;
};

export function meshOf(piece: Piece, view: View, lighting: Lighting): Mesh {
  const { cloth, columns, rows } = piece;
  const corners = new Float32Array((columns + 1) * (rows + 1) * CORNER);
  const points: Vector[] = [];
  const buried = new Uint8Array((columns + 1) * (rows + 1));
  const step = 0.05;
  let at = 0;
  for (let row = 0; row <= rows; row++) {
    const q = piece.from[1] + ((piece.to[1] - piece.from[1]) * row) / rows;
    for (let column = 0; column <= columns; column++) {
      const p = piece.from[0] + ((piece.to[0] - piece.from[0]) * column) / columns;
      const point = piece.place(p, q);
      const alongP = unit(minus(piece.place(p + step, q), piece.place(p - step, q)));
      const alongQ = unit(minus(piece.place(p, q + step), piece.place(p, q - step)));
      let normal = unit(cross(alongQ, alongP));
      if (dot(normal, minus(view.eye, point)) < 0) normal = times(normal, -1);
      const seen = project(view, point);
      if (piece.buried?.(p, q)) buried[points.length] = 1;
      points.push(point);
      corners[at] = seen.x;
      corners[at + 1] = seen.y;
      corners[at + 2] = 1 / seen.depth;
      corners[at + 3] = (p - cloth.left) * cloth.density - 0.5;
      corners[at + 4] = (q - cloth.top) * cloth.density - 0.5;
      corners[at + 5] = dot(lighting.towards, alongP);
      corners[at + 6] = dot(lighting.towards, alongQ);
      corners[at + 7] = dot(lighting.towards, normal);
      corners[at + 8] = (piece.open?.(p, q) ?? 1) * (0.75 + 0.25 * Math.max(normal[1], normal[2]));
      at += CORNER;
    }
  }
  return { corners, columns, rows, points, buried };
}
