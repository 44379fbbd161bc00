// A mat is brought to a door at 360 px: with scripts off the form carries the photo, with scripts on the phone shrinks it first; the
// buyer sees it by her link.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { sendOut } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const MOST_BYTES = 350 * 1024;
const site = useSite({ realClock: true });
const browser = useBrowser();
const { order: words, form } = textOf('id');
const IT_CAME = 'Sudah sampai ke pembeli';
const photo = join(tmpdir(), `keset-kita-door-${process.pid}.jpg`);
const note = join(tmpdir(), `keset-kita-door-${process.pid}.txt`);

beforeAll(async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 90 })
    .withMetadata({ orientation: 6 })
    .toFile(photo);
  await sharp({ create: { width: 300, height: 300, channels: 3, background: '#888' } })
    .gif()
    .toFile(note);
});

async function openOrder(options: { script: boolean }) {
  const { maker, orderId, token } = await sendOut(site.db, { now: new Date(), seal: site.services.sealer });
  const [name = '', value = ''] = (await site.signIn(maker.actor)).split(/=(.*)/);
  const opened = await browser.open({ ...options, cookie: { name, value, origin: site.origin } });
  await opened.page.goto(`${site.origin}${href('businessOrder', { id: orderId })}`);
  return { ...opened, orderId, token };
}

it('asks for the photo, says what is wrong with another file, and shows the right one to both', async () => {
  const { page, context, orderId, token } = await openOrder({ script: false });
  await page.getByRole('button', { name: IT_CAME }).click();
  expect(await page.textContent('#foto-error')).toBe(form.photoMissing);
  await page.getByLabel(words.delivery.photo).setInputFiles(note);
  await page.getByRole('button', { name: IT_CAME }).click();
  expect(await page.textContent('#foto-error')).toBe(form.notAPicture);
  await expectAccessible(page);
  await page.getByLabel(words.delivery.photo).setInputFiles(photo);
  await page.getByRole('button', { name: IT_CAME }).click();
  await page.getByRole('img', { name: words.delivery.caption }).waitFor();
  expect((await site.db.order.findUniqueOrThrow({ where: { id: orderId } })).status).toBe('delivered');
  await expectAccessible(page);
  await context.close();

  const buyer = await browser.open();
  await buyer.page.goto(`${site.origin}${href('order', { token })}`);
  const shown = buyer.page.getByRole('img', { name: words.delivery.caption });
  await shown.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
  const box = await shown.boundingBox();
  // Upright, whole, and no wider than the phone.
  expect(box && box.height > box.width && box.x + box.width <= 360).toBe(true);
  await expectAccessible(buyer.page);
});

it('is shrunk on the phone where scripts run', async () => {
  const { page, orderId } = await openOrder({ script: true });
  const input = page.getByLabel(words.delivery.photo);
  await input.setInputFiles(photo);
  const sizes = () =>
    input.evaluate((field) => [...(field as unknown as { files: { size: number }[] }).files].map((file) => file.size));
  await expect.poll(async () => Math.max(...(await sizes())), { timeout: 20_000 }).toBeLessThanOrEqual(MOST_BYTES);
  expect(await sizes()).toHaveLength(1);
  await page.getByRole('button', { name: IT_CAME }).click();
  await page.getByRole('img', { name: words.delivery.caption }).waitFor();
  const { deliveryPhotoKey } = await site.db.order.findUniqueOrThrow({ where: { id: orderId } });
  const kept = await sharp((await site.services.privatePictures.read(deliveryPhotoKey)) ?? undefined).metadata();
  expect([kept.width, kept.height]).toEqual([1200, 1600]);
});
