// Owns the room around a mat: which floors, steps and walls its scene has, and where.
import type { MatDesign, Scene } from '../mat-design.ts';
import type { Vector } from '../scene/vector.ts';
import { times } from '../scene/vector.ts';
import type { Random } from '../seeded-random.ts';
import type { Plane } from './backdrop.ts';
import type { FloorKind } from './floor-kinds.ts';
import { floorTile } from './floor-kinds.ts';

const ACROSS: Vector = [1, 0, 0];
const UP: Vector = [0, 1, 0];
const TOWARDS: Vector = [0, 0, 1];
const STEP_CM = 17;

/** Walls of the kampung are painted: cream, mint, sky, pink, raw. */
const PAINTS: readonly Vector[] = [
  [1, 0.94, 0.78],
  [0.72, 0.9, 0.76],
  [0.68, 0.84, 0.95],
  [0.98, 0.8, 0.74],
  [0.9, 0.9, 0.88],
  [0.95, 0.82, 0.5],
];

/** How dark it gets within a few centimetres of a corner. */
const nearCorner = (distance: number): number => 1 - 0.45 * Math.exp(-Math.abs(distance) / 3.5);

function plane(
  kind: FloorKind,
  tint: Vector,
  place: Omit<Plane, 'tile' | 'tint' | 'across' | 'shift'>,
  random: Random,
): Plane {
  const shift = [random.between(0, 96), random.between(0, 96)] as const;
  return { ...place, across: ACROSS, tile: floorTile(kind), tint, shift };
}

function floorOf(scene: Scene): FloorKind {
  return scene === 'doorstep' ? 'pebbles' : scene;
}

function tintOf(kind: FloorKind, random: Random): Vector {
  if (kind === 'plaster') return random.pick(PAINTS);
  const tone = random.between(0.82, 1.12);
  const warm = random.between(-0.06, 0.06);
  return [tone * (1 + warm), tone, tone * (1 - warm)];
}

const anywhere = (): boolean => true;
const open = (): number => 1;

export function wallBehind(design: MatDesign, wall: number, random: Random): Plane[] {
  const kind = floorOf(design.scene);
  const tint = tintOf(kind, random);
  return [plane(kind, tint, { at: [0, 0, -wall], normal: TOWARDS, down: [0, -1, 0], covers: anywhere, open }, random)];
}

/** A floor; before a doorstep also the step behind the mat, at z = -`behind`. */
export function floorUnder(design: MatDesign, behind: number, random: Random): Plane[] {
  const kind = floorOf(design.scene);
  const tint = tintOf(kind, random);
  if (design.scene !== 'doorstep') {
    return [plane(kind, tint, { at: [0, 0, 0], normal: UP, down: TOWARDS, covers: anywhere, open }, random)];
  }
  return stepped(-behind, 0, STEP_CM, kind, tint, random);
}

/** A step whose tread is at the mat's level and whose edge is at z = `edge`. */
export function stepUnder(design: MatDesign, edge: number, random: Random): Plane[] {
  const kind = floorOf(design.scene);
  return stepped(edge, -STEP_CM, 0, kind, tintOf(kind, random), random);
}

/** Low floor before z = `edge`, riser there, high floor behind it. */
function stepped(edge: number, low: number, high: number, kind: FloorKind, tint: Vector, random: Random): Plane[] {
  const upper: FloorKind = kind === 'pebbles' ? random.pick(['tile', 'terracotta', 'cement', 'tegel']) : kind;
  const riser: FloorKind = upper === 'rattan' || upper === 'teak' ? 'cement' : upper;
  const upperTint = upper === kind ? tint : tintOf(upper, random);
  return [
    plane(
      upper,
      upperTint,
      {
        at: [0, high, 0],
        normal: UP,
        down: TOWARDS,
        covers: (hit) => (hit[2] ?? 0) < edge,
        open: (hit) => (edge - (hit[2] ?? 0) < 0.5 ? 1.12 : 1),
      },
      random,
    ),
    plane(
      riser,
      times(upperTint, 0.92),
      {
        at: [0, 0, edge],
        normal: TOWARDS,
        down: [0, -1, 0],
        covers: (hit) => (hit[1] ?? 0) >= low && (hit[1] ?? 0) <= high,
        open: (hit) => nearCorner((hit[1] ?? 0) - low) * 0.95,
      },
      random,
    ),
    plane(
      kind === 'pebbles' ? kind : 'cement',
      kind === 'pebbles' ? tint : tintOf('cement', random),
      {
        at: [0, low, 0],
        normal: UP,
        down: TOWARDS,
        covers: (hit) => (hit[2] ?? 0) >= edge,
        open: (hit) => nearCorner((hit[2] ?? 0) - edge),
      },
      random,
    ),
  ];
}
