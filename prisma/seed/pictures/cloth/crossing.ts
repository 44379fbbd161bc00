// Owns one texel of a weave: which of the two yarns lies on top, how high, and the twist, creases and fibres it shows.
import { BLOTCH, FIBRE, TILE, TILE_MASK } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Cloth } from './cloth.ts';
import { byte, TEXEL } from './cloth.ts';
import type { WeavePlan } from './weave-plan.ts';

/** The yarns of one mat, in the form the painting of a texel reads. */
export type Threads = {
  lift: Int8Array;
  weftDye: Uint8Array;
  warpDye: Uint8Array;
  wefts: number;
  warps: number;
  strips: boolean;
  swing: number;
  weftRadius: number;
  warpRadius: number;
  /** How many times narrower than its pitch the warp is. */
  warpNarrow: number;
  /** Where in the noise each yarn's fibres start. */
  offset: Int32Array;
  /** Red, green, blue of every dye, and 1 for cloth with a print. */
  dyes: Float32Array;
  printed: Uint8Array;
};

export function threadsOf(plan: WeavePlan, random: Random): Threads {
  const { yarn, lift, weftDye, warpDye } = plan;
  const wefts = plan.weftEdges.length - 1;
  const warps = warpDye.length;
  return {
    lift,
    weftDye,
    warpDye,
    wefts,
    warps,
    strips: yarn.strips,
    swing: yarn.swing,
    weftRadius: yarn.weftPitch * (yarn.strips ? 0.26 : 0.34),
    warpRadius: yarn.warpPitch * yarn.warpCover * 0.34,
    warpNarrow: 1 / Math.max(0.12, yarn.warpCover),
    offset: new Int32Array(Math.max(wefts, warps)).map(() => random.whole(0, TILE * TILE)),
    dyes: Float32Array.from(plan.dyes.flat()),
    printed: new Uint8Array(plan.dyes.length).map(() => (yarn.strips && random.chance(0.35) ? 1 : 0)),
  };
}

/**
 * Where a texel is, in one array because fractions handed over one by one are objects each: the place across the weft and
 * across the warp (-1 to 1), p and q on the mat, and the distance to the selvedge, all three in centimetres.
 */
export const CROSSING_PLACE = 5;

/** Paints texel `n`, where weft and warp number so and so cross, at a place as above. */
export function paintCrossing(
  cloth: Cloth,
  threads: Threads,
  n: number,
  weft: number,
  warp: number,
  place: Float64Array,
): void {
  const across = place[0] ?? 0;
  const acrossWarp = place[1] ?? 0;
  const nearEnd = place[4] ?? 0;
  const weftTop = weftHeight(threads, weft, across, warp, acrossWarp, nearEnd);
  const warpTop = warpHeight(threads, weft, across, warp, acrossWarp);
  const onTop = weftTop >= warpTop;
  const dye = onTop ? (threads.weftDye[weft * threads.warps + warp] ?? 0) : (threads.warpDye[warp] ?? 0);
  const shift = threads.offset[onTop ? weft : warp] ?? 0;
  const u = (onTop ? place[3] : place[2]) ?? 0;
  const v = onTop ? across : acrossWarp;
  const { strips, dyes } = threads;
  const fibre = noise(FIBRE, u * (strips ? 9 : 22) + shift, v * 8 + (shift >> 8));
  const twist = strips ? 0 : (TWIST[((u * 95 + v * 22) | 0) & 63] ?? 0);
  const tone = 1 + fibre * (strips ? 0.1 : 0.05) + twist * 0.03;
  const ink = threads.printed[dye] === 1 ? noise(BLOTCH, u * 14 + shift, v * 11 + shift) : 0;
  const print = Math.max(0, Math.min(0.5, (ink - 0.25) * 2.5));
  const { texels } = cloth;
  const at = n * TEXEL;
  texels[at] = byte(((dyes[dye * 3] ?? 0) * (1 - print) + 235 * print) * tone);
  texels[at + 1] = byte(((dyes[dye * 3 + 1] ?? 0) * (1 - print) + 226 * print) * tone);
  texels[at + 2] = byte(((dyes[dye * 3 + 2] ?? 0) * (1 - print) + 208 * print) * tone);
  texels[at + 3] = byte(nearEnd * cloth.density * 255);
  cloth.height[n] = (onTop ? weftTop : warpTop) + 0.1 + fibre * (strips ? 0.05 : 0.01) + twist * 0.018;
}

const TWIST = new Float32Array(64).map((_, k) => Math.sin((k / 64) * 2 * Math.PI));

function noise(tile: Float32Array, u: number, v: number): number {
  return tile[(((v | 0) & TILE_MASK) << 8) | ((u | 0) & TILE_MASK)] ?? 0;
}

/** Between two crossings a yarn climbs or dives; half way it is level with both. */
function weftHeight(
  t: Threads,
  weft: number,
  across: number,
  warp: number,
  acrossWarp: number,
  nearEnd: number,
): number {
  const here = t.lift[weft * t.warps + warp] ?? 1;
  const next = acrossWarp > 0 ? warp + 1 : warp - 1;
  const there = next < 0 || next >= t.warps ? here : (t.lift[weft * t.warps + next] ?? here);
  const along = here + (there - here) * 0.5 * acrossWarp * acrossWarp;
  const square = across * across;
  const profile = t.strips ? 1 - square * square : Math.sqrt(Math.max(0, 1 - square * 0.98));
  const end = nearEnd / (t.weftRadius * 1.6);
  return along * t.swing + t.weftRadius * (profile * (end < 1 ? Math.sqrt(end) : 1) + 0.6);
}

function warpHeight(t: Threads, weft: number, across: number, warp: number, acrossWarp: number): number {
  const narrow = acrossWarp * t.warpNarrow;
  const round = 1 - narrow * narrow;
  if (round <= 0) return -9;
  const here = t.lift[weft * t.warps + warp] ?? 1;
  const next = across > 0 ? weft + 1 : weft - 1;
  const there = next < 0 || next >= t.wefts ? here : (t.lift[next * t.warps + warp] ?? here);
  const over = here + (there - here) * 0.5 * across * across;
  return -over * t.swing + t.warpRadius * Math.sqrt(round) + t.weftRadius * 0.6;
}
