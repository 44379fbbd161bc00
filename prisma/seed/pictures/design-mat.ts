// Owns the choice of a believable mat and picture from a seed: sizes makers sell, weaves that fit the shape, light that fits the place.
import type { Arrangement, Camera, Fringe, Light, MatDesign, Scene, Shape, Weave } from './mat-design.ts';
import { FLOORS, WALLS } from './mat-design.ts';
import type { PaletteId } from './palettes.ts';
import { PALETTES, paletteOf } from './palettes.ts';
import type { Random } from './seeded-random.ts';
import { seededRandom } from './seeded-random.ts';

/** What the caller has settled already, for instance from a listing; the rest follows from the seed. */
export type Settled = Partial<
  Pick<
    MatDesign,
    'weave' | 'palette' | 'colours' | 'widthCm' | 'heightCm' | 'shape' | 'fringe' | 'arrangement' | 'scene' | 'view'
  >
>;

/** In turn, so that neighbouring seeds never share a weave; common ones come more often. */
const WEAVE_TURNS: readonly Weave[] = [
  'stripe',
  'diamond',
  'rag',
  'check',
  'braided-round',
  'zigzag',
  'plain',
  'shaggy',
  'border',
  'rag',
  'twill',
  'stripe',
  'braided-round',
  'check',
  'coir',
  'diamond',
  'rag',
  'zigzag',
  'border',
  'plain',
  'stripe',
  'shaggy',
  'twill',
];
const SIZES: readonly (readonly [number, number])[] = [
  [60, 40],
  [60, 40],
  [58, 38],
  [65, 45],
  [80, 50],
  [70, 45],
  [90, 60],
];

/** `view` tells pictures of the same mat apart: same yarns, another day and place. */
export function designMat(seed: number, settled: Settled = {}): MatDesign {
  const mat = seededRandom(seed, 50);
  const view = settled.view ?? 0;
  const scenery = seededRandom(seed, 100 + view);
  const weave = settled.weave ?? WEAVE_TURNS[Math.abs(seed) % WEAVE_TURNS.length] ?? 'rag';
  const shape = settled.shape ?? shapeFor(weave, mat);
  const palette = settled.palette ?? paletteFor(weave, seed, mat);
  const [widthCm, heightCm] = sizeFor(shape, settled, mat);
  const cut = shape !== 'rectangle';
  const bound = weave !== 'braided-round' && weave !== 'shaggy' && weave !== 'coir' && (cut || mat.chance(0.2));
  const fringe = settled.fringe ?? fringeFor(weave, bound, mat);
  const arrangement = settled.arrangement ?? arrangementFor(weave, shape, settled.scene, scenery);
  const scene = settled.scene ?? sceneFor(arrangement, seed + view * 3, scenery);
  return {
    seed,
    view,
    weave,
    palette,
    colours: settled.colours ?? coloursOf(weave, palette, mat),
    widthCm,
    heightCm,
    shape,
    fringe,
    bound,
    arrangement,
    scene,
    light: lightFor(arrangement, scene, scenery),
    camera: cameraFor(arrangement, scene, weave, scenery),
  };
}

function shapeFor(weave: Weave, random: Random): Shape {
  if (weave === 'braided-round') return random.chance(0.55) ? 'round' : 'oval';
  if (weave === 'coir') return random.chance(0.4) ? 'half-moon' : 'rectangle';
  if (weave === 'shaggy') return random.pick(['rectangle', 'rectangle', 'round', 'oval', 'half-moon']);
  return random.chance(0.86) ? 'rectangle' : random.pick(['oval', 'half-moon', 'round']);
}

function sizeFor(shape: Shape, settled: Settled, random: Random): readonly [number, number] {
  const [wide, high] = random.pick(SIZES);
  const across = random.pick([50, 55, 60, 70]);
  const width = settled.widthCm ?? (shape === 'round' ? across : wide);
  const height = settled.heightCm ?? (shape === 'round' ? width : high);
  return [width, height];
}

function paletteFor(weave: Weave, seed: number, random: Random): PaletteId {
  if ((weave === 'rag' || weave === 'shaggy') && random.chance(0.5)) return 'warna-warni';
  return PALETTES[Math.abs(seed * 7 + Math.floor(seed / 13)) % PALETTES.length]?.id ?? 'warna-warni';
}

