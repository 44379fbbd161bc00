// Owns the shape a mat is cut to: how far inside its edge a place is.
import type { MatDesign } from '../mat-design.ts';

/** Centimetres inside the outline at (p, q) from the middle of the mat; negative outside. Near exact close to the edge. */
export type Outline = (p: number, q: number) => number;

export function outlineOf(design: Pick<MatDesign, 'shape' | 'widthCm' | 'heightCm'>): Outline {
  const halfWidth = design.widthCm / 2;
  const halfHeight = design.heightCm / 2;
  switch (design.shape) {
    case 'round':
    case 'oval':
      return ellipse(halfWidth, halfHeight);
    case 'half-moon': {
      const whole = ellipse(halfWidth, design.heightCm);
      return (p, q) => Math.min(halfHeight - q, whole(p, q - halfHeight));
    }
    default:
      return (p, q) => roundedBox(p, q, halfWidth, halfHeight, 1.6);
  }
}

/** First-order distance to an ellipse: value over length of its gradient. */
function ellipse(a: number, b: number): Outline {
  return (p, q) => {
    const x = p / a;
    const y = q / b;
    const radius = Math.sqrt(x * x + y * y);
    if (radius < 1e-6) return Math.min(a, b);
    const slope = Math.sqrt((x / a) ** 2 + (y / b) ** 2) / radius;
    return (1 - radius) / slope;
  };
}

function roundedBox(p: number, q: number, halfWidth: number, halfHeight: number, corner: number): number {
  const x = Math.abs(p) - halfWidth + corner;
  const y = Math.abs(q) - halfHeight + corner;
  if (x <= 0 || y <= 0) return corner - Math.max(x, y);
  return corner - Math.sqrt(x * x + y * y);
}
