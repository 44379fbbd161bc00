// The store of private pictures: what it takes is clean, what it refuses leaves nothing, what is deleted is gone from the disk.
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPrivatePictures, type PrivatePictures } from '#app/services/media/private-pictures.ts';
import { hostileFiles } from '#tests/support/samples/hostile-files.ts';
import { drawPicture } from '#tests/support/shelf.ts';

let directory: string;
let pictures: PrivatePictures;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'keset-private-'));
  pictures = createPrivatePictures(join(directory, 'kept'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const names = () => readdir(join(directory, 'kept')).catch(() => []);

async function keep(bytes: Uint8Array): Promise<string> {
  const stored = await pictures.store(bytes);
  if (!stored.ok) throw new Error(stored.reason);
  return stored.value.storeKey;
}

it('lists nothing before the first', async () => {
  expect(await pictures.listOlder(new Date('2100-01-01'))).toEqual([]);
});

it('keeps a photograph without the place it was taken, and the same one once', async () => {
  const photograph = await drawPicture({ gps: true });
  expect((await sharp(photograph).metadata()).exif).toBeDefined();
  const key = await keep(photograph);
  expect(await keep(photograph)).toBe(key);
  expect(await names()).toEqual([`${key}.jpg`]);
  const file = await readFile(join(directory, 'kept', `${key}.jpg`));
  expect((await sharp(file).metadata()).exif).toBeUndefined();
  expect(file.includes('HomePhone')).toBe(false);
  expect(await pictures.read(key)).toEqual(file);
});

it('takes 12 megapixels from a phone, and keeps 1600 pixels of them', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 } as const;
  const photograph = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
  expect(photograph.length).toBeGreaterThan(3 * 1024 * 1024);
  const kept = await sharp((await pictures.read(await keep(photograph))) ?? undefined).metadata();
  expect([kept.width, kept.height]).toEqual([1600, 1200]);
});

it.each(hostileFiles)('answers %s with %s and keeps nothing of it', async (_, expected, make) => {
  const before = await names();
  const stored = await pictures.store(await make());
  if (expected === 'clean') {
    const file = stored.ok ? await pictures.read(stored.value.storeKey) : null;
    expect(file?.includes('<script>')).toBe(false);
    return;
  }
  expect(stored).toEqual({ ok: false, reason: expected });
  expect(await names()).toEqual(before);
});

it('reads and deletes by its own keys only', async () => {
  const key = await keep(await drawPicture({ width: 321 }));
  for (const other of [`../kept/${key}`, `${key}.jpg`, '', '0'.repeat(64)]) {
    expect(await pictures.read(other)).toBeNull();
    await pictures.delete(other);
  }
  expect(await pictures.read(null)).toBeNull();
  expect(await pictures.read(key)).not.toBeNull();
  await pictures.delete(key);
  await pictures.delete(key);
  expect(await names()).not.toContain(`${key}.jpg`);
});

it('lists what was kept before an instant, and not what was kept again since', async () => {
  const photograph = await drawPicture({ width: 322 });
  const [old, young] = [await keep(photograph), await keep(await drawPicture({ width: 323 }))];
  const path = join(directory, 'kept', `${old}.jpg`);
  await utimes(path, new Date('2026-01-01'), new Date('2026-01-01'));
  expect(await pictures.listOlder(new Date('2026-01-02'))).toEqual([old]);
  expect(await pictures.listOlder(new Date('2100-01-01'))).toEqual(expect.arrayContaining([old, young]));
  await keep(photograph);
  expect(await pictures.listOlder(new Date('2026-01-02'))).toEqual([]);
});