/** Two colours make a pattern plain to see; scraps use everything. The naming colour comes first, a light one last. */
function coloursOf(weave: Weave, palette: PaletteId, random: Random): string[] {
  const hexes = paletteOf(palette).hexes;
  const [first = '#555555', ...rest] = hexes;
  const last = rest.at(-1) ?? '#eeeeee';
  if (palette === 'warna-warni') {
    if (weave === 'rag' || weave === 'shaggy' || weave === 'braided-round') return [...hexes];
    const bright = [first, ...rest.slice(0, -1)];
    const start = random.whole(0, bright.length - 1);
    return [0, 2, 3].map((k) => bright[(start + k) % bright.length] ?? first).concat(last);
  }
  if (weave === 'diamond' || weave === 'zigzag' || weave === 'twill')
    return random.chance(0.6) ? [first, last] : [first, rest[0] ?? last, last];
  if (weave === 'plain') return [first, random.pick(rest)];
  if (weave === 'rag' && random.chance(0.4)) return [...hexes, '#8d8378'];
  return [...hexes];
}

function fringeFor(weave: Weave, bound: boolean, random: Random): Fringe {
  if (bound || weave === 'braided-round' || weave === 'shaggy' || weave === 'coir') return 'none';
  return random.pick(['none', 'short', 'short', 'tassels']);
}

function arrangementFor(weave: Weave, shape: Shape, scene: Scene | undefined, random: Random): Arrangement {
  if (scene === 'plaster' || scene === 'bamboo') return 'hanging';
  const stiff = weave === 'coir';
  const square = shape === 'rectangle';
  const die = random.next();
  if (die < 0.1) return square && !stiff && weave !== 'shaggy' ? 'folded' : 'flat';
  if (die < 0.19) return square && !stiff ? 'rolled' : 'flat';
  if (die < 0.3) return 'stacked';
  if (die < 0.39) return square && scene === undefined ? 'on-step' : 'flat';
  if (die < 0.48) return square && !stiff && scene === undefined ? 'hanging' : 'flat';
  return 'flat';
}

function sceneFor(arrangement: Arrangement, turn: number, random: Random): Scene {
  if (arrangement === 'hanging') return random.pick(WALLS);
  if (arrangement === 'on-step') return random.pick(['tile', 'terrazzo', 'cement', 'terracotta', 'doorstep', 'tegel']);
  return FLOORS[Math.abs(turn * 3 + random.whole(0, 1)) % FLOORS.length] ?? 'cement';
}

function lightFor(arrangement: Arrangement, scene: Scene, random: Random): Light {
  const outside = scene === 'doorstep' || scene === 'cement' || scene === 'terracotta' || scene === 'bamboo';
  const through = random.chance(outside ? 0.3 : 0.35) ? (outside ? 'leaves' : 'window') : 'nothing';
  const front = arrangement === 'hanging' || arrangement === 'on-step';
  return {
    azimuthDeg: front ? random.between(25, 155) : random.between(150, 390),
    elevationDeg: random.between(28, 62),
    warmth: random.between(-0.5, 0.9),
    softness: through === 'nothing' ? random.between(0.25, 1) : random.between(0.3, 0.55),
    through,
  };
}

function cameraFor(arrangement: Arrangement, scene: Scene, weave: Weave, random: Random): Camera {
  // Close-ups show off a flat weave; a shaggy or braided mat is photographed whole.
  const most = weave === 'shaggy' || weave === 'braided-round' ? 0.78 : 1;
  const base: Camera = {
    turnDeg: random.between(-7, 7) + (random.chance(0.12) ? random.between(20, 34) : 0),
    yawDeg: random.between(-9, 9),
    pitchDeg: random.pick([random.between(50, 65), random.between(62, 82), random.between(82, 90)]),
    rollDeg: random.between(-2.5, 2.5),
    fill: Math.min(most, random.chance(0.08) ? random.between(0.9, 0.97) : random.between(0.7, 0.86)),
    offCentre: [random.between(-0.03, 0.03), random.between(-0.03, 0.03)],
  };
  const fill = Math.min(0.77, base.fill);
  switch (arrangement) {
    case 'folded':
      return {
        ...base,
        fill,
        turnDeg: random.pick([0, -90, 180]) + random.between(-14, 14),
        pitchDeg: random.between(40, 65),
      };
    case 'rolled':
      return {
        ...base,
        fill,
        turnDeg: random.pick([-1, 1]) * random.between(18, 48),
        pitchDeg: random.between(32, 48),
      };
    case 'stacked':
      return { ...base, fill, turnDeg: -90 + random.between(-22, 22), pitchDeg: random.between(30, 46) };
    case 'on-step':
      return { ...base, fill, pitchDeg: random.between(34, 50) };
    case 'hanging':
      return { ...base, fill, pitchDeg: random.between(-4, 14), yawDeg: random.between(-16, 16) };
    default:
      return scene === 'doorstep'
        ? { ...base, fill: Math.min(0.86, fill), turnDeg: random.between(-4, 4), pitchDeg: random.between(42, 60) }
        : base;
  }
}
