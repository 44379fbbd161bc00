// Pictures as files: sniffed, decoded, turned upright, re-encoded without metadata, named by content hash, never changed again.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import type { Sharp } from 'sharp';
import { type DecodedPicture, decodePicture } from './decode-picture.ts';
import { type MediaResult, type MediaStore, PICTURE_WIDTHS, type PictureWidth, PREVIEW_SIZE } from './media-store.ts';

const KEY = /^[0-9a-f]{32}$/;
/** A browser keeps what it has seen; a cache between us and others asks again each minute, because its shop may hide. */
const KEPT = 'public, max-age=31536000, s-maxage=60, immutable';

export function createLocalMedia(settings: { directory: string; secret: string }): MediaStore {
  const sign = (uploadId: string, expiresAt: Date) =>
    createHmac('sha256', settings.secret).update(`upload\0${uploadId}\0${expiresAt.getTime()}`).digest('hex');
  const files = express.static(settings.directory, {
    ...{ index: false, redirect: false },
    // The types that Express 4 knows are older than AVIF.
    setHeaders: (response, path) => {
      if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', KEPT);
      if (path.endsWith('.avif')) response.setHeader('Content-Type', 'image/avif');
    },
  });
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
    address: (storeKey, width, format) => `/foto/${storeKey}${endingOf(width, format)}`,
    previewAddress: (storeKey) => `/foto/${storeKey}${PREVIEW_ENDING}`,
    async delete(storeKey) {
      if (!KEY.test(storeKey)) return;
      await Promise.all(ENDINGS.map((ending) => rm(join(settings.directory, `${storeKey}${ending}`), { force: true })));
    },
    serve: () => (request, response, next) => {
      if (!request.path.startsWith('/foto/')) return next();
      request.url = request.url.slice('/foto'.length);
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
      files(request, response, () => void response.status(404).end());
    },
  };
}

type Format = 'webp' | 'avif';
type Pixels = Extract<DecodedPicture, { ok: true }>;

const PREVIEW_ENDING = `-${PREVIEW_SIZE.width}x${PREVIEW_SIZE.height}.jpg`;

function endingOf(width: PictureWidth, format: Format): string {
  return `-${width}.${format}`;
}

const ENDINGS = [
  ...PICTURE_WIDTHS.flatMap((width) => [endingOf(width, 'webp'), endingOf(width, 'avif')]),
  PREVIEW_ENDING,
] as const;

/**
 * The files of a picture, by their ending. Encoding is what storing a picture costs, so nothing is encoded twice: no picture is
 * enlarged, and of a narrow one the wide files are the same bytes.
 */
function encodeAll({ image, width: ownWidth }: Pixels): ReadonlyMap<string, Promise<Buffer>> {
  const files = new Map<string, Promise<Buffer>>([[PREVIEW_ENDING, encodePreview(image(), ownWidth)]]);
  for (const format of ['webp', 'avif'] as const) {
    const same = new Map<string, Promise<Buffer>>();
    for (const width of PICTURE_WIDTHS) {
      const taken = Math.min(width, ownWidth);
      const key = `${taken} ${isDense(width)}`;
      const bytes = same.get(key) ?? compress(image().resize({ width: taken }), isDense(width), format).toBuffer();
      same.set(key, bytes);
      files.set(endingOf(width, format), bytes);
    }
  }
  return files;
}

async function storeBytes(directory: string, bytes: Uint8Array): Promise<MediaResult> {
  const decoded = await decodePicture(bytes);
  if (!decoded.ok) return decoded;
  const { width, height, colour } = decoded;
  const storeKey = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  await mkdir(directory, { recursive: true });
  await Promise.all(
    [...encodeAll(decoded)].map(async ([ending, bytes]) => {
      const name = `${storeKey}${ending}`;
      const temporary = join(directory, `.${name}.${process.pid}`);
      await writeFile(temporary, await bytes);
      await rename(temporary, join(directory, name));
    }),
  );
  return { ok: true, picture: { store: 'local', storeKey, width, height, colour } };
}

/** Where two or three dots make a pixel the eye forgives: the wide ones weigh half of what the quality of the least would. */
function isDense(width: PictureWidth): boolean {
  return width > 320;
}

/**
 * The least effort is within 5 % of the usual size: on our mats AVIF takes a quarter of the time of effort 2, WebP half of 4.
 * Colour is kept at half the resolution, as in WebP and in the JPEG of every phone, where dots are dense.
 */
function compress(picture: Sharp, dense: boolean, format: Format): Sharp {
  if (format === 'webp') return picture.webp({ quality: dense ? 30 : 72, effort: 2 });
  return picture.avif({ quality: dense ? 42 : 50, effort: 0, chromaSubsampling: dense ? '4:2:0' : '4:4:4' });
}

/** A picture that has to grow for it is drawn on between its pixels in a straight line: finer ways find nothing more in it. */
function encodePreview(picture: Sharp, ownWidth: number): Promise<Buffer> {
  const kernel = ownWidth < PREVIEW_SIZE.width ? 'linear' : 'lanczos3';
  // mozjpeg would take five times as long for the same weight.
  return picture
    .resize({ ...PREVIEW_SIZE, fit: 'cover', kernel })
    .jpeg({ quality: 76 })
    .toBuffer();
}
