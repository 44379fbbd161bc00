// Owns drawing one picture: lays the mat in its scene, looks at it through the camera and returns the pixels.
import type { MatDesign } from './mat-design.ts';
import { PALETTES } from './palettes.ts';
import { paintBackdrop } from './room/backdrop.ts';
import { floorUnder, stepUnder, wallBehind } from './room/surroundings.ts';
import { layFlat, layFolded, layStacked } from './scene/arrange-flat.ts';
import { layHanging, layOnStep } from './scene/arrange-hung.ts';
import { layRolled } from './scene/arrange-rolled.ts';
import { emptyCanvas } from './scene/canvas.ts';
import { dropShadow } from './scene/drop-shadow.ts';
import type { Picture } from './scene/grade.ts';
import { gradePicture } from './scene/grade.ts';
import { layCloth } from './scene/lay-cloth.ts';
import type { Layout } from './scene/layout.ts';
import { lightingOf } from './scene/lighting.ts';
import { meshOf } from './scene/mesh.ts';
import { softenEdges } from './scene/soften-edges.ts';
import { frameView, project } from './scene/view.ts';
import type { Random } from './seeded-random.ts';
import { seededRandom } from './seeded-random.ts';

/** More texels than this on one cloth cost time that the eye does not see. */
const MOST_TEXELS = 540_000;

/** The picture of a design, `width` pixels wide and 4:3, as sRGB bytes. The same design and width give the same bytes. */
export function drawMat(design: MatDesign, width: number): Picture {
  const random = seededRandom(design.seed, 2 + design.view);
  const layout = layOut(design, random);
  const view = frameView(design.camera, layout.framed, width);
  const lighting = lightingOf(design.light, random.next(), design.arrangement === 'hanging');
  const canvas = emptyCanvas(view.width, view.height);
  const backdrop = paintBackdrop(canvas, view, layout.planes, lighting);
  const middle = project(view, layout.framed[layout.framed.length >> 1] ?? [0, 0, 0]);
  const most = Math.sqrt(MOST_TEXELS / ((design.widthCm + 4) * (design.heightCm + 4)));
  const density = Math.min(most, (0.8 * view.focal) / middle.depth);
  const cloths = layout.cloths.map((make) => make(density));
  for (const part of layout.parts) {
    const cloth = cloths[part.of];
    if (!cloth) throw new RangeError(`the layout has no cloth ${part.of}`);
    const piece = { ...part, cloth };
    const mesh = meshOf(piece, view, lighting);
    dropShadow(canvas, view, piece, mesh, lighting);
    layCloth(canvas, backdrop, cloth, mesh, lighting);
  }
  softenEdges(canvas);
  return gradePicture(canvas, random);
}

function layOut(design: MatDesign, random: Random): Layout {
  const half = design.heightCm / 2;
  switch (design.arrangement) {
    case 'folded':
      return { ...layFolded(design, random), planes: floorUnder(design, half + 14, random) };
    case 'rolled':
      return { ...layRolled(design, random), planes: floorUnder(design, half + 14, random) };
    case 'stacked':
      return {
        ...layStacked(design, sistersOf(design, random), random),
        planes: floorUnder(design, half + 10, random),
      };
    case 'on-step': {
      const edge = half - random.between(6, 11);
      return { ...layOnStep(design, edge, random), planes: stepUnder(design, edge, random) };
    }
    case 'hanging': {
      const wall = random.between(5, 12);
      return { ...layHanging(design, wall, random), planes: wallBehind(design, wall, random) };
    }
    default: {
      const behind = half + random.between(3, 9) + 8 * Math.abs(Math.sin((design.camera.turnDeg * Math.PI) / 180));
      return { ...layFlat(design, random), planes: floorUnder(design, behind, random) };
    }
  }
}

/** The mats under it on a pile: the same weave and size in other dyes. */
function sistersOf(design: MatDesign, random: Random): MatDesign[] {
  const count = random.whole(2, 3);
  return Array.from({ length: count }, (_, n) => ({
    ...design,
    seed: design.seed * 31 + n + 1,
    colours: random.pick(PALETTES).hexes,
  }));
}
