// Owns weaving: paints warp and weft crossing over and under each other, with the twist, creases and fibres of their yarn.
import type { MatDesign } from '../mat-design.ts';
import { BLOTCH, FIBRE, fillLine, slowField, TILE, TILE_MASK } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Cloth } from './cloth.ts';
import { byte, TEXEL } from './cloth.ts';
import type { WeavePlan } from './weave-plan.ts';
import { planWeave } from './weave-plan.ts';

/** Which yarn is at each of many small steps along an axis, and how far across that yarn (-1 to 1). */
type Lanes = { start: number; perCm: number; lane: Int16Array; across: Float32Array };

function lanesOf(edges: Float32Array): Lanes {
  const perCm = 40;
  const start = (edges[0] ?? 0) - 2;
  const steps = Math.ceil(((edges.at(-1) ?? 0) + 2 - start) * perCm);
  const lane = new Int16Array(steps).fill(-1);
  const across = new Float32Array(steps);
  for (let n = 0; n + 1 < edges.length; n++) {
    const low = edges[n] ?? 0;
    const high = edges[n + 1] ?? 0;
    const from = Math.round((low - start) * perCm);
    const until = Math.round((high - start) * perCm);
    for (let k = from; k < until; k++) {
      lane[k] = n;
      across[k] = ((k + 0.5 - from) / (until - from)) * 2 - 1;
    }
  }
  return { start, perCm, lane, across };
}

const TWIST = new Float32Array(64).map((_, k) => Math.sin((k / 64) * 2 * Math.PI));

/** Weaves the design onto an empty cloth; each row of weft ends a little short or long, as by hand. */
export function paintWoven(cloth: Cloth, design: MatDesign, random: Random): void {
  const plan = planWeave(design, random);
  const wander = { p: slowField(random, 5), q: slowField(random, 5) };
  const wefts = lanesOf(plan.weftEdges);
  const warps = lanesOf(plan.warpEdges);
  const ends = rowEnds(plan, design, random);
  const drift = { p: new Float32Array(cloth.columns), q: new Float32Array(cloth.columns) };
  const loom: Loom = { plan, wefts, warps, ends, drift, strand: strandPainter(cloth, plan, random) };
  for (let y = 0; y < cloth.rows; y++) {
    fillLine(wander.p, y / cloth.rows, 0.7, drift.p);
    fillLine(wander.q, y / cloth.rows, 0.45, drift.q);
    weaveRow(cloth, loom, y);
  }
}

type Loom = {
  plan: WeavePlan;
  wefts: Lanes;
  warps: Lanes;
  ends: Float32Array;
  /** How far the weave has wandered at each texel of the row, centimetres. */
  drift: { p: Float32Array; q: Float32Array };
  strand: StrandPainter;
};

function weaveRow(cloth: Cloth, loom: Loom, y: number): void {
  const { wefts, warps, ends, drift, strand, plan } = loom;
  const turnBack = plan.yarn.weftPitch * 0.5;
  const lastWarp = plan.warpDye.length - 1;
  const q0 = cloth.top + (y + 0.5) / cloth.density;
  for (let x = 0; x < cloth.columns; x++) {
    const p = cloth.left + (x + 0.5) / cloth.density + (drift.p[x] ?? 0);
    const q = q0 + (drift.q[x] ?? 0);
    const atP = ((p - wefts.start) * wefts.perCm) | 0;
    const weft = atP < 0 ? -1 : (wefts.lane[atP] ?? -1);
    if (weft < 0) continue;
    const across = wefts.across[atP] ?? 0;
    // A weft turns back at the selvedge in a round loop.
    const loop = turnBack * (1 - Math.sqrt(1 - across * across));
    const nearEnd = (q < 0 ? q - (ends[weft * 2] ?? 0) : (ends[weft * 2 + 1] ?? 0) - q) - loop;
    if (nearEnd <= 0) continue;
    const atQ = ((q - warps.start) * warps.perCm) | 0;
    let warp = warps.lane[atQ] ?? -1;
    if (warp < 0) warp = q < 0 ? 0 : lastWarp;
    strand(y * cloth.columns + x, weft, across, warp, warps.across[atQ] ?? 0, p, q, nearEnd);
  }
}

/** Where each weft turns back at the selvedge: [top, bottom] per weft, centimetres. */
function rowEnds(plan: WeavePlan, design: MatDesign, random: Random): Float32Array {
  const half = design.heightCm / 2;
  const wild = plan.yarn.strips ? 0.45 : 0.22;
  const ends = new Float32Array((plan.weftEdges.length - 1) * 2);
  for (let n = 0; n < ends.length; n++) ends[n] = (n % 2 === 0 ? -1 : 1) * (half + random.between(-wild, wild));
  return ends;
}

