// How a picture looks, as 1,024 bits that stay nearly the same when it is saved anew or made smaller. The hash by cosine transform of
// C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions (2010), as in pHash: a grey square, its low frequencies
// without the mean, each above their median or not.
//
// His 64 bits (8 x 8 of 32 x 32 points) are too coarse for receipts of one bank, which are one form with other figures in it. Bits that
// differ, measured on drawn receipts of four banks (12 of each, and 10 of each by one buyer to one maker on one day):
//
//                                              64 bits     1,024 bits
//   the same, JPEG of 30 or 80, or WebP        up to 2     up to 16
//   the same, as WhatsApp sends it, or halved  up to 4     up to 16
//   the same, only 300 points wide             up to 4     up to 34
//   the same, a tenth brighter                 up to 10    up to 32
//   the same, with 2 % or more cut off         up to 20    up to 528
//   another of the same bank                   from 0      from 38
//   another, same people and day               -           from 18
//   another bank                               from 20     from 466
//
// So 16 of the 1,024 tell them apart (domain/payments/proof-likeness.server.ts), but for what was cut, made tiny or brightened.
import type { Sharp } from 'sharp';

const SIDE = 128;
const KEPT = 32;

/** `COSINES[frequency][point]` of the transform (DCT-II), from the first frequency on: the mean says only how bright it is. */
const COSINES = Array.from({ length: KEPT }, (_, index) =>
  Array.from({ length: SIDE }, (_, point) => Math.cos(((2 * point + 1) * (index + 1) * Math.PI) / (2 * SIDE))),
);

/** 256 hexadecimal digits. */
export async function lookOf(image: Sharp): Promise<string> {
  const { data, info } = await image
    .greyscale()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rows = Array.from({ length: SIDE }, (_, y) =>
    Array.from({ length: SIDE }, (_, x) => data[(y * SIDE + x) * info.channels] ?? 0),
  );
  const across = rows.map((row) => COSINES.map((cosine) => product(row, cosine)));
  const strengths = COSINES.flatMap((cosine) =>
    COSINES.map((_, column) =>
      product(
        across.map((row) => row[column] ?? 0),
        cosine,
      ),
    ),
  );
  const median = strengths.toSorted((a, b) => a - b)[strengths.length / 2] ?? 0;
  const bits = strengths.map((strength) => (strength > median ? '1' : '0')).join('');
  return bits.replace(/[01]{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

function product(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
}
