// Owns mats that hang: over the edge of a step, over a bamboo pole.
import type { Cloth } from '../cloth/cloth.ts';
import { emptyCloth, paint } from '../cloth/cloth.ts';
import { finishRelief } from '../cloth/relief.ts';
import type { MatDesign } from '../mat-design.ts';
import { FIBRE, fieldAt, slowField, tileAt } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Layout, Part } from './layout.ts';
import { clothOf, lieOf, onLevel, reachOf, rim, THICK } from './layout.ts';
import type { Vector } from './vector.ts';

type Laid = Omit<Layout, 'planes'>;

/** Over the edge of a step at z = `edge`: flat on the tread, round the edge, straight down the riser. */
export function layOnStep(design: MatDesign, edge: number, random: Random): Laid {
  const [reachP, reachQ] = reachOf(design);
  const lie = lieOf(design, random);
  const bend = random.between(1.2, 2);
  const skew = random.between(-0.04, 0.04);
  const place = (p: number, q: number): Vector => {
    const along = q + skew * p;
    const s = along - edge;
    if (s <= 0) return [p, THICK + lie(p, q) * Math.min(1, -s / 6), along];
    const angle = Math.min(Math.PI / 2, s / bend);
    const drop = Math.max(0, s - (Math.PI / 2) * bend);
    const flare = drop * 0.06;
    return [p, THICK - bend * (1 - Math.cos(angle)) - drop, edge + bend * Math.sin(angle) + flare];
  };
  const shadow = (point: Vector, towards: Vector): Vector => {
    if (point[2] <= edge) return onLevel(0)(point, towards);
    const drop = Math.min(6, (point[2] - edge) / Math.max(0.25, towards[2]));
    return [point[0] - towards[0] * drop, point[1] - towards[1] * drop, edge];
  };
  const part: Part = { of: 0, from: [-reachP, -reachQ], to: [reachP, reachQ], columns: 24, rows: 40, place, shadow };
  return { parts: [part], cloths: [clothOf(design)], framed: rim(place, design) };
}

/** Over a pole along x at the origin, `wall` centimetres before a wall; what hangs behind the pole is not seen. */
export function layHanging(design: MatDesign, wall: number, random: Random): Laid {
  const [reachP, reachQ] = reachOf(design);
  const lengthwise = design.fringe !== 'none' || random.chance(0.4);
  const [half, across] = lengthwise ? [design.widthCm / 2, design.heightCm] : [design.heightCm / 2, design.widthCm];
  const radius = random.between(1.4, 2);
  const top = -half + half * random.between(0.25, 0.7);
  const folds = slowField(random, 5);
  const hang = (side: number, down: number): Vector => {
    const s = down - top;
    const quarter = (Math.PI / 2) * (radius + 0.4);
    const sway = 1.6 * fieldAt(folds, side / across + 0.5, 0.5) * Math.min(1, Math.abs(s) / 30);
    const x = side + 0.4 * Math.sin(s / 17);
    if (s > quarter) return [x, quarter - s, radius + 0.4 + sway + (s - quarter) * 0.015];
    if (s < -quarter) return [x, quarter + s, -radius - 0.4];
    const angle = s / (radius + 0.4);
    return [x, (radius + 0.4) * Math.cos(angle), (radius + 0.4) * Math.sin(angle)];
  };
  const place = (p: number, q: number): Vector => (lengthwise ? hang(q, p) : hang(p, q));
  const shadow = (point: Vector, towards: Vector): Vector => {
    const drop = (point[2] + wall) / Math.max(0.35, towards[2]);
    return [point[0] - towards[0] * drop, point[1] - towards[1] * drop, -wall];
  };
  const parts: Part[] = [
    { ...pole(radius, shadow), of: 1 },
    { of: 0, from: [-reachP, -reachQ], to: [reachP, reachQ], columns: 36, rows: 36, place, shadow },
  ];
  return { parts, cloths: [clothOf(design), bambooCloth(radius)], framed: rim(place, design) };
}

function pole(radius: number, shadow: Part['shadow']): Omit<Part, 'of'> {
  return {
    from: [-120, -Math.PI * radius],
    to: [120, Math.PI * radius],
    columns: 24,
    rows: 16,
    place: (p, q) => [p, radius * Math.cos(q / radius) - 0.2, radius * Math.sin(q / radius)],
    shadow,
  };
}

function bambooCloth(radius: number) {
  return (density: number): Cloth => {
    const coarse = density * 0.5;
    const cloth = emptyCloth({ widthCm: 240, heightCm: 2 * Math.PI * radius }, coarse, { x: 0, y: 0 });
    for (let n = 0; n < cloth.columns * cloth.rows; n++) {
      const p = (n % cloth.columns) / coarse;
      const q = Math.floor(n / cloth.columns) / coarse;
      const node = Math.abs((p % 27) - 13.5);
      const streak = tileAt(FIBRE, p * 5, q * 30);
      const tone = (1 + streak * 0.1) * (node < 0.35 ? 0.62 : node < 1 ? 1.1 : 1);
      paint(cloth.texels, n, [186, 158, 96], tone, 1);
      cloth.height[n] = node < 0.9 ? 0.15 : 0;
    }
    finishRelief(cloth, 1);
    return cloth;
  };
}
