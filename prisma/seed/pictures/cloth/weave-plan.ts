// Owns what the weaver decides before the first throw: how thick the yarns are, which one lies on top at a crossing, and the colour of each.
import type { MatDesign } from '../mat-design.ts';
import type { Random } from '../seeded-random.ts';
import type { Rgb } from './cloth.ts';
import { mix, parseHex } from './cloth.ts';
import { motifOf } from './motif.ts';

type Yarn = {
  /** Centimetres from one weft (thrown yarn) to the next, and from one warp (stretched yarn) to the next. */
  weftPitch: number;
  warpPitch: number;
  /** Share of its pitch that the warp is thick: near 0 it hides, at 1 the weave is balanced. */
  warpCover: number;
  /** Centimetres a yarn rises and sinks between crossings. */
  swing: number;
  /** True for strips of cloth, which lie flat and crease; false for twisted yarn. */
  strips: boolean;
  /** How unequal the yarns are, 0 to 1. */
  uneven: number;
};

export type WeavePlan = {
  yarn: Yarn;
  /** Edges of the wefts along the mat's width and of the warps along its height, centimetres from the middle. */
  weftEdges: Float32Array;
  warpEdges: Float32Array;
  /** 1 where the weft lies on top, -1 where the warp does; [weft * warps + warp]. */
  lift: Int8Array;
  /** Index into `dyes`, per crossing and per warp. */
  weftDye: Uint8Array;
  warpDye: Uint8Array;
  dyes: readonly Rgb[];
};

/** Shades of one dye lot: strips from different garments, yarn from different vats. */
const LOTS = 6;

function yarnOf(design: MatDesign, random: Random): Yarn {
  // A large mat is woven from thicker yarn: nobody throws a hundred wefts for one doormat.
  const fine = random.between(0.92, 1.12) * Math.max(1, (design.widthCm / 60) ** 0.6);
  switch (design.weave) {
    case 'rag':
      return { weftPitch: 1.75 * fine, warpPitch: 2.5 * fine, warpCover: 0.13, swing: 0.3, strips: true, uneven: 1 };
    case 'check':
      return { weftPitch: 1.6 * fine, warpPitch: 1.6 * fine, warpCover: 0.96, swing: 0.3, strips: true, uneven: 0.35 };
    case 'twill':
      return {
        weftPitch: 1.15 * fine,
        warpPitch: 1.15 * fine,
        warpCover: 0.95,
        swing: 0.22,
        strips: false,
        uneven: 0.3,
      };
    case 'plain':
      return random.chance(0.5)
        ? { weftPitch: 1.5 * fine, warpPitch: 1.5 * fine, warpCover: 0.9, swing: 0.28, strips: false, uneven: 0.4 }
        : { weftPitch: 1.3 * fine, warpPitch: 1.9 * fine, warpCover: 0.2, swing: 0.25, strips: true, uneven: 0.7 };
    case 'stripe':
      return {
        weftPitch: 1.2 * fine,
        warpPitch: 1.8 * fine,
        warpCover: 0.2,
        swing: 0.24,
        strips: random.chance(0.5),
        uneven: 0.5,
      };
    default:
      return {
        weftPitch: 1.2 * fine,
        warpPitch: 1.45 * fine,
        warpCover: 0.2,
        swing: 0.22,
        strips: false,
        uneven: 0.35,
      };
  }
}

/** Edges of yarns laid side by side over `length` centimetres, each a little thicker or thinner than the last. */
function layEdges(length: number, pitch: number, uneven: number, random: Random): Float32Array {
  const count = Math.max(4, Math.round(length / pitch));
  const thickness = Array.from({ length: count }, () => 1 + random.between(-0.3, 0.3) * uneven);
  const scale = length / thickness.reduce((sum, t) => sum + t, 0);
  const edges = new Float32Array(count + 1);
  edges[0] = -length / 2;
  thickness.forEach((t, n) => {
    edges[n + 1] = (edges[n] ?? 0) + t * scale;
  });
  return edges;
}

function dyeLots(colours: readonly string[], spread: number, random: Random): Rgb[] {
  return colours.flatMap((hex) =>
    Array.from({ length: LOTS }, () => {
      const base = parseHex(hex);
      const other: Rgb = random.chance(0.5) ? [245, 238, 225] : [25, 22, 22];
      return mix(base, other, random.next() * spread);
    }),
  );
}

export function planWeave(design: MatDesign, random: Random): WeavePlan {
  const yarn = yarnOf(design, random);
  const weftEdges = layEdges(design.widthCm, yarn.weftPitch, yarn.uneven, random);
  const warpEdges = layEdges(design.heightCm, yarn.warpPitch, 0.25, random);
  const wefts = weftEdges.length - 1;
  const warps = warpEdges.length - 1;
  const motif = motifOf(design, random);
  const lift = new Int8Array(wefts * warps);
  const weftDye = new Uint8Array(wefts * warps);
  const spread = yarn.strips ? 0.22 : 0.1;
  for (let weft = 0; weft < wefts; weft++) {
    const p = ((weftEdges[weft] ?? 0) + (weftEdges[weft + 1] ?? 0)) / 2;
    let lot = random.whole(0, LOTS - 1);
    for (let warp = 0; warp < warps; warp++) {
      const q = ((warpEdges[warp] ?? 0) + (warpEdges[warp + 1] ?? 0)) / 2;
      if (yarn.strips && random.chance(0.06)) lot = random.whole(0, LOTS - 1);
      lift[weft * warps + warp] = motif.weftOnTop(weft, warp) ? 1 : -1;
      weftDye[weft * warps + warp] = motif.weft(p, q, weft) * LOTS + lot;
    }
  }
  // A warp that should hide is spun from the same vat as the mat: undyed it would show as a stitch at every crossing.
  const hidden = design.colours.length * LOTS;
  const hides = yarn.warpCover < 0.5 && random.chance(0.7);
  const warpDye = new Uint8Array(warps).map((_, warp) => {
    const q = ((warpEdges[warp] ?? 0) + (warpEdges[warp + 1] ?? 0)) / 2;
    return hides ? hidden : motif.warp(q) * LOTS + random.whole(0, LOTS - 1);
  });
  const vat = mix(parseHex(design.colours[0] ?? '#888888'), parseHex(design.colours.at(-1) ?? '#888888'), 0.35);
  const dyes = [...dyeLots(design.colours, spread, random), vat];
  return { yarn, weftEdges, warpEdges, lift, weftDye, warpDye, dyes };
}