type StrandPainter = (
  n: number,
  weft: number,
  across: number,
  warp: number,
  acrossWarp: number,
  p: number,
  q: number,
  nearEnd: number,
) => void;

function strandPainter(cloth: Cloth, plan: WeavePlan, random: Random): StrandPainter {
  const { yarn, lift, weftDye, warpDye, dyes } = plan;
  const warpCount = warpDye.length;
  const weftCount = plan.weftEdges.length - 1;
  const { texels, height } = cloth;
  const weftRadius = yarn.weftPitch * (yarn.strips ? 0.26 : 0.34);
  const warpRadius = yarn.warpPitch * yarn.warpCover * 0.34;
  const warpNarrow = 1 / Math.max(0.12, yarn.warpCover);
  const fibreScale = yarn.strips ? 9 : 22;
  const offset = new Int32Array(Math.max(weftCount, warpCount)).map(() => random.whole(0, TILE * TILE));
  const printed = new Uint8Array(dyes.length).map(() => (yarn.strips && random.chance(0.35) ? random.whole(1, 2) : 0));
  const red = Float32Array.from(dyes, (dye) => dye[0]);
  const green = Float32Array.from(dyes, (dye) => dye[1]);
  const blue = Float32Array.from(dyes, (dye) => dye[2]);

  return (n, weft, across, warp, acrossWarp, p, q, nearEnd) => {
    const cell = weft * warpCount + warp;
    const here = lift[cell] ?? 1;
    // Between two crossings a yarn climbs or dives; half way it is level with both.
    const nextWarp = acrossWarp > 0 ? warp + 1 : warp - 1;
    const nextAlong = nextWarp < 0 || nextWarp >= warpCount ? here : (lift[weft * warpCount + nextWarp] ?? here);
    const along = here + (nextAlong - here) * 0.5 * acrossWarp * acrossWarp;
    const nextWeft = across > 0 ? weft + 1 : weft - 1;
    const nextOver = nextWeft < 0 || nextWeft >= weftCount ? here : (lift[nextWeft * warpCount + warp] ?? here);
    const over = here + (nextOver - here) * 0.5 * across * across;

    const square = across * across;
    const profile = yarn.strips ? 1 - square * square : Math.sqrt(Math.max(0, 1 - square * 0.98));
    const cap = nearEnd < weftRadius * 1.6 ? Math.sqrt(nearEnd / (weftRadius * 1.6)) : 1;
    const weftHeight = along * yarn.swing + weftRadius * profile * cap + weftRadius * 0.6;
    const narrow = acrossWarp * warpNarrow;
    const round = 1 - narrow * narrow;
    const warpHeight = round > 0 ? -over * yarn.swing + warpRadius * Math.sqrt(round) + weftRadius * 0.6 : -9;

    const onTop = weftHeight >= warpHeight;
    const shift = offset[onTop ? weft : warp] ?? 0;
    const u = onTop ? q : p;
    const v = onTop ? across : acrossWarp;
    const fibre =
      FIBRE[((((v * 8 + (shift >> 8)) | 0) & TILE_MASK) << 8) | (((u * fibreScale + shift) | 0) & TILE_MASK)] ?? 0;
    const dye = onTop ? (weftDye[cell] ?? 0) : (warpDye[warp] ?? 0);
    let tone = 1 + fibre * (yarn.strips ? 0.1 : 0.05);
    let top = onTop ? weftHeight : warpHeight;
    if (yarn.strips) top += fibre * 0.05;
    else {
      const twist = TWIST[((u * 95 + v * 22) | 0) & 63] ?? 0;
      top += twist * 0.018 + fibre * 0.01;
      tone += twist * 0.03;
    }
    let lighten = 0;
    if ((printed[dye] ?? 0) > 0) {
      const ink = BLOTCH[((((v * 11 + shift) | 0) & TILE_MASK) << 8) | (((u * 14 + shift) | 0) & TILE_MASK)] ?? 0;
      lighten = ink < 0.25 ? 0 : ink > 0.45 ? 0.5 : (ink - 0.25) * 2.5;
    }
    const at = n * TEXEL;
    texels[at] = byte(((red[dye] ?? 0) * (1 - lighten) + 235 * lighten) * tone);
    texels[at + 1] = byte(((green[dye] ?? 0) * (1 - lighten) + 226 * lighten) * tone);
    texels[at + 2] = byte(((blue[dye] ?? 0) * (1 - lighten) + 208 * lighten) * tone);
    texels[at + 3] = byte(nearEnd * cloth.density * 255);
    height[n] = top + 0.1;
  };
}
