// Owns the cut edge: trims a cloth to its outline and sews a folded strip of plain cloth round it.
import type { MatDesign } from '../mat-design.ts';
import { BLOTCH, FIBRE, fillLine, slowField, tileAt } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Cloth } from './cloth.ts';
import { byte, mix, paint, parseHex, TEXEL } from './cloth.ts';
import { outlineOf } from './outline.ts';

export function bindEdge(cloth: Cloth, design: MatDesign, random: Random): void {
  const outline = outlineOf(design);
  const wander = slowField(random, 7);
  const band = random.between(1.3, 2);
  const colour = mix(
    parseHex(random.pick([design.colours[0], design.colours.at(-1)]) ?? '#555555'),
    [40, 34, 30],
    0.12,
  );
  const thread = mix(colour, [250, 245, 235], 0.4);
  const line = new Float32Array(cloth.columns);
  const { texels, height, density, columns } = cloth;
  for (let y = 0; y < cloth.rows; y++) {
    fillLine(wander, y / cloth.rows, 0.4, line);
    const q = cloth.top + (y + 0.5) / density;
    for (let x = 0; x < columns; x++) {
      const n = y * columns + x;
      const p = cloth.left + (x + 0.5) / density;
      const inside = outline(p, q) + (line[x] ?? 0) - 0.4;
      if (inside > band + 0.3) continue;
      if (inside <= 0) {
        texels[n * TEXEL + 3] = 0;
        height[n] = 0;
        continue;
      }
      if (inside > band) {
        // The weave is pressed down beside the seam.
        height[n] = (height[n] ?? 0) * (0.6 + 0.4 * ((inside - band) / 0.3));
        continue;
      }
      const across = (inside / band) * 2 - 1;
      const crease = tileAt(BLOTCH, (p + q) * 5, (p - q) * 5);
      const fibre = tileAt(FIBRE, p * 22, q * 22);
      const seam = Math.abs(inside - band + 0.3) < 0.09 && (Math.floor((p + q * 0.7) * 2.6) & 1) === 0;
      height[n] = 0.25 + 0.75 * Math.sqrt(Math.max(0, 1 - across * across)) + crease * 0.04 - (seam ? 0.08 : 0);
      paint(texels, n, seam ? thread : colour, 1 + crease * 0.04 + fibre * 0.07, 1);
      texels[n * TEXEL + 3] = byte(inside * density * 255);
    }
  }
}
