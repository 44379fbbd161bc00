// Pictures as files: sniffed, decoded, turned upright, re-encoded without metadata, named by content hash, never changed again.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import sharp, { type Sharp } from 'sharp';
import { type MediaResult, type MediaStore, PICTURE_WIDTHS, type PictureWidth } from './media-store.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 25_000_000;
const LEAST_SIDE = 200;
const FORMATS = new Set(['jpeg', 'png', 'webp']);
const KEY = /^[0-9a-f]{32}$/;

export function createLocalMedia(settings: { directory: string; secret: string }): MediaStore {
  const sign = (uploadId: string, expiresAt: Date) =>
    createHmac('sha256', settings.secret).update(`upload\0${uploadId}\0${expiresAt.getTime()}`).digest('hex');
  const files = express.static(settings.directory, { immutable: true, maxAge: '365d', index: false, redirect: false });
  return {
    kind: 'local',
    createTicket({ uploadId, expiresAt }) {
      return { address: `/unggah/${uploadId}`, fields: { tanda: sign(uploadId, expiresAt) }, fileField: 'foto' };
    },
    checkTicket({ uploadId, expiresAt, signature, now }) {
      const expected = Buffer.from(sign(uploadId, expiresAt));
      const given = Buffer.from(signature);
      return now < expiresAt && given.length === expected.length && timingSafeEqual(given, expected);
    },
    storeBytes: (bytes) => storeBytes(settings.directory, bytes),
    async completeDirect() {
      return { ok: false, reason: 'unavailable' };
    },
    address: (storeKey, width, format) => `/foto/${fileName(storeKey, width, format)}`,
    async delete(storeKey) {
      if (!KEY.test(storeKey)) return;
      await Promise.all(
        renditions().map(([width, format]) =>
          rm(join(settings.directory, fileName(storeKey, width, format)), { force: true }),
        ),
      );
    },
    serve: () => (request, response, next) => {
      if (!request.path.startsWith('/foto/')) return next();
      request.url = request.url.slice('/foto'.length);
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
      files(request, response, () => void response.status(404).end());
    },
  };
}

type Format = 'webp' | 'avif' | 'jpeg';

function fileName(storeKey: string, width: PictureWidth, format: Format): string {
  return `${storeKey}-${width}.${format === 'jpeg' ? 'jpg' : format}`;
}

function renditions(): (readonly [PictureWidth, Format])[] {
  return [
    ...PICTURE_WIDTHS.flatMap(
      (width) =>
        [
          [width, 'webp'],
          [width, 'avif'],
        ] as const,
    ),
    [1080, 'jpeg'] as const,
  ];
}

async function storeBytes(directory: string, bytes: Uint8Array): Promise<MediaResult> {
  if (bytes.byteLength > MOST_BYTES) return { ok: false, reason: 'tooLarge' };
  const upright = await decode(bytes);
  if (upright === 'tooLarge' || upright === 'tooSmall' || upright === null)
    return { ok: false, reason: upright ?? 'notAPicture' };
  const { image, width, height } = upright;
  const storeKey = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  await mkdir(directory, { recursive: true });
  await Promise.all(
    renditions().map(async ([target, format]) => {
      const resized = image.clone().resize({ width: Math.min(target, width), withoutEnlargement: true });
      const name = fileName(storeKey, target, format);
      const temporary = join(directory, `.${name}.${process.pid}`);
      await writeFile(temporary, await encode(resized, format).toBuffer());
      await rename(temporary, join(directory, name));
    }),
  );
  return { ok: true, picture: { store: 'local', storeKey, width, height, colour: await averageColour(image) } };
}

/** Effort 2: AVIF at effort 4 takes ten times as long for a few per cent. */
function encode(image: Sharp, format: Format): Sharp {
  if (format === 'avif') return image.avif({ quality: 50, effort: 2 });
  return format === 'webp' ? image.webp({ quality: 72 }) : image.jpeg({ quality: 80, mozjpeg: true });
}

/** The format is read from the bytes, never from a name; SVG and the like never reach a decoder that follows links. */
async function decode(
  bytes: Uint8Array,
): Promise<{ image: Sharp; width: number; height: number } | 'tooLarge' | 'tooSmall' | null> {
  try {
    if (!hasPictureSignature(bytes)) return null;
    const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
    const facts = await sharp(bytes, options).metadata();
    if (!FORMATS.has(facts.format ?? '')) return null;
    if ((facts.width ?? 0) * (facts.height ?? 0) > MOST_PIXELS) return 'tooLarge';
    if (Math.min(facts.width ?? 0, facts.height ?? 0) < LEAST_SIDE) return 'tooSmall';
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      image: sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }),
      width: info.width,
      height: info.height,
    };
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) return 'tooLarge';
    return null;
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

async function averageColour(image: Sharp): Promise<string> {
  const { channels } = await image.clone().resize(16, 16, { fit: 'fill' }).stats();
  return `#${channels
    .slice(0, 3)
    .map((channel) => Math.round(channel.mean).toString(16).padStart(2, '0'))
    .join('')}`;
}
