// Owns the promises of the drawn mats: deterministic, all different, a mat in the middle, every choice drawable.
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { designMat } from '#prisma/seed/pictures/design-mat.ts';
import { drawMat } from '#prisma/seed/pictures/draw-mat.ts';
import type { MatDesign } from '#prisma/seed/pictures/mat-design.ts';
import { ARRANGEMENTS, FRINGES, SCENES, SHAPES, WEAVES } from '#prisma/seed/pictures/mat-design.ts';
import { PALETTES } from '#prisma/seed/pictures/palettes.ts';
import { renderMat } from '#prisma/seed/pictures/render-mat.ts';
import { renderMats } from '#prisma/seed/pictures/render-mats.ts';
import type { Picture } from '#prisma/seed/pictures/scene/grade.ts';

const SMALL = 120;

const hashOf = (picture: Picture): string => createHash('sha256').update(picture.data).digest('hex');

/** Mean red, green, blue of a rectangle given in shares of the picture. */
function meanColour(picture: Picture, left: number, top: number, right: number, bottom: number): number[] {
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = Math.floor(top * picture.height); y < bottom * picture.height; y++) {
    for (let x = Math.floor(left * picture.width); x < right * picture.width; x++, count++) {
      for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + (picture.data[(y * picture.width + x) * 3 + k] ?? 0);
    }
  }
  return sum.map((total) => total / count);
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, k) => value - (b[k] ?? 0)));

/** Brightness of the whole against its neighbours on a 9 x 8 grid (difference hash): 64 bits, alike for like pictures. */
async function differenceHash(picture: Picture): Promise<string> {
  const { data, width, height } = picture;
  const grey = await sharp(data, { raw: { width, height, channels: 3 } })
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
  let bits = '';
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) bits += (grey[y * 9 + x] ?? 0) < (grey[y * 9 + x + 1] ?? 0) ? '1' : '0';
  }
  return bits;
}

/** How much neighbouring pixels differ: near 0 for an empty or flat picture. */
function roughness(picture: Picture): number {
  let sum = 0;
  for (let n = 3; n < picture.data.length; n += 3) sum += Math.abs((picture.data[n] ?? 0) - (picture.data[n - 3] ?? 0));
  return sum / (picture.data.length / 3);
}

describe('a drawn mat', () => {
  it('is the same to the byte for the same seed, whatever was drawn in between', () => {
    const first = hashOf(drawMat(designMat(7), SMALL));
    drawMat(designMat(8, { arrangement: 'stacked' }), 160);
    expect(hashOf(drawMat(designMat(7), SMALL))).toBe(first);
  });

  it('is another for another seed, and another picture of the same mat for another view', () => {
    const pictures = [designMat(1), designMat(2), designMat(1, { view: 1 })].map((design) =>
      hashOf(drawMat(design, SMALL)),
    );
    expect(new Set(pictures).size).toBe(3);
    const yarnOf = ({ weave, colours, widthCm, heightCm, shape, fringe, bound }: MatDesign) => ({
      weave,
      colours,
      widthCm,
      heightCm,
      shape,
      fringe,
      bound,
    });
    expect(yarnOf(designMat(1, { view: 1 }))).toEqual(yarnOf(designMat(1)));
  });

  it('is 4:3 in the asked width', async () => {
    const { data, width, height } = drawMat(designMat(3), SMALL);
    expect([width, height, data.length]).toEqual([120, 90, 120 * 90 * 3]);
    const jpeg = await sharp(await renderMat(designMat(3))).metadata();
    expect([jpeg.format, jpeg.width, jpeg.height]).toEqual(['jpeg', 1280, 960]);
  });

  it('lies in the middle, in its own colour, and is not the floor', () => {
    for (const [weave, floor] of [
      ['stripe', 'teak'],
      ['braided-round', 'tile'],
      ['shaggy', 'terracotta'],
    ] as const) {
      const settled = { weave, scene: floor, arrangement: 'flat', colours: ['#2f6b3a', '#2f6b3a'] } as const;
      const picture = drawMat(designMat(21, settled), SMALL);
      const middle = meanColour(picture, 0.4, 0.4, 0.6, 0.6);
      expect(distance(middle, meanColour(picture, 0, 0, 0.06, 0.06)), `${weave} on ${floor}`).toBeGreaterThan(40);
      expect(middle[1], `${weave} is green`).toBeGreaterThan((middle[0] ?? 0) + 10);
    }
  });

  it('throws a shadow: away from the light the floor is darker beside the mat than further off', () => {
    const design = designMat(4, {
      weave: 'plain',
      shape: 'rectangle',
      fringe: 'none',
      scene: 'cement',
      arrangement: 'flat',
    });
    const light = { azimuthDeg: 180, elevationDeg: 25, warmth: 0, softness: 0, through: 'nothing' } as const;
    const camera = { turnDeg: 0, yawDeg: 0, pitchDeg: 90, rollDeg: 0, fill: 0.7, offCentre: [0, 0] } as const;
    const picture = drawMat({ ...design, light, camera }, 240);
    const brightness = (x: number): number => meanColour(picture, x, 0.4, x + 0.012, 0.6).reduce((a, b) => a + b) / 3;
    expect(brightness(0.857)).toBeLessThan(brightness(0.93) - 12);
    expect(brightness(0.12)).toBeGreaterThan(brightness(0.06) - 12);
  });
});

