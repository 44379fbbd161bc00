// Owns the loose ends of the warp at both short sides: cut short, or gathered and knotted into tassels.
import type { MatDesign } from '../mat-design.ts';
import type { Random } from '../seeded-random.ts';
import type { Cloth, Rgb } from './cloth.ts';
import { mix, parseHex } from './cloth.ts';
import { layStrand } from './strand.ts';

/** Centimetres a fringe needs beyond the mat on either side. */
export const FRINGE_ROOM = { none: 1, short: 4.6, tassels: 8 } as const;

export function tieFringe(cloth: Cloth, design: MatDesign, random: Random): void {
  if (design.fringe === 'none') return;
  const yarn = parseHex(design.colours.at(-1) ?? '#e9dcc3');
  for (const side of [-1, 1]) {
    if (design.fringe === 'short') tieShort(cloth, design, side, yarn, random);
    else tieTassels(cloth, design, side, yarn, random);
  }
}

function tieShort(cloth: Cloth, design: MatDesign, side: number, yarn: Rgb, random: Random): void {
  const start = side * (design.widthCm / 2 - 0.4);
  const length = random.between(2, 3.2);
  const half = design.heightCm / 2 - 0.4;
  for (let q = -half; q <= half; q += random.between(0.42, 0.78)) {
    const drift = random.between(-0.7, 0.7);
    const reach = length * random.between(0.75, 1.2);
    const path = [0, 0.25, 0.5, 0.75, 1].map(
      (t) => [start + side * reach * t, q + drift * t * t + random.between(-0.08, 0.08), 0.3 - 0.12 * t] as const,
    );
    layStrand(cloth, strandOf(path, 0.22, yarn, random));
  }
}

/** Six or so warps to a knot, then the ends fall apart like a small broom. */
function tieTassels(cloth: Cloth, design: MatDesign, side: number, yarn: Rgb, random: Random): void {
  const edge = side * (design.widthCm / 2 - 0.3);
  const gap = random.between(2.4, 3.6);
  const count = Math.max(3, Math.round((design.heightCm - 1) / gap));
  const length = random.between(4.2, 6);
  for (let k = 0; k < count; k++) {
    const middle = ((k + 0.5) / count - 0.5) * (design.heightCm - 1) + random.between(-0.2, 0.2);
    const knot = edge + side * random.between(1.2, 1.6);
    const lean = random.between(-0.9, 0.9);
    for (let strand = 0; strand < 7; strand++) {
      const spread = (strand - 3) / 3;
      const reach = length * random.between(0.85, 1.1) - 1.4;
      const path = [
        [edge, middle + spread * gap * 0.42, 0.35],
        [knot, middle + spread * 0.16, 0.45],
        [knot + side * reach * 0.35, middle + spread * 0.42 + lean * 0.25 + random.between(-0.1, 0.1), 0.4],
        [knot + side * reach * 0.7, middle + spread * 0.6 + lean * 0.6 + random.between(-0.2, 0.2), 0.3],
        [knot + side * reach, middle + spread * 0.75 + lean + random.between(-0.3, 0.3), 0.25],
      ] as const;
      layStrand(cloth, strandOf(path, 0.17, yarn, random));
    }
    const tie = [
      [knot - side * 0.2, middle, 0.6],
      [knot + side * 0.35, middle, 0.6],
    ] as const;
    layStrand(cloth, strandOf(tie, 0.46, yarn, random));
  }
}

function strandOf(path: readonly (readonly [number, number, number])[], radius: number, yarn: Rgb, random: Random) {
  return {
    path,
    radius: radius * random.between(0.85, 1.15),
    colour: mix(yarn, [60, 50, 40], random.between(0, 0.16)),
    flat: false,
    phase: random.whole(0, 9999),
  };
}
