// Owns mats that stand up instead of lying flat: shaggy ones of scrap tabs, and brushes of coconut fibre (sabut).
import type { MatDesign } from '../mat-design.ts';
import { BLOTCH, FIBRE, fillLine, GRAIN, slowField, tileAt } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Cloth, Rgb } from './cloth.ts';
import { byte, mix, paint, parseHex, TEXEL } from './cloth.ts';
import type { Outline } from './outline.ts';
import { outlineOf } from './outline.ts';
import { layStrand } from './strand.ts';

/** Tabs of cloth knotted side by side into a backing; each falls its own way. */
export function paintShaggy(cloth: Cloth, design: MatDesign, random: Random): void {
  const outline = outlineOf(design);
  const mixed = random.chance(0.5);
  const ring = random.between(5, 8);
  const dyeAt = (inside: number): Rgb => {
    const at = mixed ? random.whole(0, design.colours.length - 1) : Math.floor(inside / ring) % design.colours.length;
    return parseHex(design.colours[at] ?? '#888888');
  };
  paintBacking(cloth, outline, parseHex(design.colours[0] ?? '#888888'));
  const gap = 1.5;
  const spots: [number, number][] = [];
  for (let q = -design.heightCm / 2; q <= design.heightCm / 2; q += gap) {
    for (let p = -design.widthCm / 2; p <= design.widthCm / 2; p += gap) {
      spots.push([p + random.between(-0.6, 0.6), q + random.between(-0.6, 0.6)]);
    }
  }
  shuffle(spots, random);
  for (const [p, q] of spots) {
    const inside = outline(p, q);
    if (inside < 0.9) continue;
    const light: Rgb = random.chance(0.5) ? [250, 244, 230] : [30, 26, 24];
    layStrand(cloth, tab(p, q, mix(dyeAt(inside), light, random.between(0, 0.16)), random));
  }
}

function paintBacking(cloth: Cloth, outline: Outline, colour: Rgb): void {
  for (let n = 0; n < cloth.height.length; n++) {
    const p = cloth.left + (n % cloth.columns) / cloth.density;
    const q = cloth.top + Math.floor(n / cloth.columns) / cloth.density;
    const inside = outline(p, q) - 1.3;
    if (inside <= 0) continue;
    paint(cloth.texels, n, colour, 0.5, inside * cloth.density);
    cloth.height[n] = 0.08;
  }
}

function tab(p: number, q: number, colour: Rgb, random: Random) {
  const heading = random.between(0, 6.283);
  const bend = random.between(-1.1, 1.1);
  const length = random.between(2.8, 4.4);
  const base = random.between(0.15, 0.6);
  const path = [0, 0.33, 0.66, 1].map((t) => {
    const angle = heading + bend * t;
    const reach = length * (t - 0.25);
    return [p + Math.cos(angle) * reach, q + Math.sin(angle) * reach, base + 0.9 * Math.sin(t * 2.7)] as const;
  });
  return { path, radius: random.between(0.5, 0.85), colour, flat: true, phase: random.whole(0, 9999) };
}

function shuffle<T>(list: T[], random: Random): void {
  for (let n = list.length - 1; n > 0; n--) {
    const other = random.whole(0, n);
    const kept = list[n] as T;
    list[n] = list[other] as T;
    list[other] = kept;
  }
}

const HUSK: Rgb = [158, 112, 66];

/** Coconut fibre cut level like a brush, with a band or a lozenge of dyed fibre. */
export function paintCoir(cloth: Cloth, design: MatDesign, random: Random): void {
  const outline = outlineOf(design);
  const dye = mix(parseHex(design.colours[0] ?? '#553322'), HUSK, 0.18);
  const band = random.between(2.5, 4);
  const lozenge = random.chance(0.6) ? design.heightCm * random.between(0.2, 0.32) : 0;
  const wander = slowField(random, 6);
  const line = new Float32Array(cloth.columns);
  for (let y = 0; y < cloth.rows; y++) {
    fillLine(wander, y / cloth.rows, 0.3, line);
    const q = cloth.top + (y + 0.5) / cloth.density;
    for (let x = 0; x < cloth.columns; x++) {
      const n = y * cloth.columns + x;
      const p = cloth.left + (x + 0.5) / cloth.density;
      const stray = tileAt(GRAIN, p * 19, q * 19);
      const inside = outline(p, q) + (line[x] ?? 0) - 0.35 + stray * 0.12;
      if (inside <= 0) continue;
      const ragged = stray * 0.25;
      const d = Math.abs(p) * 0.7 + Math.abs(q) + ragged;
      const dyed = (inside + ragged > band && inside + ragged < band * 1.9) || (d < lozenge && d > lozenge * 0.55);
      const colour = dyed ? dye : HUSK;
      const slant = tileAt(FIBRE, p * 13 + q * 9, q * 15 - p * 11);
      const tuft = tileAt(BLOTCH, p * 9, q * 9);
      const tone = 1 + stray * 0.2 + slant * 0.16 + tuft * 0.08;
      const at = n * TEXEL;
      cloth.texels[at] = byte(colour[0] * tone);
      cloth.texels[at + 1] = byte(colour[1] * tone);
      cloth.texels[at + 2] = byte(colour[2] * tone);
      cloth.texels[at + 3] = byte(inside * cloth.density * 200);
      const shoulder = inside < 0.9 ? Math.sqrt(1 - (1 - inside / 0.9) ** 2) : 1;
      cloth.height[n] = 0.9 * shoulder + stray * 0.07 + slant * 0.06 + tuft * 0.09;
    }
  }
}
