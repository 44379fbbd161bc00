// Owns mats rolled up: the spiral, the part still flat, the ends one looks into, and the cord round it.
import type { Cloth } from '../cloth/cloth.ts';
import { emptyCloth } from '../cloth/cloth.ts';
import { finishRelief } from '../cloth/relief.ts';
import { layStrand } from '../cloth/strand.ts';
import type { MatDesign } from '../mat-design.ts';
import type { Random } from '../seeded-random.ts';
import type { Layout, Part } from './layout.ts';
import { clothOf, lieOf, onLevel, reachOf, THICK } from './layout.ts';
import type { Vector } from './vector.ts';
import { turned } from './vector.ts';

/** From one turn of the roll to the next, centimetres. */
const PITCH = THICK + 0.35;

type Roll = {
  /** Where on the mat (p) the rolling starts, and the radius of the outermost turn. */
  start: number;
  outer: number;
  /** Place of a point of the mat, `inwards` centimetres below its outer face. */
  place(p: number, q: number, inwards: number): Vector;
};

/** Rolled up from the right; a part, the tail, still lies flat under it. */
export function layRolled(design: MatDesign, random: Random): Omit<Layout, 'planes'> {
  const [reachP, reachQ] = reachOf(design);
  const turn = design.camera.turnDeg;
  const tail = design.widthCm * random.pick([0.08, 0.15, 0.4, 0.5]);
  const roll = rollOf(design, tail, random);
  const { start, outer } = roll;
  const lie = lieOf(design, random);
  const flat = (p: number, q: number): Vector => turned([p - tail / 2, THICK * 0.5 + lie(p, q) * 0.6, q], turn);
  const round = (p: number, q: number): Vector => roll.place(p, q, 0);
  const whole = { of: 0, rows: 12 };
  const parts: Part[] = [
    { ...whole, from: [-reachP, -reachQ], to: [start, reachQ], columns: 16, place: flat, shadow: onLevel(0) },
    { ...whole, from: [start, -reachQ], to: [reachP, reachQ], columns: 120, place: round, shadow: onLevel(0.6) },
    rollEnd(design, roll, -1),
    rollEnd(design, roll, 1),
  ];
  const tied = tail < design.widthCm * 0.2;
  if (tied) parts.push(cordRound(outer + THICK * 0.2, start - tail / 2, outer + THICK * 0.5, turn));
  const edge = design.heightCm / 2;
  const framed = [-edge, edge].flatMap((q) => [
    flat(-design.widthCm / 2, q),
    ...[0, 0.25, 0.5, 0.75].map((t) => round(start + t * 2 * Math.PI * outer, q)),
  ]);
  return { parts, cloths: tied ? [clothOf(design), cordCloth(outer)] : [clothOf(design)], framed };
}

/** An Archimedean spiral: after the length s the angle a solves s = outer a - PITCH a^2 / 4 pi. */
function rollOf(design: MatDesign, tail: number, random: Random): Roll {
  const start = -design.widthCm / 2 + tail;
  const [reachP] = reachOf(design);
  const outer = Math.sqrt((PITCH * (reachP - start)) / Math.PI + random.between(0.8, 3));
  const slip = random.between(-0.05, 0.05);
  return {
    start,
    outer,
    place: (p, q, inwards) => {
      const s = Math.max(0, p - start);
      const left = Math.max(0.05, outer * outer - (PITCH * s) / Math.PI);
      const angle = ((outer - Math.sqrt(left)) * 2 * Math.PI) / PITCH;
      const radius = outer - (PITCH * angle) / (2 * Math.PI) - inwards;
      // Never quite a circle: the roll sags under its own weight.
      const sag = 1 + 0.03 * Math.sin(angle * 2 + 1);
      const x = start - tail / 2 + radius * sag * Math.sin(angle);
      const y = THICK * 0.5 + outer - (radius * Math.cos(angle)) / sag;
      return turned([x, y, q + slip * angle], design.camera.turnDeg);
    },
  };
}

/** The thickness of the mat as one sees it at an end of the roll: the last rows of the cloth, bent inwards. */
function rollEnd(design: MatDesign, roll: Roll, side: number): Part {
  const edge = design.heightCm / 2 - 0.5;
  const [reachP] = reachOf(design);
  return {
    of: 0,
    from: [roll.start, side > 0 ? edge - THICK : -edge],
    to: [reachP - 0.4, side > 0 ? edge : THICK - edge],
    columns: 120,
    rows: 1,
    place: (p, q) => roll.place(p, side * (edge + 0.3), edge - Math.abs(q)),
    shadow: null,
    // Further in, less sky.
    open: (p) => 0.34 + 0.41 * Math.exp(-Math.max(0, p - roll.start - roll.outer * 7) / 12),
  };
}

/** Two turns of white cotton cord. */
function cordCloth(radius: number) {
  return (density: number): Cloth => {
    const length = 2 * Math.PI * (radius + 1);
    const cloth = emptyCloth({ widthCm: length, heightCm: 1.6 }, density, { x: 0, y: 0 });
    for (const q of [-0.33, 0.33]) {
      const path = [
        [-length / 2, q, 0.2],
        [length / 2, q, 0.2],
      ] as const;
      layStrand(cloth, { path, radius: 0.32, colour: [226, 214, 190], flat: false, phase: 17 });
    }
    finishRelief(cloth, 1);
    return cloth;
  };
}

function cordRound(radius: number, x: number, y: number, turn: number): Part {
  const half = Math.PI * (radius + 0.9);
  return {
    of: 1,
    from: [-half, -0.75],
    to: [half, 0.75],
    columns: 60,
    rows: 2,
    place: (p, q) => {
      const angle = (p / half) * Math.PI;
      return turned([x + (radius + 0.1) * Math.sin(angle), y + (radius + 0.1) * Math.cos(angle), q + 1.5], turn);
    },
    shadow: null,
  };
}
