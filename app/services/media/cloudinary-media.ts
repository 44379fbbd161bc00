// Pictures at Cloudinary: signed direct upload from the browser under a name we chose, looked at after it arrived, shown by address.
import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:https';
import { v2 as cloudinary, type UploadApiResponse } from 'cloudinary';
import { decodePicture, LEAST_SIDE, MOST_BYTES, MOST_PIXELS } from './decode-picture.ts';
import { type MediaRefusal, type MediaResult, type MediaStore, PREVIEW_SIZE } from './media-store.ts';

const FORMATS = ['jpg', 'png', 'webp'] as const;
/** Applied to what arrives, before it is kept: never larger, never with the place it was taken. */
const INCOMING = 'c_limit,w_2000,h_2000/fl_force_strip';
const TICKET_LIFE_SECONDS = 3_600;
const TIMEOUT_MS = 30_000;
/** Shown while a picture loads when Cloudinary names no colour. */
const PLAIN_COLOUR = '#8a7a6a';

interface Settings {
  /** `cloudinary://key:secret@cloud` */
  readonly account: string;
  /** Another API address, https only (the SDK refuses http). */
  readonly apiAddress?: string | undefined;
  /** Carries a private certificate authority; otherwise NODE_EXTRA_CA_CERTS does. */
  readonly agent?: Agent;
}

/** The SDK's configuration is global; here it is handed over with each call. */
function readAccount({ account, apiAddress, agent }: Settings) {
  const { username, password, hostname } = new URL(account);
  return {
    cloud_name: hostname,
    api_key: decodeURIComponent(username),
    api_secret: decodeURIComponent(password),
    signature_algorithm: 'sha256' as const,
    secure: true,
    timeout: TIMEOUT_MS,
    ...(apiAddress ? { upload_prefix: apiAddress } : {}),
    ...(agent ? { agent } : {}),
  };
}
type Account = ReturnType<typeof readAccount>;

export function createCloudinaryMedia(settings: Settings): MediaStore {
  const account = readAccount(settings);
  return {
    kind: 'cloudinary',
    createTicket: ({ storeKey, expiresAt }) => createTicket(account, storeKey, expiresAt),
    // A direct upload carries Cloudinary's signature, which Cloudinary checks; none is ever posted to us.
    checkTicket: () => false,
    storeBytes: (bytes) => storeBytes(account, bytes),
    completeDirect: (storeKey) => completeDirect(account, storeKey),
    // A browser gets the best format it reads, whichever was asked for.
    address: (storeKey, width) => addressOf(account, storeKey, { crop: 'limit', width }, 'auto'),
    previewAddress: (storeKey) => addressOf(account, storeKey, { crop: 'fill', ...PREVIEW_SIZE }, 'jpg'),
    async delete(storeKey) {
      await cloudinary.uploader.destroy(splitKey(storeKey).publicId, { ...account, invalidate: true });
    },
    serve: () => (_request, _response, next) => next(),
  };
}

/** The SDK's types leave out the third parameter. */
const sign: (fields: Record<string, string>, secret: string, algorithm: string) => string =
  cloudinary.utils.api_sign_request;

/** A signature lives one hour from its timestamp: the timestamp is set so that both end together. */
function createTicket(account: Account, storeKey: string, expiresAt: Date) {
  const signed = {
    allowed_formats: FORMATS.join(','),
    overwrite: 'false',
    public_id: storeKey,
    timestamp: String(Math.floor(expiresAt.getTime() / 1000) - TICKET_LIFE_SECONDS),
    transformation: INCOMING,
  };
  const signature = sign(signed, account.api_secret, 'sha256');
  return {
    address: cloudinary.utils.api_url('upload', { ...account, resource_type: 'image' }),
    fields: { ...signed, api_key: account.api_key, signature },
    fileField: 'file',
  };
}

/** Through us: decoded and re-encoded here first, so that nothing hostile is passed on. */
async function storeBytes(account: Account, bytes: Uint8Array): Promise<MediaResult> {
  const decoded = await decodePicture(bytes);
  if (!decoded.ok) return decoded;
  const { width, height, colour } = decoded;
  const clean = await decoded.image().jpeg({ quality: 85, mozjpeg: true }).toBuffer();
  const stored = await attempt(
    new Promise<UploadApiResponse>((resolve, reject) => {
      const options = {
        ...account,
        public_id: `keset/${randomUUID()}`,
        resource_type: 'image' as const,
        overwrite: false,
        allowed_formats: [...FORMATS],
      };
      cloudinary.uploader
        .upload_stream(options, (error, result) => (result ? resolve(result) : reject(error)))
        .end(clean);
    }),
  );
  if (!stored.ok) return stored;
  const storeKey = joinKey(stored.value.version, stored.value.public_id);
  return { ok: true, picture: { store: 'cloudinary', storeKey, width, height, colour } };
}

interface Resource {
  readonly public_id: string;
  readonly version: number;
  readonly format: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly colors?: readonly (readonly [hex: string, share: number])[];
}

/** Asks Cloudinary what arrived, never the browser; what breaks the limits is destroyed. */
async function completeDirect(account: Account, storeKey: string): Promise<MediaResult> {
  const found = await attempt<Resource>(cloudinary.api.resource(storeKey, { ...account, colors: true }));
  if (!found.ok) return found;
  const { public_id, version, width, height, colors } = found.value;
  const fault = findFault(found.value);
  if (fault !== null) {
    await attempt(cloudinary.uploader.destroy(public_id, { ...account, invalidate: true }));
    return { ok: false, reason: fault };
  }
  const colour = colors?.[0]?.[0].toLowerCase() ?? PLAIN_COLOUR;
  return { ok: true, picture: { store: 'cloudinary', storeKey: joinKey(version, public_id), width, height, colour } };
}

function findFault({ format, bytes, width, height }: Resource): MediaRefusal | null {
  if (!(FORMATS as readonly string[]).includes(format)) return 'notAPicture';
  if (bytes > MOST_BYTES || width * height > MOST_PIXELS) return 'tooLarge';
  return Math.min(width, height) < LEAST_SIDE ? 'tooSmall' : null;
}

/** The SDK rejects with `{ error: { http_code } }` or `{ http_code }`; a cut line has neither. */
async function attempt<T>(call: Promise<T>): Promise<{ ok: true; value: T } | { ok: false; reason: MediaRefusal }> {
  try {
    return { ok: true, value: await call };
  } catch (thrown) {
    const { error, http_code } = thrown as { error?: { http_code?: number }; http_code?: number };
    const status = error?.http_code ?? http_code;
    if (status === 420 || status === 429) return { ok: false, reason: 'quota' };
    return { ok: false, reason: status === 400 || status === 404 ? 'notAPicture' : 'unavailable' };
  }
}

function addressOf(
  account: Account,
  storeKey: string,
  size: { crop: 'limit' | 'fill'; width: number; height?: number },
  format: 'auto' | 'jpg',
): string {
  const { publicId, version } = splitKey(storeKey);
  return cloudinary.url(publicId, {
    cloud_name: account.cloud_name,
    secure: true,
    urlAnalytics: false,
    ...(version ? { version } : {}),
    transformation: [size, { quality: 'auto' }, { fetch_format: format }],
  });
}

function joinKey(version: number, publicId: string): string {
  return `v${version}/${publicId}`;
}

function splitKey(storeKey: string): { publicId: string; version: string | null } {
  const [, version, publicId] = /^v(\d+)\/(.+)$/.exec(storeKey) ?? [];
  return { publicId: publicId ?? storeKey, version: version ?? null };
}
