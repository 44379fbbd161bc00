// Owns what a laid-out mat is made of: parts of cloths with a place in the room, the planes around them, and what must be in the frame.
import type { Cloth } from '../cloth/cloth.ts';
import { makeCloth } from '../cloth/make-cloth.ts';
import type { MatDesign } from '../mat-design.ts';
import type { SlowField } from '../noise.ts';
import { fieldAt, slowField } from '../noise.ts';
import type { Plane } from '../room/backdrop.ts';
import type { Random } from '../seeded-random.ts';
import type { Piece } from './mesh.ts';
import type { Vector } from './vector.ts';

/** A piece before its cloth is made; `of` is the number of the cloth in the layout. Painted in order, low ones first. */
export type Part = Omit<Piece, 'cloth'> & { of: number };

export type Layout = {
  parts: readonly Part[];
  /** Makes each cloth with so many texels to a centimetre. */
  cloths: readonly ((density: number) => Cloth)[];
  planes: readonly Plane[];
  /** Corners of what the camera frames. */
  framed: readonly Vector[];
};

/** Centimetres a mat is thick. */
export const THICK = 0.9;

export const clothOf =
  (design: MatDesign, share = 1) =>
  (density: number): Cloth =>
    makeCloth(design, density * share);

/** Room of the fringe included: how far the cloth reaches from its middle. */
export function reachOf(design: MatDesign): readonly [number, number] {
  const fringe = { none: 0.9, short: 4.4, tassels: 7.6 }[design.fringe];
  return [design.widthCm / 2 + fringe, design.heightCm / 2 + 1];
}

/** Hand-made things never lie quite flat: height of the floor side of the mat at a place, centimetres. */
export type Lie = (p: number, q: number) => number;

export function lieOf(design: MatDesign, random: Random): Lie {
  const bumps: SlowField = slowField(random, 4);
  const height = random.between(0.15, 0.4);
  const curl = [0, 1, 2, 3].map(() => (random.chance(0.3) ? random.between(0.5, 1.6) : 0));
  return (p, q) => {
    const x = p / design.widthCm + 0.5;
    const y = q / design.heightCm + 0.5;
    const corner = curl[(x > 0.5 ? 1 : 0) + (y > 0.5 ? 2 : 0)] ?? 0;
    const near = Math.max(0, Math.abs(x - 0.5) + Math.abs(y - 0.5) - 0.72) / 0.28;
    return height * (1 + fieldAt(bumps, x, y)) + corner * near * near;
  };
}

/** Shadow on a level plane at `height`, no longer than a long evening shadow. */
export const onLevel =
  (height: number) =>
  (point: Vector, towards: Vector): Vector => {
    const drop = Math.max(0, point[1] - height) / Math.max(0.3, towards[1]);
    return [point[0] - towards[0] * drop, height, point[2] - towards[2] * drop];
  };

/** The corners and middles of the edges of a part, for the frame. */
export function rim(place: Part['place'], design: MatDesign): Vector[] {
  const [a, b] = [design.widthCm / 2, design.heightCm / 2];
  return [-1, -0.5, 0, 0.5, 1].flatMap((s) =>
    [-1, 0, 1].map((t) =>
      design.shape === 'rectangle' ? place(s * a, t * b) : place(s * a * (1 - 0.2 * t * t), t * b),
    ),
  );
}
