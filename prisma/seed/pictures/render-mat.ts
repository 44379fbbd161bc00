// Owns turning a drawn mat into the JPEG that a phone would have sent.
import sharp from 'sharp';
import { drawMat } from './draw-mat.ts';
import type { MatDesign } from './mat-design.ts';

export type RenderOptions = {
  /** Pixels, a multiple of 4; the picture is 4:3. */
  width?: number;
};

/** A phone's picture is softer than its number of pixels says: large ones are drawn smaller and enlarged. */
const DRAWN_SHARE = 0.8;
const ALWAYS_DRAWN = 720;

/** JPEG bytes. The same design and width give the same picture. */
export function renderMat(design: MatDesign, { width = 1280 }: RenderOptions = {}): Promise<Buffer> {
  const drawnWidth = width <= ALWAYS_DRAWN ? width : 4 * Math.round((width * DRAWN_SHARE) / 4);
  const { data, width: columns, height: rows } = drawMat(design, drawnWidth);
  const drawn = sharp(data, { raw: { width: columns, height: rows, channels: 3 } });
  const sized = drawnWidth === width ? drawn : drawn.resize(width, (width * 3) / 4, { kernel: 'linear' });
  return sized.jpeg({ quality: 82 }).toBuffer();
}
