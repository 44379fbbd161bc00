// Owns mats that lie: flat, folded over once, or several on a pile.
import { outlineOf } from '../cloth/outline.ts';
import type { MatDesign } from '../mat-design.ts';
import type { Random } from '../seeded-random.ts';
import type { Layout, Part } from './layout.ts';
import { clothOf, lieOf, onLevel, reachOf, rim, THICK } from './layout.ts';
import type { Vector } from './vector.ts';
import { plus, turned } from './vector.ts';

type Laid = Omit<Layout, 'planes'>;

export function layFlat(design: MatDesign, random: Random): Laid {
  const sheet = flatSheet(design, random, 0, 0, design.camera.turnDeg, [0, 0, 0]);
  return { parts: [sheet], cloths: [clothOf(design)], framed: rim(sheet.place, design) };
}

function flatSheet(design: MatDesign, random: Random, of: number, base: number, turn: number, shift: Vector): Part {
  const lie = lieOf(design, random);
  const [p, q] = reachOf(design);
  return {
    of,
    from: [-p, -q],
    to: [p, q],
    columns: 28,
    rows: 20,
    place: (x, y) => plus(turned([x, base + THICK + lie(x, y), y], turn), shift),
    shadow: onLevel(base === 0 ? 0 : base + 0.2),
  };
}

export function layFolded(design: MatDesign, random: Random): Laid {
  const fold = design.widthCm * random.between(0.02, 0.18);
  const parts = foldedSheet(design, random, 0, 0, fold, (point) => turned(point, design.camera.turnDeg));
  return { parts, cloths: [clothOf(design)], framed: foldedRim(parts, design, fold) };
}

/** The lower half with its face up, then the bend and the upper half, which shows its back. */
function foldedSheet(
  design: MatDesign,
  random: Random,
  of: number,
  base: number,
  fold: number,
  put: (point: Vector) => Vector,
): Part[] {
  const lie = lieOf(design, random);
  const [reachP, reachQ] = reachOf(design);
  const bend = random.between(0.9, 1.3);
  const arc = Math.PI * bend;
  const skew = random.between(-0.025, 0.025);
  const middle = fold / 2 + -design.widthCm / 2 / 2;
  const level = base + THICK;
  const lower = (p: number, q: number): Vector => put([p - middle, level + lie(p, q) * 0.5, q]);
  const upper = (p: number, q: number): Vector => {
    const s = p - fold;
    if (s < arc) {
      const angle = Math.max(0, s) / bend;
      return put([fold + bend * Math.sin(angle) + Math.min(0, s) - middle, level + bend * (1 - Math.cos(angle)), q]);
    }
    const back = s - arc;
    const sag = 1.2 + (2 * bend - 1.2) * Math.exp(-back / 8);
    return put([fold - back - middle, level + sag + lie(p, q) * 0.6, q + skew * back]);
  };
  return [
    { of, from: [-reachP, -reachQ], to: [fold, reachQ], columns: 20, rows: 20, place: lower, shadow: onLevel(base) },
    {
      of,
      from: [fold, -reachQ],
      to: [reachP, reachQ],
      columns: 36,
      rows: 20,
      place: upper,
      shadow: onLevel(base + THICK * 0.7),
    },
  ];
}

function foldedRim(parts: readonly Part[], design: MatDesign, fold: number): Vector[] {
  const lower = parts.at(-2);
  const upper = parts.at(-1);
  if (!lower || !upper) return [];
  const half = design.heightCm / 2;
  return [-half, 0, half].flatMap((q) => [
    lower.place(-design.widthCm / 2, q),
    lower.place(fold, q),
    upper.place(fold + 2, q),
    upper.place(design.widthCm / 2, q),
  ]);
}

/** What the mats on top hide for certain: all that is further from an edge or a fold than a mat can slip. */
function buriedOf(design: MatDesign, folded: boolean): NonNullable<Part['buried']> {
  const outline = outlineOf(design);
  return (p, q) => outline(p, q) > 7 && (!folded || Math.abs(p) > 9);
}

/** `others` lie under the design, first at the bottom. */
export function layStacked(design: MatDesign, others: readonly MatDesign[], random: Random): Laid {
  const pile = [...others, design];
  const foldable = design.shape === 'rectangle' && design.weave !== 'coir' && design.weave !== 'shaggy';
  const cloths = pile.map((mat, n) => clothOf(mat, n === pile.length - 1 ? 1 : 0.5));
  const loose = foldable ? 0.8 : 2;
  const parts: Part[] = [];
  pile.forEach((mat, n) => {
    const turn = design.camera.turnDeg + random.between(-1.6, 1.6) * loose;
    const shift: Vector = [random.between(-0.9, 0.9) * loose, 0, random.between(-0.9, 0.9) * loose];
    const laid = foldable
      ? foldedSheet(mat, random, n, n * 3.1, 0, (point) => plus(turned(point, turn), shift))
      : [flatSheet(mat, random, n, n * 1.5, turn, shift)];
    const buried = n < pile.length - 1 ? buriedOf(mat, foldable) : undefined;
    parts.push(...laid.map((part) => ({ ...part, buried })));
  });
  const top = parts.at(-1);
  const bottom = parts[0];
  if (!top || !bottom) throw new RangeError('a pile needs a mat');
  const framed = foldable
    ? [...foldedRim(parts.slice(0, 2), design, 0), ...foldedRim(parts, design, 0)]
    : [...rim(bottom.place, design), ...rim(top.place, design)];
  return { parts, cloths, framed };
}
