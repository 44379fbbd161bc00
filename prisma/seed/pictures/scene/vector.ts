// Owns arithmetic on points of the room, in centimetres: x to the right, y up, z towards the one who takes the picture.

export type Vector = readonly [number, number, number];

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const unit = (a: Vector): Vector => times(a, 1 / Math.max(1e-9, Math.sqrt(dot(a, a))));

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Turns a point round the upright axis through the middle, counter-clockwise seen from above. */
export function turned(a: Vector, degrees: number): Vector {
  const cos = Math.cos(radians(degrees));
  const sin = Math.sin(radians(degrees));
  return [a[0] * cos + a[2] * sin, a[1], -a[0] * sin + a[2] * cos];
}
