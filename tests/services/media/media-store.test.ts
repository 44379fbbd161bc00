// One suite for both stores: what they take, what they refuse, what they give back. Cloudinary runs its real SDK against an HTTPS double.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCloudinaryMedia } from '#app/services/media/cloudinary-media.ts';
import { createLocalMedia } from '#app/services/media/local-media.ts';
import { type MediaStore, PICTURE_WIDTHS, type UploadTicket } from '#app/services/media/media-store.ts';
import { type CloudinaryDouble, startCloudinaryDouble } from '#tests/support/cloudinary-double.ts';
import { hostileFiles } from '#tests/support/samples/hostile-files.ts';
import { drawPicture } from '#tests/support/shelf.ts';

interface Harness {
  store: MediaStore;
  /** Every stored file's bytes. */
  readAll(): Promise<Buffer[]>;
  stop(): Promise<void>;
}

async function startLocal(): Promise<Harness> {
  const directory = await mkdtemp(join(tmpdir(), 'keset-media-'));
  const store = createLocalMedia({ directory, secret: 'secret-of-the-test' });
  return {
    store,
    readAll: async () => Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name)))),
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}

async function startCloudinary(): Promise<Harness & { double: CloudinaryDouble }> {
  const double = await startCloudinaryDouble();
  const { account, apiAddress, agent } = double;
  return {
    double,
    store: createCloudinaryMedia({ account, apiAddress, agent }),
    readAll: async () => [...double.kept.values()].map((picture) => picture.body),
    stop: () => double.stop(),
  };
}

describe.each([
  ['local', startLocal],
  ['cloudinary', startCloudinary],
] as const)('%s', (kind, start) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await start();
  });
  afterAll(() => harness.stop());

  it('keeps a photograph upright, without the place it was taken', async () => {
    const photograph = await drawPicture({ gps: true });
    expect((await sharp(photograph).metadata()).exif).toBeDefined();
    const stored = await harness.store.storeBytes(photograph);
    expect(stored).toMatchObject({ ok: true, picture: { store: kind, width: 800, height: 600 } });
    if (stored.ok) expect(stored.picture.colour).toMatch(/^#[0-9a-f]{6}$/);
    const files = await harness.readAll();
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect((await sharp(file).metadata()).exif).toBeUndefined();
      expect(file.includes('HomePhone')).toBe(false);
    }
  });

  it('turns a phone held sideways', async () => {
    const sideways = await sharp(await drawPicture())
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await harness.store.storeBytes(sideways)).toMatchObject({ picture: { width: 600, height: 800 } });
  });

  it.each(hostileFiles)('answers %s with %s and keeps nothing of it', async (_, expected, make) => {
    const before = (await harness.readAll()).length;
    const stored = await harness.store.storeBytes(await make());
    if (expected === 'clean') {
      expect(stored.ok).toBe(true);
      for (const file of await harness.readAll()) expect(file.includes('<script>')).toBe(false);
      return;
    }
    expect(stored).toEqual({ ok: false, reason: expected });
    expect((await harness.readAll()).length).toBe(before);
  });

  it('gives every width an address, the same each time', async () => {
    const stored = await harness.store.storeBytes(await drawPicture());
    if (!stored.ok) throw new Error(stored.reason);
    const { storeKey } = stored.picture;
    const addresses = PICTURE_WIDTHS.map((width) => harness.store.address(storeKey, width, 'webp'));
    expect(new Set(addresses).size).toBe(3);
    expect(harness.store.address(storeKey, 320, 'webp')).toBe(addresses[0]);
    expect(addresses).not.toContain(harness.store.previewAddress(storeKey));
  });

  it('deletes what it is told to, and does not mind being told twice', async () => {
    const stored = await harness.store.storeBytes(await drawPicture({ width: 500, height: 500 }));
    if (!stored.ok) throw new Error(stored.reason);
    const before = (await harness.readAll()).length;
    await harness.store.delete(stored.picture.storeKey);
    expect((await harness.readAll()).length).toBeLessThan(before);
    await harness.store.delete(stored.picture.storeKey);
  });
});

