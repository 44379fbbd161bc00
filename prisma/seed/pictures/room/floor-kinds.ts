// Owns the floors and walls of the houses: teak, terrazzo, cement, tiles, plaited mats, plaster, bamboo.
import { parseHex } from '../cloth/cloth.ts';
import { BLOTCH, CLOUD, FIBRE, GRAIN, tileBetween } from '../noise.ts';
import { seededRandom } from '../seeded-random.ts';
import type { FloorTile } from './floor-tile.ts';
import { FLOOR_CM, fillTile, soften, stampStone } from './floor-tile.ts';

export type FloorKind = keyof typeof FLOORS;

/** Noise tiles are 256 wide: these factors make them repeat a whole number of times over FLOOR_CM. */
const ONCE = 256 / FLOOR_CM;

const cloud = (x: number, y: number, times = 1): number => tileBetween(CLOUD, x * ONCE * times, y * ONCE * times);

function set(out: Float32Array, r: number, g: number, b: number): void {
  out[0] = r;
  out[1] = g;
  out[2] = b;
}

function teak(): FloorTile {
  const random = seededRandom(11);
  const plank = 12;
  const tones = Array.from({ length: 32 }, () => random.between(0.8, 1.12));
  const joints = Array.from({ length: 8 }, () => random.between(0, 48));
  return fillTile(0.1, (x, y, out) => {
    const row = Math.floor(y / plank);
    const along = (x + (joints[row] ?? 0)) % FLOOR_CM;
    const board = row * 2 + Math.floor(along / 48);
    const within = y % plank;
    const edge = Math.min(within, plank - within, along % 48, 48 - (along % 48));
    const wave = cloud(x * 0.25 + board * 37, y + board * 11) * 2.2;
    const ring = Math.sin((y + wave) * 2.6 + board * 5);
    const pore = tileBetween(FIBRE, x * ONCE * 2, y * ONCE * 4);
    const tone = (tones[board] ?? 1) * (1 + ring * 0.06 + pore * 0.09) * (edge < 0.14 ? 0.45 : edge < 0.3 ? 0.9 : 1);
    set(out, 158 * tone, 111 * tone - ring * 2, 70 * tone - ring * 3);
  });
}

function terrazzo(): FloorTile {
  const random = seededRandom(12);
  const tile = fillTile(0.2, (x, y, out) => {
    const tone = 1 + cloud(x, y) * 0.03 + tileBetween(GRAIN, x * ONCE * 4, y * ONCE * 4) * 0.03;
    set(out, 205 * tone, 199 * tone, 186 * tone);
  });
  const stones = ['#968e81', '#b9a98f', '#7c7b75', '#e6dfd0', '#a9846c', '#737a70', '#c8bfae'].map(parseHex);
  for (let n = 0; n < 2700; n++) {
    const radius = 0.12 + 0.5 * random.next() ** 2;
    const start = random.between(0, 6.28);
    const corners = Array.from({ length: 5 }, (_, k) => start + ((k + random.between(-0.3, 0.3)) * 6.283) / 5);
    stampStone(tile, random.between(0, FLOOR_CM), random.between(0, FLOOR_CM), radius, corners, random.pick(stones));
  }
  return tile;
}

function cement(): FloorTile {
  return fillTile(0.05, (x, y, out) => {
    const trowel = tileBetween(FIBRE, x * ONCE + y * ONCE, y * ONCE * 2) * 0.02;
    const stain = cloud(x, y);
    const tone =
      1 + stain * 0.075 + cloud(x, y, 4) * 0.05 + trowel + tileBetween(GRAIN, x * ONCE * 4, y * ONCE * 4) * 0.04;
    set(out, 163 * tone, 158 * tone, 149 * tone);
  });
}

/** Square tiles with a joint of `joint` cm; `face` paints a tile, given the place on it and which it is. */
function tiled(
  side: number,
  joint: number,
  gloss: number,
  grout: readonly [number, number, number],
  face: (x: number, y: number, which: number, out: Float32Array) => void,
): FloorTile {
  const count = Math.round(FLOOR_CM / side);
  return fillTile(gloss, (x, y, out) => {
    const column = Math.floor(x / side);
    const row = Math.floor(y / side);
    const inX = x - column * side;
    const inY = y - row * side;
    const edge = Math.min(inX, inY, side - inX, side - inY) - joint / 2;
    if (edge < 0) {
      const dirt = 1 + cloud(x, y) * 0.12 + tileBetween(GRAIN, x * ONCE * 4, y * ONCE * 4) * 0.06;
      set(out, grout[0] * dirt, grout[1] * dirt, grout[2] * dirt);
      return;
    }
    face(inX, inY, column * count + row, out);
    const bevel = edge < 0.2 ? 0.93 : 1;
    for (let k = 0; k < 3; k++) out[k] = (out[k] ?? 0) * bevel;
  });
}

function whiteTile(): FloorTile {
  return tiled(32, 0.34, 0.24, [150, 143, 131], (x, y, which, out) => {
    const vein = cloud(x * 0.8 + which * 29, y * 0.8 + which * 53);
    const tone = 1 + vein * 0.025 + ((which * 7) % 5) * 0.004;
    set(out, 224 * tone, 220 * tone, 211 * tone);
  });
}

