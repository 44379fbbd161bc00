// The main job, whole, at 360 px without JavaScript: a maker signs in with her phone and lists a mat from a photo; a buyer buys it;
// she packs it and hands it over; Dinsos reads exactly that money as verified income, and sees the order behind it.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { monthOf } from '#app/domain/dates.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { createAccount, createMaker, NOW } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite({ realClock: true });
const browser = useBrowser();
let photo: string;
let maker: Awaited<ReturnType<typeof createMaker>>;

beforeAll(async () => {
  photo = join(tmpdir(), `keset-kita-mat-${process.pid}.jpg`);
  const striped = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="#d8c9ae"/><rect y="300" width="900" height="500" fill="#1f3a5f"/></svg>',
  );
  // As a phone takes it: turned, and with the place it was taken at.
  await sharp(striped)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 38/1 0/1' },
    })
    .toFile(photo);
  expect((await sharp(photo).metadata()).orientation).toBe(6);
  maker = await createMaker(site.db);
  const cohort = await site.db.cohort.create({
    data: {
      slug: 'keset-april-2019',
      name: 'Keset April 2019',
      skill: 'keset',
      startsOn: new Date('2019-04-22'),
      endsOn: new Date('2019-04-24'),
      capacity: 100,
      createdAt: NOW,
    },
  });
  await site.db.enrolment.create({
    data: { cohortId: cohort.id, personId: maker.person.id, stage: 'graduated', enrolledAt: NOW },
  });
});

async function codeSentTo(phone: string): Promise<string> {
  const row = await site.db.message.findFirstOrThrow({
    where: { phone, kind: 'signInCode' },
    orderBy: { createdAt: 'desc' },
  });
  const content = openMessage(site.services.sealer, row);
  return content.kind === 'signInCode' ? content.code : '';
}

it('goes from a photo to verified income', async () => {
  const account = await site.db.account.findUniqueOrThrow({ where: { id: maker.actor.accountId } });
  const hers = await browser.open();
  await hers.page.goto(`${site.origin}/usaha/keset/baru`);
  await expectAccessible(hers.page);
  await hers.page.getByLabel('Nomor HP').fill(account.phone.replace('+62', '0'));
  await hers.page.getByRole('button', { name: 'Kirim kode' }).click();
  await hers.page.getByLabel('Kode 6 angka').fill(await codeSentTo(account.phone));
  await hers.page.getByRole('button', { name: 'Masuk' }).click();
  await hers.page.waitForURL(/\/usaha\/keset\/baru$/);
  await expectAccessible(hers.page);

  await hers.page.locator('input[type=file]').first().setInputFiles(photo);
  await hers.page.locator('input[name=size][value="40x60"]').check();
  await hers.page.locator('input[name=material]').first().check();
  await hers.page.locator('input[name=colour][value=biru]').check();
  await hers.page.locator('input[name=price]').last().fill('42000');
  await hers.page.locator('#stock-ready').check();
  await hers.page.locator('input[name=onHand]').fill('3');
  await hers.page.getByRole('button', { name: 'Jual sekarang' }).click();
  await hers.page.waitForURL(/\/usaha\/keset(?!\/baru)/);
  await expectAccessible(hers.page);
  const listing = await site.db.listing.findFirstOrThrow({
    where: { shopId: maker.shop.id },
    include: { variants: true, photos: true },
  });
  expect(listing).toMatchObject({ status: 'published', colour: 'biru' });
  expect(listing.variants).toMatchObject([{ size: '40x60', priceRupiah: 42_000, onHand: 3 }]);
  // Upright: the turned photo is wider than high.
  expect((listing.photos[0]?.width ?? 0) > (listing.photos[0]?.height ?? 0)).toBe(true);
  const stored = await site.fetch(`/foto/${listing.photos[0]?.storeKey}-1200x630.jpg`);
  expect((await sharp(Buffer.from(await stored.arrayBuffer())).metadata()).exif).toBeUndefined();

  const buyer = await browser.open();
  await buyer.page.goto(`${site.origin}/produk?kata=biru`);
  await buyer.page.goto(`${site.origin}/produk/${listing.slug}`);
  await expectAccessible(buyer.page);
  await buyer.page.getByRole('button', { name: 'Beli' }).click();
  await buyer.page.getByRole('link', { name: 'Pesan sekarang' }).click();
  await buyer.page.getByLabel('Nama', { exact: true }).fill('Rina');
  await buyer.page.getByLabel('Nomor WhatsApp').fill('0812 3456 7890');
  await buyer.page.getByRole('button', { name: 'Buat pesanan' }).click();
  await buyer.page.getByRole('button', { name: 'Ya, saya pesan ini' }).click();

  await hers.page.goto(`${site.origin}/usaha`);
  await expectAccessible(hers.page);
  await hers.page.getByRole('button', { name: 'Sudah dibungkus' }).click();
  await buyer.page.reload();
  const code = await buyer.page.locator('p.tracking-widest').textContent();
  await hers.page.getByLabel('Kode dari pembeli').fill('0');
  await hers.page.getByRole('button', { name: 'Sudah diambil pembeli' }).click();
  expect(await hers.page.textContent('main')).toContain('tidak cocok');
  await hers.page.getByLabel('Kode dari pembeli').fill(code ?? '');
  await hers.page.getByRole('button', { name: 'Sudah diambil pembeli' }).click();
  await buyer.page.reload();
  await buyer.page.getByRole('button', { name: 'Ya, semua baik' }).click();
  expect(await buyer.page.textContent('main')).toContain('penghasilan perajin');
  await hers.page.goto(`${site.origin}/usaha/uang`);
  expect(await hers.page.textContent('main')).toContain('42.000');
  await expectAccessible(hers.page);

  const [name, value] = (await site.signIn(await createAccount(site.db, 'programme_officer'))).split('=');
  const desk = await browser.open({
    width: 1280,
    cookie: { name: name ?? '', value: value ?? '', origin: site.origin },
  });
  const month = monthOf(new Date());
  const row = await site.db.personMonth.findUniqueOrThrow({
    where: { personId_month: { personId: maker.person.id, month } },
  });
  expect(row).toMatchObject({ verifiedRupiah: 42_000, verifiedOrders: 1 });
  const order = await site.db.order.findFirstOrThrow({ where: { shopId: maker.shop.id } });
  await desk.page.goto(`${site.origin}/dinsos/hasil`);
  await expectAccessible(desk.page);
  await desk.page.goto(`${site.origin}/dinsos/hasil/rincian?angkatan=keset-april-2019&bulan=${month}`);
  await expectAccessible(desk.page);
  const rows = await desk.page.textContent('main');
  expect(rows).toContain('42.000');
  expect(rows).toContain(order.number);
});
