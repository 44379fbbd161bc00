// Owns how light falls: its direction and colour, the sky's share, and the pattern a window or leaves make in it.
import type { Light } from '../mat-design.ts';
import { CLOUD, tileAt } from '../noise.ts';
import type { Vector } from './vector.ts';
import { radians } from './vector.ts';

export type Lighting = {
  /** Unit vector towards the light. */
  towards: Vector;
  /** Linear red, green, blue of direct light on a surface facing it, and of the sky. A level white floor gets about 1. */
  sun: Vector;
  sky: Vector;
  /** Share of the light on a level floor that comes directly. */
  directShare: number;
  softness: number;
  /** Share of direct light, 0 to 1, at a place of the floor (centimetres). */
  reaches(x: number, z: number): number;
};

export function lightingOf(light: Light, phase: number, upright: boolean): Lighting {
  const azimuth = radians(light.azimuthDeg);
  const elevation = radians(light.elevationDeg);
  const flat = Math.cos(elevation);
  const level: Vector = [flat * Math.cos(azimuth), Math.sin(elevation), flat * Math.sin(azimuth)];
  // A wall is lit from the front: what was "up" for a floor is "towards us" for it.
  const towards: Vector = upright ? [level[0], Math.abs(level[2]) * 0.8 + 0.25, level[1]] : level;
  const directShare = 0.78 - 0.5 * light.softness;
  const direct = directShare / Math.max(0.3, level[1]);
  const w = light.warmth;
  return {
    towards,
    sun: [direct * (1 + 0.13 * w), direct * (1 + 0.02 * w), direct * (1 - 0.16 * w)],
    sky: [(1 - directShare) * (1 + 0.02 * w), 1 - directShare, (1 - directShare) * (1.05 - 0.06 * w)],
    directShare,
    softness: light.softness,
    reaches: patternOf(light, phase),
  };
}

const clamp = (x: number): number => Math.max(0, Math.min(1, x));

function patternOf(light: Light, phase: number): Lighting['reaches'] {
  if (light.through === 'window') return windowPattern(light, phase);
  if (light.through === 'leaves') {
    // Two layers of leaves: gaps are round and soft because the sun itself is.
    return (x, z) => {
      const far = tileAt(CLOUD, x * 1.6 + phase * 251, z * 1.6 + phase * 97);
      const near = tileAt(CLOUD, z * 0.9 - phase * 57, x * 0.9 + phase * 131);
      return 0.3 + 0.7 * clamp(0.75 + far * 1.1 + near * 0.9);
    };
  }
  return () => 1;
}

/** A window's panes laid long over the floor, their edges soft. */
function windowPattern(light: Light, phase: number): Lighting['reaches'] {
  const azimuth = radians(light.azimuthDeg);
  const cos = Math.cos(azimuth);
  const sin = Math.sin(azimuth);
  const pane = 34;
  const blur = 3 + 4 * light.softness;
  return (x, z) => {
    const across = -x * sin + z * cos + phase * 40;
    const along = x * cos + z * sin;
    const inPane = Math.abs(((((across / pane) % 1) + 1) % 1) - 0.5) * pane;
    const bar = clamp((pane / 2 - 1.6 - inPane) / blur + 0.4);
    const frame = clamp((52 - Math.abs(across - phase * 10)) / (blur * 2)) * clamp((60 - Math.abs(along)) / (blur * 2));
    return 0.38 + 0.62 * bar * frame;
  };
}
