// The officer's journey: the office opens a cohort and brings in the real list; a field officer finds a woman on her phone, opens a
// shop for her, writes down her consent, lists a mat and asks the monthly question; Dinsos reads exactly that answer.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { addMonths, formatMonth, monthOf } from '#app/domain/dates.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { createAccount, createAreas, DISTRICT, VILLAGE } from '#tests/support/fixtures.ts';
import { drawPicture } from '#tests/support/shelf.ts';
import { ROOT, useSite } from '#tests/support/site.ts';

const site = useSite({ realClock: true });
const browser = useBrowser();
const LIST = join(ROOT, 'prisma/seed/data/intake/daftar-peserta-keset-april-2019.xlsx');
const NAME = 'Keset April 2019';
let photo: string;
let desk: Page;
let phone: Page;

beforeAll(async () => {
  await createAreas(site.db);
  await site.db.area.update({ where: { code: VILLAGE }, data: { aliases: ['Kr. Sari'] } });
  const officer = await createAccount(site.db, 'field_officer');
  const fromOn = new Date('2019-01-01');
  await site.db.officerArea.create({ data: { accountId: officer.accountId, areaCode: DISTRICT, fromOn } });
  photo = join(tmpdir(), `keset-kita-officer-${process.pid}.jpg`);
  await sharp(await drawPicture()).toFile(photo);
  desk = (
    await browser.open({ width: 1280, cookie: await cookieOf(await createAccount(site.db, 'programme_officer')) })
  ).page;
  phone = (await browser.open({ cookie: await cookieOf(officer) })).page;
});

async function cookieOf(actor: Awaited<ReturnType<typeof createAccount>>) {
  const [name = '', value = ''] = (await site.signIn(actor)).split(/=(.*)/);
  return { name, value, origin: site.origin };
}

it('opens a cohort and brings in the list: nothing is saved before it is confirmed', async () => {
  await desk.goto(`${site.origin}/dinsos/angkatan`);
  await desk.getByText('Buka angkatan baru').click();
  await desk.getByLabel('Nama angkatan').fill(NAME);
  await desk.getByLabel('Tempat pelatihan').fill('SMKN 3');
  await desk.getByLabel('Hari pertama').fill('2019-04-22');
  await desk.getByLabel('Hari terakhir').fill('2019-04-24');
  await desk.getByLabel('Jumlah tempat').fill('100');
  await desk.getByRole('button', { name: 'Buka angkatan' }).click();
  await expectAccessible(desk);
  await desk.getByRole('link', { name: /Impor/ }).click();
  await desk.getByLabel('Berkas (.xlsx atau .csv)').setInputFiles(LIST);
  await desk.getByRole('button', { name: 'Periksa daftar' }).click();
  expect(await desk.textContent('main')).toContain('100 baris');
  await expectAccessible(desk);
  expect(await site.db.person.count()).toBe(0);
  await desk.getByRole('button', { name: /^Simpan/ }).click();
  expect(await site.db.enrolment.count({ where: { stage: 'graduated', cohort: { name: NAME } } })).toBe(100);
  expect(await desk.textContent('h1')).toContain(NAME);
});

it('follows a woman of her area from the list to a shop with a mat, each act on her behalf', async () => {
  await phone.goto(`${site.origin}/pendampingan`);
  await expectAccessible(phone);
  await phone.locator('main ul a, main ol a').first().click();
  const woman = await site.db.person.findUniqueOrThrow({ where: { id: phone.url().split('/').at(-1) ?? '' } });
  expect(woman.areaCode).toBe(VILLAGE);
  expect(await phone.textContent('h1')).toBe(woman.name);
  await phone.getByRole('link', { name: 'Bukakan toko' }).click();
  await phone.getByLabel('Nama toko').fill('Anyaman Melati');
  await phone.getByText('Neglasari', { exact: true }).click();
  await phone.getByLabel('Karang Sari').fill('5000');
  await phone.getByRole('button', { name: 'Buka toko' }).click();
  await phone.waitForURL(/\/izin$/);
  expect(await (await site.fetch('/perajin/anyaman-melati')).text()).not.toContain('Anyaman Melati');
  await phone.getByLabel('Halaman toko dan foto keset').check();
  await phone.locator('input[name=izin][value=ya]').check();
  await phone.locator('input[name=cara][value=paper]').check();
  await phone.getByLabel(/[Ss]aksi/).fill('Bu RT');
  await phone.locator('main form').last().getByRole('button').click();
  await expectAccessible(phone);
  await phone.goto(`${site.origin}/pendampingan/ibu/${woman.id}`);
  await phone.getByRole('link', { name: 'Jualkan keset untuk Ibu ini' }).click();
  await phone.locator('input[type=file]').setInputFiles(photo);
  await phone.locator('input[name=material]').first().check();
  await phone.locator('input[name=colour][value=biru]').check();
  await phone.locator('input[name=price]').last().fill('35000');
  await phone.getByRole('button', { name: 'Jual sekarang' }).click();
  await phone.waitForURL(new RegExp(`/pendampingan/ibu/${woman.id}$`));
  expect(await (await site.fetch('/produk')).text()).toContain('Anyaman Melati');
  const acts = await site.db.event.findMany({ where: { actorKind: 'account', onBehalfOfId: woman.id } });
  expect(new Set(acts.map((act) => act.kind))).toEqual(
    new Set(['shop.opened', 'consent.given', 'photo.added', 'listing.created', 'shop.shown']),
  );
});

it('asks the monthly question by phone, and Dinsos reads exactly that answer', async () => {
  const startedAt = new Date();
  const month = addMonths(monthOf(startedAt), -1);
  const { personId } = await site.db.shop.findFirstOrThrow();
  await phone.goto(`${site.origin}/pendampingan/ibu/${personId}/tanya-bulanan?bulan=${month}`);
  await phone.locator('input[name=mode][value=phone]').check();
  await phone.locator('input[name=sold][value=yes]').check();
  await phone.getByRole('button', { name: 'Kirim jawaban' }).click();
  await expectAccessible(phone);
  expect(await phone.locator('input[name=mode][value=phone]').isChecked()).toBe(true);
  await phone.locator('input[name=profitBand][value=medium]').check();
  await phone.getByLabel(/^Angkanya/).fill('317 ribu');
  await phone.getByRole('button', { name: 'Kirim jawaban' }).click();
  expect(await phone.textContent('h1')).toContain(formatMonth(month));
  const answer = await site.db.checkIn.findFirstOrThrow({ where: { personId, month } });
  expect(answer).toMatchObject({ profitRupiah: 317_000, mode: 'phone', revision: 1 });
  const cohort = await site.db.cohort.findFirstOrThrow();
  await desk.goto(`${site.origin}/dinsos/hasil/rincian?angkatan=${cohort.slug}&bulan=${month}&ukuran=profit`);
  const rows = await desk.textContent('main');
  expect(rows?.match(/317\.000/g)?.length).toBe(1);
  expect(rows).toContain((await site.db.person.findUniqueOrThrow({ where: { id: personId } })).name);
  await desk.goto(`${site.origin}/dinsos/ibu/${personId}`);
  expect(await desk.textContent('main')).toContain('317.000');
  expect(await site.db.personRead.count({ where: { personId, readAt: { gte: startedAt } } })).toBeGreaterThan(0);
});
