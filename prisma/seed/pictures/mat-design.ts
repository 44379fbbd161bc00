// Owns the description of one picture: which mat it is, how it lies, where, in what light, and from where it is seen.
import type { PaletteId } from './palettes.ts';

export const WEAVES = [
  'plain',
  'stripe',
  'check',
  'diamond',
  'zigzag',
  'border',
  'twill',
  'rag',
  'braided-round',
  'shaggy',
  'coir',
] as const;
export type Weave = (typeof WEAVES)[number];

export const SHAPES = ['rectangle', 'round', 'oval', 'half-moon'] as const;
export type Shape = (typeof SHAPES)[number];

/** Floors to lie on, then walls to hang before. */
export const FLOORS = ['teak', 'terrazzo', 'cement', 'tile', 'tegel', 'rattan', 'terracotta', 'doorstep'] as const;
export const WALLS = ['plaster', 'bamboo'] as const;
export const SCENES = [...FLOORS, ...WALLS] as const;
export type Scene = (typeof SCENES)[number];

export const ARRANGEMENTS = ['flat', 'folded', 'rolled', 'stacked', 'on-step', 'hanging'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export const FRINGES = ['none', 'short', 'tassels'] as const;
export type Fringe = (typeof FRINGES)[number];

export type Light = {
  /** Where the light comes from, degrees: 0 right, 90 towards the viewer, 180 left, 270 from behind the mat. */
  azimuthDeg: number;
  /** Above the floor; 20 is evening light with long shadows. */
  elevationDeg: number;
  /** From -1 (blue shade of morning) to 1 (late sun or a bulb). */
  warmth: number;
  /** From 0 (hard sun) to 1 (overcast). */
  softness: number;
  /** What the light passes before it falls. */
  through: 'nothing' | 'window' | 'leaves';
};

export type Camera = {
  /** The mat turned on the floor, degrees. */
  turnDeg: number;
  /** Where the one who takes the picture stands round the mat, degrees off the lines of the floor. */
  yawDeg: number;
  /** 90 looks straight down, 30 from across the room. */
  pitchDeg: number;
  /** The phone held crooked, degrees. */
  rollDeg: number;
  /** Share of the frame that the mat fills; above 1 it is cut off at the edges. */
  fill: number;
  /** The mat off the middle, shares of the frame. */
  offCentre: readonly [number, number];
};

export type MatDesign = {
  /** Every irregularity of the yarn follows from it. */
  seed: number;
  weave: Weave;
  palette: PaletteId;
  /** 0 for the first picture of this mat; another number is another day, light and place. */
  view: number;
  /** Hexes, first the colour that names the mat. */
  colours: readonly string[];
  widthCm: number;
  heightCm: number;
  shape: Shape;
  fringe: Fringe;
  /** A strip of cloth sewn round the edge; always so where the shape is cut. */
  bound: boolean;
  arrangement: Arrangement;
  scene: Scene;
  light: Light;
  camera: Camera;
};
