// Turns bytes from a stranger into pixels, or says kindly why not. Nothing but pixels comes out: no GPS, no profile, no trailer.
import sharp, { type Sharp } from 'sharp';

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 25_000_000;
const LEAST_SIDE = 200;
const LONGEST_SIDE = 1600;
const FORMATS = new Set(['jpeg', 'png', 'webp']);

export type PictureRefusal = 'notAPicture' | 'tooLarge' | 'tooSmall';
export type Decoded = { ok: true; image: Sharp; width: number; height: number } | { ok: false; reason: PictureRefusal };

/**
 * The format is read from the bytes, never from a name; SVG and the like never reach a decoder that follows links.
 * The result is upright sRGB of at most 1600 px on its longer side.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Decoded> {
  if (bytes.byteLength > MOST_BYTES) return { ok: false, reason: 'tooLarge' };
  if (!hasPictureSignature(bytes)) return { ok: false, reason: 'notAPicture' };
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
  try {
    const facts = await sharp(bytes, options).metadata();
    if (!FORMATS.has(facts.format ?? '')) return { ok: false, reason: 'notAPicture' };
    if (Math.min(facts.width ?? 0, facts.height ?? 0) < LEAST_SIDE) return { ok: false, reason: 'tooSmall' };
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return { ok: true, image: sharp(data, { raw: { width, height, channels } }), width, height };
  } catch (error) {
    // sharp throws on anything it cannot decode; what it says about size is told apart from what it says about rubbish.
    return {
      ok: false,
      reason: error instanceof Error && /pixel limit/i.test(error.message) ? 'tooLarge' : 'notAPicture',
    };
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
