// Owns braided mats: one long plait of three strips, coiled round its own beginning and sewn to itself.
import type { MatDesign } from '../mat-design.ts';
import { BLOTCH, FIBRE, fillLine, slowField, tileAt } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Cloth, Rgb } from './cloth.ts';
import { byte, mix, parseHex, TEXEL } from './cloth.ts';

/** Centimetres of braid that hold one crossing on each side. */
const CROSSING = 2.3;

export function paintBraided(cloth: Cloth, design: MatDesign, random: Random): void {
  const radius = design.heightCm / 2;
  const spine = Math.max(0, (design.widthCm - design.heightCm) / 2);
  const rings = Math.max(5, Math.round(radius / random.between(1.9, 2.3)));
  const width = radius / rings;
  const strips = ringStrips(design, rings + 1, random);
  const wander = slowField(random, 6);
  const line = new Float32Array(cloth.columns);
  for (let y = 0; y < cloth.rows; y++) {
    fillLine(wander, y / cloth.rows, 0.35, line);
    const q = cloth.top + (y + 0.5) / cloth.density;
    for (let x = 0; x < cloth.columns; x++) {
      const p = cloth.left + (x + 0.5) / cloth.density;
      const beyond = Math.abs(p) - spine;
      const away = (beyond > 0 ? Math.sqrt(beyond * beyond + q * q) : Math.abs(q)) + (line[x] ?? 0);
      if (away > radius + 0.15) continue;
      const way = roundSpine(p, q, spine);
      // The coil climbs to the next ring in the last part of each turn; the last ring runs out under the edge.
      const coil = away / width - Math.max(0, shareOfTurn(way, spine, away) * 5 - 4);
      const ring = Math.max(0, Math.floor(coil));
      if (ring >= rings) continue;
      const middle = (ring + 0.5) * width;
      // A whole number of crossings, in threes: the plait closes on itself.
      const crossings = Math.max(3, 3 * Math.round((4 * spine + 2 * Math.PI * middle) / CROSSING / 3));
      const turn = shareOfTurn(way, spine, middle);
      plait(cloth, y * cloth.columns + x, strips[ring] ?? [], coil - ring, turn * crossings, width);
    }
  }
}

/** The way round the spine from its left end: centimetres of straight, radians of bend. */
type Way = { straight: number; bend: number };

function roundSpine(p: number, q: number, spine: number): Way {
  if (p > spine) return { straight: 2 * spine, bend: Math.atan2(q, p - spine) + Math.PI / 2 };
  if (p < -spine) return { straight: 4 * spine, bend: Math.PI * 1.5 + Math.atan2(-q, -spine - p) };
  return q < 0 ? { straight: p + spine, bend: 0 } : { straight: 3 * spine - p, bend: Math.PI };
}

const shareOfTurn = (way: Way, spine: number, radius: number): number =>
  (way.straight + way.bend * radius) / (4 * spine + 2 * Math.PI * radius);

/** The three strips braided in each ring: a colour stays for a few rings, then one strip is changed. */
function ringStrips(design: MatDesign, rings: number, random: Random): Rgb[][] {
  const dye = (): Rgb => mix(parseHex(random.pick(design.colours)), [240, 232, 215], random.between(0, 0.16));
  const strips = [dye(), dye(), dye()];
  const banded = random.chance(0.5);
  return Array.from({ length: rings }, (_, ring) => {
    if (banded && ring % 3 === 0) strips.fill(dye());
    if (!banded) strips[ring % 3] = dye();
    return [...strips];
  });
}

/** One texel of the plait: `across` 0 to 1 over its width, `crossing` how many crossings along it. */
function plait(cloth: Cloth, n: number, strips: readonly Rgb[], across: number, crossing: number, width: number): void {
  const y = across * 2 - 1;
  const middle = y + 0.16 * Math.sin(crossing * 2 * Math.PI);
  const half = middle > 0 ? 1 : 0;
  const slanted = crossing + half * 0.5 + 0.55 * Math.abs(y);
  const lobe = Math.floor(slanted);
  const f = (slanted - lobe) * 2 - 1;
  const colour = strips[(((lobe * 2 + half) % 3) + 3) % 3] ?? [128, 128, 128];
  const bulge = Math.sqrt(Math.max(0, 1 - f * f * 0.96));
  const outer = Math.sqrt(Math.max(0, 1 - y * y));
  const inner = Math.min(1, Math.abs(middle) * 3 + 0.35);
  const u = crossing * 25 + Math.abs(y) * 14;
  const v = f * 6 + lobe * 31 + half * 77;
  const crease = tileAt(FIBRE, u, v);
  const print = ((lobe * 7 + half) % 5 === 0 ? tileAt(BLOTCH, u, v * 2) : 0) > 0.4 ? 0.25 : 0;
  const tone = 1 + crease * 0.09;
  const at = n * TEXEL;
  cloth.texels[at] = byte((colour[0] + (235 - colour[0]) * print) * tone);
  cloth.texels[at + 1] = byte((colour[1] + (228 - colour[1]) * print) * tone);
  cloth.texels[at + 2] = byte((colour[2] + (210 - colour[2]) * print) * tone);
  cloth.texels[at + 3] = 255;
  cloth.height[n] = 0.15 + width * 0.36 * bulge * (0.35 + 0.65 * outer) * (0.7 + 0.3 * inner) + crease * 0.05;
}
