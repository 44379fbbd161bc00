// Owns the camera: stands where the design says, steps back until the mat fills its share of the frame, and projects points.
import type { Camera } from '../mat-design.ts';
import type { Vector } from './vector.ts';
import { cross, dot, minus, plus, radians, times, unit } from './vector.ts';

export type View = {
  width: number;
  height: number;
  /** Focal length in pixels; 1.15 of the width, a phone held in the hand. */
  focal: number;
  eye: Vector;
  right: Vector;
  up: Vector;
  forward: Vector;
  /** Pixel that the camera's axis goes through. */
  middle: readonly [number, number];
};

export type Projected = { x: number; y: number; depth: number };

export function project(view: View, point: Vector): Projected {
  const ray = minus(point, view.eye);
  const depth = Math.max(1, dot(ray, view.forward));
  const scale = view.focal / depth;
  return {
    x: view.middle[0] + dot(ray, view.right) * scale,
    y: view.middle[1] - dot(ray, view.up) * scale,
    depth,
  };
}

/** The view of `points` in a picture `width` pixels wide, 4:3. */
export function frameView(camera: Camera, points: readonly Vector[], width: number): View {
  const height = Math.round((width * 3) / 4);
  const pitch = radians(camera.pitchDeg);
  const yaw = radians(camera.yawDeg);
  const back: Vector = [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)];
  const forward = times(back, -1);
  const level: Vector = [Math.cos(yaw), 0, -Math.sin(yaw)];
  const above = unit(cross(level, forward));
  const roll = radians(camera.rollDeg);
  const right = plus(times(level, Math.cos(roll)), times(above, Math.sin(roll)));
  const up = plus(times(above, Math.cos(roll)), times(level, -Math.sin(roll)));
  const target = centre(points);
  const seen = (distance: number): View => ({
    width,
    height,
    focal: width * 1.15,
    eye: plus(target, times(back, distance)),
    right,
    up,
    forward,
    middle: [width / 2, height / 2],
  });
  let near = 20;
  let far = 900;
  for (let step = 0; step < 24; step++) {
    const distance = (near + far) / 2;
    if (spread(seen(distance), points).share > camera.fill) near = distance;
    else far = distance;
  }
  const view = seen(far);
  const { x, y } = spread(view, points);
  return { ...view, middle: [width - x + camera.offCentre[0] * width, height - y + camera.offCentre[1] * height] };
}

function centre(points: readonly Vector[]): Vector {
  const sum = points.reduce<Vector>(plus, [0, 0, 0]);
  return times(sum, 1 / Math.max(1, points.length));
}

/** The larger share of the frame the points take, and the pixel in the middle of them. */
function spread(view: View, points: readonly Vector[]): { share: number; x: number; y: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const { x, y } = project(view, point);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const share = Math.max((right - left) / view.width, (bottom - top) / view.height);
  return { share, x: (left + right) / 2, y: (top + bottom) / 2 };
}
