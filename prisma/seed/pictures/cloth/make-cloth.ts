// Owns making the mat itself, before it is laid anywhere: picks the technique of the weave and finishes edge and relief.
import type { MatDesign } from '../mat-design.ts';
import { seededRandom } from '../seeded-random.ts';
import { bindEdge } from './binding.ts';
import { paintBraided } from './braided.ts';
import type { Cloth } from './cloth.ts';
import { emptyCloth } from './cloth.ts';
import { FRINGE_ROOM, tieFringe } from './fringe.ts';
import { finishRelief } from './relief.ts';
import { softenCloth } from './soften-cloth.ts';
import { paintCoir, paintShaggy } from './tufted.ts';
import { paintWoven } from './woven.ts';

/** The mat of a design with `density` texels to a centimetre. Same seed, same yarns, whatever the scene. */
export function makeCloth(design: MatDesign, density: number): Cloth {
  const random = seededRandom(design.seed, 1);
  const cloth = emptyCloth(design, density, { x: FRINGE_ROOM[design.fringe], y: 1.4 });
  switch (design.weave) {
    case 'braided-round':
      paintBraided(cloth, design, random);
      softenCloth(cloth);
      break;
    case 'shaggy':
      paintShaggy(cloth, design, random);
      softenCloth(cloth);
      softenCloth(cloth);
      break;
    case 'coir':
      paintCoir(cloth, design, random);
      break;
    default:
      paintWoven(cloth, design, random);
      if (design.bound) bindEdge(cloth, design, random);
      tieFringe(cloth, design, random);
  }
  finishRelief(cloth, 0.8);
  return cloth;
}