describe('every choice', () => {
  const choices = [
    ...WEAVES.map((weave) => ({ weave })),
    ...SHAPES.map((shape) => ({ shape })),
    ...SCENES.map((scene) => ({ scene })),
    ...ARRANGEMENTS.map((arrangement) => ({ arrangement })),
    ...FRINGES.map((fringe) => ({ fringe, weave: 'diamond' as const, shape: 'rectangle' as const })),
    ...PALETTES.map(({ id }) => ({ palette: id })),
  ];

  it.each(choices)('can be drawn: %o', (settled) => {
    const design = designMat(12, settled);
    expect(design).toMatchObject(settled);
    expect(roughness(drawMat(design, SMALL))).toBeGreaterThan(1.5);
  });

  it('has an Indonesian name and readable hexes for each palette, all ids different', () => {
    expect(new Set(PALETTES.map(({ id }) => id)).size).toBe(PALETTES.length);
    for (const { name, hexes } of PALETTES) {
      expect(name).toMatch(/^[A-Z][a-z-]+ [a-z]+/);
      expect(hexes.length).toBeGreaterThanOrEqual(4);
      for (const hex of hexes) expect(hex).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});

describe('two hundred mats', () => {
  const designs = Array.from({ length: 200 }, (_, seed) => designMat(seed));

  it('look like two hundred photographs', async () => {
    const hashes = await Promise.all(designs.map((design) => differenceHash(drawMat(design, 80))));
    expect(new Set(hashes).size).toBeGreaterThanOrEqual(190);
  });

  it('never show the same weave side by side, and show every weave, floor and arrangement', () => {
    for (const [n, design] of designs.entries()) expect(design.weave).not.toBe(designs[n + 1]?.weave);
    expect(new Set(designs.map(({ weave }) => weave)).size).toBe(WEAVES.length);
    expect(new Set(designs.map(({ scene }) => scene)).size).toBe(SCENES.length);
    expect(new Set(designs.map(({ arrangement }) => arrangement)).size).toBe(ARRANGEMENTS.length);
    expect(new Set(designs.map(({ palette }) => palette)).size).toBe(PALETTES.length);
  });
});

describe('renderMats', () => {
  it('gives each picture once, the same as alone', async () => {
    const designs = [designMat(30), designMat(31), designMat(32)];
    const jpegs = new Map<number, Buffer>();
    await renderMats(designs, (jpeg, index) => void jpegs.set(index, jpeg), { width: 160, workers: 2 });
    expect([...jpegs.keys()].sort()).toEqual([0, 1, 2]);
    for (const [index, design] of designs.entries()) {
      expect(jpegs.get(index)?.equals(await renderMat(design, { width: 160 }))).toBe(true);
    }
  });

  it('passes on what goes wrong in a worker or in the receiver', async () => {
    const broken = { ...designMat(1), colours: undefined } as unknown as MatDesign;
    await expect(renderMats([broken], () => undefined, { width: 80 })).rejects.toThrow();
    const refuse = () => Promise.reject(new Error('disk full'));
    await expect(renderMats([designMat(1)], refuse, { width: 80 })).rejects.toThrow('disk full');
  });
});
