// Pictures as files: sniffed, decoded, turned upright, re-encoded without metadata, named by content hash, never changed again.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import type { Sharp } from 'sharp';
import { decodePicture } from './decode-picture.ts';
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
      await Promise.all(
        RENDITIONS.map(({ ending }) => rm(join(settings.directory, `${storeKey}${ending}`), { force: true })),
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

type Format = 'webp' | 'avif';

const PREVIEW_ENDING = `-${PREVIEW_SIZE.width}x${PREVIEW_SIZE.height}.jpg`;

function endingOf(width: PictureWidth, format: Format): string {
  return `-${width}.${format}`;
}

interface Rendition {
  readonly ending: string;
  /** Takes a copy of the picture, whose own width is given. */
  encode(picture: Sharp, ownWidth: number): Sharp;
}

/** Encoding is what storing a picture costs: each rendition here is paid for by every picture. */
const RENDITIONS: readonly Rendition[] = [
  ...PICTURE_WIDTHS.flatMap((width) =>
    (['webp', 'avif'] as const).map((format) => ({
      ending: endingOf(width, format),
      encode: (picture: Sharp, ownWidth: number) =>
        compress(picture.resize({ width: Math.min(width, ownWidth) }), width, format),
    })),
  ),
  {
    ending: PREVIEW_ENDING,
    // mozjpeg would take five times as long for the same weight.
    encode: (picture) => picture.resize({ ...PREVIEW_SIZE, fit: 'cover' }).jpeg({ quality: 76 }),
  },
];

async function storeBytes(directory: string, bytes: Uint8Array): Promise<MediaResult> {
  const decoded = await decodePicture(bytes);
  if (!decoded.ok) return decoded;
  const { image, width, height, colour } = decoded;
  const storeKey = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  await mkdir(directory, { recursive: true });
  await Promise.all(
    RENDITIONS.map(async ({ ending, encode }) => {
      const name = `${storeKey}${ending}`;
      const temporary = join(directory, `.${name}.${process.pid}`);
      await writeFile(temporary, await encode(image.clone(), width).toBuffer());
      await rename(temporary, join(directory, name));
    }),
  );
  return { ok: true, picture: { store: 'local', storeKey, width, height, colour } };
}

/**
 * The least effort is within 5 % of the usual size: on our mats AVIF takes a quarter of the time of effort 2, WebP half of 4.
 * Where two or three dots make a pixel the eye forgives: the wide ones weigh half of what the quality of the least would.
 */
function compress(picture: Sharp, width: PictureWidth, format: Format): Sharp {
  const isDense = width > 320;
  return format === 'avif'
    ? picture.avif({ quality: isDense ? 42 : 50, effort: 0 })
    : picture.webp({ quality: isDense ? 30 : 72, effort: 2 });
}
