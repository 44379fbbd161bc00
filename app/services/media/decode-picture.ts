// What comes in is not trusted: sniffed, decoded within limits, turned upright, flattened to plain pixels. Metadata ends here.
import sharp, { type Sharp } from 'sharp';
import type { MediaRefusal } from './media-store.ts';

export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_PIXELS = 25_000_000;
export const LEAST_SIDE = 200;
const FORMATS = new Set(['jpeg', 'png', 'webp']);

export type DecodedPicture =
  | {
      readonly ok: true;
      /** The pixels, ready for the next step. Each call reads the same ones: `clone` would copy them, megabytes each time. */
      readonly image: () => Sharp;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    }
  | { readonly ok: false; readonly reason: MediaRefusal };

/** The format is read from the bytes, never from a name; SVG and the like never reach a decoder that follows links. */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture> {
  if (bytes.byteLength > MOST_BYTES) return { ok: false, reason: 'tooLarge' };
  try {
    if (!hasPictureSignature(bytes)) return { ok: false, reason: 'notAPicture' };
    const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
    const facts = await sharp(bytes, options).metadata();
    if (!FORMATS.has(facts.format ?? '')) return { ok: false, reason: 'notAPicture' };
    if ((facts.width ?? 0) * (facts.height ?? 0) > MOST_PIXELS) return { ok: false, reason: 'tooLarge' };
    if (Math.min(facts.width ?? 0, facts.height ?? 0) < LEAST_SIDE) return { ok: false, reason: 'tooSmall' };
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      // Red, green, blue from here on, a grey picture too.
      .toColourspace('srgb')
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const image = () => sharp(data, { raw: { width, height, channels: 3 } });
    return { ok: true, image, width, height, colour: await averageColour(image()) };
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) return { ok: false, reason: 'tooLarge' };
    return { ok: false, reason: 'notAPicture' };
  }
}

function hasPictureSignature(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP'))
  );
}

/** Of a small copy: sharp's own statistics look at every pixel of the whole, and at much more than its colour. */
async function averageColour(image: Sharp): Promise<string> {
  const pixels = await image.resize(16, 16, { fit: 'fill' }).raw().toBuffer();
  const sums = [0, 0, 0];
  for (const [at, value] of pixels.entries()) sums[at % 3] = (sums[at % 3] ?? 0) + value;
  const bytes = sums.map((sum) => Math.round((sum * 3) / pixels.length));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