/** Pressed cement tiles of old houses: quarter rings that join to circles over four tiles, a star in each. */
function tegel(): FloorTile {
  return tiled(19.2, 0.16, 0.14, [138, 130, 118], (x, y, which, out) => {
    const u = Math.abs(x - 9.6);
    const v = Math.abs(y - 9.6);
    const corner = Math.hypot(9.6 - u, 9.6 - v);
    const star = Math.max(u, v) + 0.55 * Math.min(u, v);
    const wear = 1 + cloud(x + which * 17, y + which * 41) * 0.06;
    if (corner < 2.4 || (star > 2.2 && star < 3.9)) set(out, 139 * wear, 88 * wear, 74 * wear);
    else if (corner > 5.2 && corner < 6.3) set(out, 118 * wear, 125 * wear, 118 * wear);
    else if (star < 2.2) set(out, 190 * wear, 164 * wear, 122 * wear);
    else set(out, 206 * wear, 197 * wear, 178 * wear);
  });
}

function terracotta(): FloorTile {
  const random = seededRandom(13);
  const tones = Array.from({ length: 64 }, () => random.between(0.86, 1.1));
  return tiled(19.2, 0.7, 0.06, [141, 130, 117], (x, y, which, out) => {
    const tone = (tones[which] ?? 1) * (1 + cloud(x + which * 31, y + which * 13) * 0.09);
    set(out, 160 * tone, 103 * tone, 80 * tone);
  });
}

/** Splints `side` cm wide plaited over two and under two; `upright` is the wall of a bamboo house, otherwise a mat. */
function plaited(side: number, light: readonly number[], dark: readonly number[], coloured: number): FloorTile {
  return fillTile(0.04, (x, y, out) => {
    const column = Math.floor(x / side);
    const row = Math.floor(y / side);
    const over = (((column + row) % 4) + 4) % 4 < 2;
    const across = (over ? y / side - row : x / side - column) * 2 - 1;
    const nearEnd = over
      ? Math.min(((x / side + row) % 4) + 0.02, 2 - ((x / side + row) % 4))
      : Math.min((((x / side + row + 2) % 4) + 4) % 4, 1);
    const strip = over ? row : column;
    const splint = ((strip * 7919) % 13) / 13 - 0.5;
    const fibre = over ? tileBetween(FIBRE, x * ONCE, y * ONCE * 4) : tileBetween(FIBRE, y * ONCE, x * ONCE * 4);
    const round = 1 - across ** 4 * 0.2;
    const tone =
      round *
      (0.9 + 0.1 * Math.min(1, Math.max(0, nearEnd) * 3)) *
      (1 + splint * 0.1 + fibre * 0.05) *
      (over ? 1.02 : 0.95);
    const base = coloured > 0 && strip % coloured < 2 ? dark : light;
    set(out, (base[0] ?? 0) * tone, (base[1] ?? 0) * tone, (base[2] ?? 0) * tone);
  });
}

/** Washed river pebbles set in cement, as on the steps in front of a door. */
function pebbles(): FloorTile {
  const random = seededRandom(14);
  const tile = fillTile(0.03, (x, y, out) => {
    const tone = 1 + cloud(x, y) * 0.08;
    set(out, 118 * tone, 112 * tone, 102 * tone);
  });
  for (let n = 0; n < 9000; n++) {
    const grey = random.between(80, 176);
    const corners = Array.from({ length: 7 }, (_, k) => (k * 6.283) / 7 + random.between(-0.2, 0.2));
    const stone = [grey + random.between(-4, 12), grey, grey - random.between(2, 16)] as const;
    stampStone(
      tile,
      random.between(0, FLOOR_CM),
      random.between(0, FLOOR_CM),
      random.between(0.25, 0.55),
      corners,
      stone,
    );
  }
  return tile;
}

function plaster(): FloorTile {
  return fillTile(0, (x, y, out) => {
    const blister = tileBetween(BLOTCH, x * ONCE * 3, y * ONCE * 3) * 0.015;
    const brush = tileBetween(FIBRE, y * ONCE, x * ONCE * 2) * 0.02;
    const tone = 1 + cloud(x, y) * 0.05 + blister + brush;
    set(out, 222 * tone, 217 * tone, 205 * tone);
  });
}

const FLOORS = {
  teak,
  terrazzo,
  cement,
  tile: whiteTile,
  tegel,
  terracotta,
  rattan: () => plaited(1.2, [204, 180, 136], [176, 140, 100], 20),
  bamboo: () => plaited(2.4, [192, 166, 120], [170, 142, 98], 10),
  pebbles,
  plaster,
};

const made = new Map<FloorKind, FloorTile>();

/** The floor, made once in a process: it is the same floor in every picture, only tinted, turned and lit otherwise. */
export function floorTile(kind: FloorKind): FloorTile {
  const tile = made.get(kind) ?? soften(FLOORS[kind]());
  made.set(kind, tile);
  return tile;
}
