// A phone with scripts: the photo is shrunk before it is sent, the place it was taken never leaves the phone, and a cut line costs
// neither the photo nor what was chosen.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { createMaker } from '#tests/support/fixtures.ts';
import { drawPicture } from '#tests/support/shelf.ts';
import { useSite } from '#tests/support/site.ts';

const MOST_BYTES = 350 * 1024;
const site = useSite({ realClock: true });
const browser = useBrowser();
let photo: string;
let maker: Awaited<ReturnType<typeof createMaker>>;

beforeAll(async () => {
  // 12 megapixels with noise that does not compress, turned, with coordinates.
  const { data, info } = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const gps = (await sharp(await drawPicture({ gps: true })).metadata()).exif;
  expect(gps).toBeDefined();
  photo = join(tmpdir(), `keset-kita-phone-${process.pid}.jpg`);
  await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .jpeg({ quality: 92 })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 38/1 0/1' },
    })
    .toFile(photo);
  maker = await createMaker(site.db);
});

async function openForm(): Promise<Page> {
  const [name = '', value = ''] = (await site.signIn(maker.actor)).split(/=(.*)/);
  const { page } = await browser.open({ script: true, cookie: { name, value, origin: site.origin } });
  // Playwright does not hand out the bytes of a file that a script sends: they are copied where the script lets go of them.
  await page.addInitScript(`
    window.sent = [];
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
      const reader = new FileReader();
      reader.onload = () => { window.sent.push(reader.result.split(',')[1]); send.call(this, body); };
      reader.readAsDataURL(body.get('foto'));
    };`);
  await page.goto(`${site.origin}/usaha/keset/baru`);
  return page;
}

it('sends at most 350 KB of a 12 megapixel photo, upright, without the place, before the form is sent', async () => {
  const page = await openForm();
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByText('Foto tersimpan.').waitFor();
  const [jpeg = Buffer.alloc(0), ...more] = (await page.evaluate<string[]>('window.sent')).map((text) =>
    Buffer.from(text, 'base64'),
  );
  expect(more).toEqual([]);
  expect(jpeg.length).toBeLessThanOrEqual(MOST_BYTES);
  const facts = await sharp(jpeg).metadata();
  expect([facts.width, facts.height, facts.exif]).toEqual([1200, 1600, undefined]);
  const row = await site.db.photo.findFirstOrThrow({ where: { shopId: maker.shop.id } });
  expect([row.width, row.height]).toEqual([1200, 1600]);
  await page.locator('input[name=material]').first().check();
  await page.locator('input[name=colour][value=merah]').check();
  await page.locator('input[name=price]').last().fill('45000');
  await page.getByRole('button', { name: 'Jual sekarang' }).click();
  await page.waitForURL(/\/usaha\/keset\/[0-9a-f-]{36}/);
  expect(await site.db.photo.findMany({ where: { listing: { shopId: maker.shop.id } } })).toMatchObject([
    { id: row.id },
  ]);
});

it('tries again under the same upload when the line is cut, and makes one photo', async () => {
  const page = await openForm();
  const before = await site.db.photo.count();
  let cuts = 2;
  await page.route('**/unggah/*', async (route) => {
    if (cuts-- > 0) await route.abort('connectionreset');
    else await route.continue();
  });
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByText('Foto tersimpan.').waitFor({ timeout: 20_000 });
  expect(cuts).toBe(-1);
  expect(await site.db.photo.count()).toBe(before + 1);
});

it('carries the file in the form when it cannot be sent ahead', async () => {
  const page = await openForm();
  await page.route('**/unggah/*', (route) => route.fulfill({ status: 422, body: '{"sentence":"tidak bisa"}' }));
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByText('Foto akan ikut terkirim bersama formulir.').waitFor();
  expect(
    await page
      .locator('input[type=file]')
      .evaluate((input) => (input as unknown as { files: { length: number } }).files.length),
  ).toBe(1);
});