describe('local tickets', () => {
  it('count for one upload until their time', async () => {
    const { store, stop } = await startLocal();
    const expiresAt = new Date('2026-11-20T04:00:00Z');
    const now = new Date('2026-11-20T03:00:00Z');
    const signature = store.createTicket({ uploadId: 'a', storeKey: 'k', expiresAt }).fields.tanda ?? '';
    expect(store.checkTicket({ uploadId: 'a', expiresAt, signature, now })).toBe(true);
    expect(store.checkTicket({ uploadId: 'b', expiresAt, signature, now })).toBe(false);
    expect(store.checkTicket({ uploadId: 'a', expiresAt, signature: '', now })).toBe(false);
    expect(store.checkTicket({ uploadId: 'a', expiresAt, signature, now: expiresAt })).toBe(false);
    await stop();
  });
});

describe('cloudinary direct upload', () => {
  let harness: Awaited<ReturnType<typeof startCloudinary>>;
  beforeAll(async () => {
    harness = await startCloudinary();
  });
  afterAll(() => harness.stop());

  /** What the browser does with a ticket; through the SDK's certificate, so over https by hand. */
  async function put(ticket: UploadTicket, bytes: Uint8Array, change: Record<string, string> = {}): Promise<number> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...ticket.fields, ...change })) form.append(name, value);
    form.append(ticket.fileField, new Blob([new Uint8Array(bytes)]), 'keset.jpg');
    const encoded = new Response(form);
    const body = Buffer.from(await encoded.arrayBuffer());
    const { request } = await import('node:https');
    return new Promise((resolve, reject) => {
      const headers = { 'Content-Type': encoded.headers.get('Content-Type') ?? '', 'Content-Length': body.length };
      request(ticket.address, { method: 'POST', agent: harness.double.agent, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .once('error', reject)
        .end(body);
    });
  }

  const open = () => {
    const storeKey = `keset/${randomUUID()}`;
    const expiresAt = new Date('2026-11-20T04:00:00Z');
    return { storeKey, ticket: harness.store.createTicket({ uploadId: randomUUID(), storeKey, expiresAt }) };
  };

  it('takes a picture under our name and reads what arrived', async () => {
    const { storeKey, ticket } = open();
    expect(await put(ticket, await drawPicture({ gps: true }))).toBe(200);
    const done = await harness.store.completeDirect(storeKey);
    expect(done).toMatchObject({ ok: true, picture: { width: 800, height: 600, colour: '#aa8866' } });
    if (done.ok) expect(done.picture.storeKey).toMatch(new RegExp(`^v\\d+/${storeKey}$`));
    expect(harness.double.kept.get(storeKey)?.body.includes('HomePhone')).toBe(false);
  });

  it('is void when any signed field is changed', async () => {
    const { ticket } = open();
    const changes: Record<string, string>[] = [
      { public_id: 'keset/mine' },
      { allowed_formats: 'svg' },
      { transformation: '' },
      { overwrite: 'true' },
    ];
    for (const change of changes) expect(await put(ticket, await drawPicture(), change)).toBe(401);
  });

  it.each([
    ['too small', { width: 90 }, 'tooSmall'],
    ['too many pixels', { width: 6000, height: 6000 }, 'tooLarge'],
    ['too many bytes', { bytes: 11 * 1024 * 1024 }, 'tooLarge'],
    ['another format', { format: 'gif' }, 'notAPicture'],
  ] as const)('destroys what is %s', async (_, change, reason) => {
    const { storeKey, ticket } = open();
    await put(ticket, await drawPicture());
    Object.assign(harness.double.kept.get(storeKey) ?? {}, change);
    expect(await harness.store.completeDirect(storeKey)).toEqual({ ok: false, reason });
    expect(harness.double.kept.has(storeKey)).toBe(false);
  });

  it('says when nothing arrived, when the quota is used up, when nobody answers', async () => {
    expect(await harness.store.completeDirect('keset/nothing')).toEqual({ ok: false, reason: 'notAPicture' });
    for (const [status, reason] of [
      [420, 'quota'],
      [429, 'quota'],
      [500, 'unavailable'],
    ] as const) {
      harness.double.outage = status;
      expect(await harness.store.completeDirect('keset/nothing')).toEqual({ ok: false, reason });
      expect(await harness.store.storeBytes(await drawPicture())).toEqual({ ok: false, reason });
    }
    harness.double.outage = null;
  });

  it('builds addresses that Cloudinary documents', () => {
    expect(harness.store.address('v17/keset/abc', 720, 'avif')).toBe(
      'https://res.cloudinary.com/desa/image/upload/c_limit,w_720/q_auto/f_auto/v17/keset/abc',
    );
    expect(harness.store.previewAddress('v17/keset/abc')).toContain('/c_fill,h_630,w_1200/q_auto/f_jpg/v17/');
  });
});
