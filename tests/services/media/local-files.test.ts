// The files that the local store makes of one picture: how wide each is, and the colour that is shown before they come.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createLocalMedia } from '#app/services/media/local-media.ts';
import { PICTURE_WIDTHS } from '#app/services/media/media-store.ts';
import { drawPicture } from '#tests/support/shelf.ts';

describe('local files of one picture', () => {
  async function filesOf(picture: Buffer) {
    const directory = await mkdtemp(join(tmpdir(), 'keset-media-'));
    const stored = await createLocalMedia({ directory, secret: 'secret-of-the-test' }).storeBytes(picture);
    const names = await readdir(directory);
    const bytes = Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name.slice(name.indexOf('-') + 1), await readFile(join(directory, name))] as const),
      ),
    );
    await rm(directory, { recursive: true, force: true });
    if (!stored.ok) throw new Error(stored.reason);
    return { bytes, colour: stored.picture.colour };
  }
  const widthOf = async (bytes: Buffer | undefined) => (await sharp(bytes).metadata()).width;

  it.each([
    [1400, [320, 720, 1080]],
    [800, [320, 720, 800]],
    [700, [320, 700, 700]],
    [250, [250, 250, 250]],
  ])('of %i pixels are never wider than it: %j', async (width, widths) => {
    const { bytes } = await filesOf(await drawPicture({ width, height: 500 }));
    expect(Object.keys(bytes).sort()).toEqual([
      '1080.avif',
      '1080.webp',
      '1200x630.jpg',
      '320.avif',
      '320.webp',
      '720.avif',
      '720.webp',
    ]);
    for (const format of ['avif', 'webp']) {
      const found = await Promise.all(PICTURE_WIDTHS.map((step) => widthOf(bytes[`${step}.${format}`])));
      expect(found).toEqual(widths);
    }
    expect(await widthOf(bytes['1200x630.jpg'])).toBe(1200);
  });

  it('have its average colour, a grey picture three alike', async () => {
    const halves = (right: string) =>
      sharp({ create: { width: 400, height: 300, channels: 3, background: '#204060' } }).composite([
        { input: { create: { width: 200, height: 300, channels: 3, background: right } }, left: 200, top: 0 },
      ]);
    expect((await filesOf(await halves('#608020').png().toBuffer())).colour).toBe('#406040');
    const plain = { width: 400, height: 300, channels: 3, background: '#204060' } as const;
    const grey = await sharp({ create: plain }).toColourspace('b-w').png().toBuffer();
    expect((await sharp(grey).metadata()).channels).toBe(1);
    expect((await filesOf(grey)).colour).toMatch(/^#(..)\1\1$/);
  });
});
