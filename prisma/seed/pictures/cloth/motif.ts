// Owns the patterns: for a place on the mat (centimetres from its middle) the number of the colour woven there.
import type { MatDesign } from '../mat-design.ts';
import type { Random } from '../seeded-random.ts';
import { outlineOf } from './outline.ts';

export type Motif = {
  weft(p: number, q: number, row: number): number;
  warp(q: number): number;
  weftOnTop(row: number, end: number): boolean;
};

const plainCrossing = (row: number, end: number): boolean => ((row + end) & 1) === 0;

/** A triangle wave of height 1 and this period. */
const triangle = (x: number, period: number): number => Math.abs(((((x / period) % 1) + 1.5) % 1) - 0.5) * 2;

export function motifOf(design: MatDesign, random: Random): Motif {
  const light = design.colours.length - 1;
  const base: Motif = { weft: () => 0, warp: () => light, weftOnTop: plainCrossing };
  switch (design.weave) {
    case 'stripe':
      return { ...base, weft: bands(design, random) };
    case 'check':
      return checks(design, random);
    case 'diamond':
      return { ...base, weft: diamonds(design, random) };
    case 'zigzag':
      return { ...base, weft: zigzags(design, random) };
    case 'border':
      return { ...base, weft: frames(design, random) };
    case 'twill':
      return { ...base, weftOnTop: herringbone(random) };
    case 'rag':
      return { ...base, weft: scraps(design, random) };
    default:
      return { ...base, weft: plainField(design, random) };
  }
}

/** One colour, now and then with two narrow bands near the ends. */
function plainField(design: MatDesign, random: Random): Motif['weft'] {
  const banded = random.chance(0.6);
  const at = design.widthCm / 2 - random.between(4, 8);
  const wide = random.between(1.2, 2.4);
  return (p) => (banded && Math.abs(Math.abs(p) - at) < wide ? design.colours.length - 1 : 0);
}

/** Lurik: bands of different width, the same from the middle to both ends. */
function bands(design: MatDesign, random: Random): Motif['weft'] {
  const edges: { until: number; colour: number }[] = [];
  const mirrored = random.chance(0.65);
  let from = mirrored ? 0 : -design.widthCm / 2;
  let colour = 0;
  while (from < design.widthCm / 2) {
    from += random.pick([1.3, 2.5, 2.5, 4, 6.5]);
    edges.push({ until: from, colour });
    colour = (colour + random.whole(1, Math.max(1, design.colours.length - 1))) % design.colours.length;
  }
  return (p) => edges.find((band) => (mirrored ? Math.abs(p) : p) < band.until)?.colour ?? 0;
}

function checks(design: MatDesign, random: Random): Motif {
  const side = random.pick([4.8, 6.4, 8]);
  const last = design.colours.length - 1;
  const middle = random.chance(0.5) ? 1 : last;
  const dye = (x: number): number => {
    const band = Math.floor(Math.abs(x) / side + 0.5);
    return band % 2 === 0 ? 0 : band % 4 === 1 ? last : middle;
  };
  return { weft: (p) => dye(p), warp: (q) => dye(q), weftOnTop: plainCrossing };
}

function diamonds(design: MatDesign, random: Random): Motif['weft'] {
  const { colours, widthCm, heightCm } = design;
  const single = random.chance(0.4);
  const stretch = widthCm / heightCm;
  const ring = random.between(3, 4.4);
  const across = random.pick([2, 3]);
  return (p, q) => {
    if (single) return Math.floor((Math.abs(p) / stretch + Math.abs(q)) / ring) % colours.length;
    const d = triangle(p, widthCm / across) + triangle(q, heightCm / Math.max(1, across - 1));
    return Math.floor((d / 2) * (colours.length * 2) * 0.999) % colours.length;
  };
}

function zigzags(design: MatDesign, random: Random): Motif['weft'] {
  const height = random.between(3.5, 6);
  const period = random.between(10, 16);
  const band = random.between(2.6, 4.5);
  const count = design.colours.length;
  return (p, q) => ((Math.floor((p + height * triangle(q, period)) / band) % count) + count) % count;
}

function frames(design: MatDesign, random: Random): Motif['weft'] {
  const { colours, widthCm, heightCm } = design;
  const last = colours.length - 1;
  const band = random.between(2.6, 3.6);
  const steps = [0, last, 1 % colours.length, last];
  const heart = random.chance(0.6) ? heightCm * random.between(0.12, 0.2) : 0;
  const outline = outlineOf(design);
  return (p, q) => {
    const inside = Math.max(
      0,
      design.shape === 'rectangle' ? Math.min(widthCm / 2 - Math.abs(p), heightCm / 2 - Math.abs(q)) : outline(p, q),
    );
    const step = steps[Math.floor(inside / band)];
    if (step !== undefined) return step;
    const d = Math.abs(p) * 0.75 + Math.abs(q);
    return d < heart * 0.5 ? last : d < heart ? 1 % colours.length : 0;
  };
}

function herringbone(random: Random): Motif['weftOnTop'] {
  const turn = random.pick([6, 8, 10, 1000]);
  return (row, end) => {
    const folded = Math.floor(row / turn) % 2 === 0 ? row % turn : turn - (row % turn);
    return (folded + end) % 4 < 2;
  };
}

/** Whatever the tailor left: each strip goes on for a row or two, and the next is another garment. */
function scraps(design: MatDesign, random: Random): Motif['weft'] {
  const sequence: number[] = [];
  while (sequence.length < 200) {
    const colour = random.whole(0, design.colours.length - 1);
    if (colour === sequence.at(-1) && random.chance(0.7)) continue;
    for (let k = random.pick([1, 1, 2, 2, 3]); k > 0; k--) sequence.push(colour);
  }
  return (_p, _q, row) => sequence[row % sequence.length] ?? 0;
}
