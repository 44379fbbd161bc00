// Owns weaving: finds for every texel which weft and which warp cross there, and lets the crossing be painted.
import type { MatDesign } from '../mat-design.ts';
import { fillLine, slowField } from '../noise.ts';
import type { Random } from '../seeded-random.ts';
import type { Cloth } from './cloth.ts';
import type { Threads } from './crossing.ts';
import { CROSSING_PLACE, paintCrossing, threadsOf } from './crossing.ts';
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

/** Weaves the design onto an empty cloth; each row of weft ends a little short or long, as by hand. */
export function paintWoven(cloth: Cloth, design: MatDesign, random: Random): void {
  const plan = planWeave(design, random);
  const wander = { p: slowField(random, 5), q: slowField(random, 5) };
  const wefts = lanesOf(plan.weftEdges);
  const warps = lanesOf(plan.warpEdges);
  const ends = rowEnds(plan, design, random);
  const drift = { p: new Float32Array(cloth.columns), q: new Float32Array(cloth.columns) };
  const loom: Loom = { plan, wefts, warps, ends, drift, threads: threadsOf(plan, random) };
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
  threads: Threads;
};

function weaveRow(cloth: Cloth, loom: Loom, y: number): void {
  const { wefts, warps, ends, drift, threads, plan } = loom;
  const turnBack = plan.yarn.weftPitch * 0.5;
  const lastWarp = plan.warpDye.length - 1;
  const place = new Float64Array(CROSSING_PLACE);
  const q0 = cloth.top + (y + 0.5) / cloth.density;
  for (let x = 0; x < cloth.columns; x++) {
    const p = cloth.left + (x + 0.5) / cloth.density + (drift.p[x] ?? 0);
    const q = q0 + (drift.q[x] ?? 0);
    const atP = ((p - wefts.start) * wefts.perCm) | 0;
    const weft = atP < 0 ? -1 : (wefts.lane[atP] ?? -1);
    if (weft < 0) continue;
    const across = wefts.across[atP] ?? 0;
    place[0] = across;
    // A weft turns back at the selvedge in a round loop.
    const loop = turnBack * (1 - Math.sqrt(1 - across * across));
    const nearEnd = (q < 0 ? q - (ends[weft * 2] ?? 0) : (ends[weft * 2 + 1] ?? 0) - q) - loop;
    if (nearEnd <= 0) continue;
    const atQ = ((q - warps.start) * warps.perCm) | 0;
    let warp = warps.lane[atQ] ?? -1;
    if (warp < 0) warp = q < 0 ? 0 : lastWarp;
    place[1] = warps.across[atQ] ?? 0;
    place[2] = p;
    place[3] = q;
    place[4] = nearEnd;
    paintCrossing(cloth, threads, y * cloth.columns + x, weft, warp, place);
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
