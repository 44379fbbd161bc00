// Finance's day at 360 px and at the desk, without JavaScript: one next step, refunds by hand, what did not fit.
import { beforeAll, expect, it } from 'vitest';
import { href } from '#app/urls.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { createAccount, NOW } from '#tests/support/fixtures.ts';
import { buyFromTwo } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const browser = useBrowser();
let cookie: { name: string; value: string; origin: string };
let refundId: string;

beforeAll(async () => {
  const [name, value] = (await site.signIn(await createAccount(site.db, 'finance'))).split('=');
  cookie = { name: name ?? '', value: value ?? '', origin: site.origin };
  const { purchaseId, orders } = await buyFromTwo(site.db);
  const payment = await site.db.payment.findFirstOrThrow({ where: { purchaseId } });
  const owed = { paymentId: payment.id, reason: 'order_ended', createdAt: NOW };
  await site.db.payment.update({ where: { id: payment.id }, data: { status: 'settled', refundDueRupiah: 85_001 } });
  const byHand = { ...owed, orderId: orders[0]?.id ?? '', amountRupiah: 35_000, status: 'failed' };
  ({ id: refundId } = await site.db.refund.create({ data: byHand }));
  await site.db.refund.create({
    data: { ...owed, orderId: orders[1]?.id ?? '', amountRupiah: 50_001, status: 'sent' },
  });
  await site.db.stripeEvent.create({
    data: {
      id: 'evt_1Pgc76B7WZ01zgkWwyRHS12y',
      kind: 'checkout.session.completed',
      objectId: 'cs_test_a1YmQgjvWog8j0ij2Rl3c6tiL00sAHy44GWUQ67nwLLSytLOg1ARPjLC8b',
      receivedAt: NOW,
      quarantineReason: 'mismatch',
    },
  });
  await site.db.bookDifference.create({
    data: {
      kind: 'charge',
      sourceId: 'pi_8FL2TDpxAj65SKhHGpnSuJtK',
      happenedAt: NOW,
      foundAt: NOW,
      gatewayRupiah: 80_536n,
      ledgerRupiah: null,
    },
  });
  await site.db.cardDispute.create({
    data: { id: 'dp_1', paymentId: payment.id, amountRupiah: 85_001, status: 'open', openedAt: NOW },
  });
});

it('is worked through to the end', async () => {
  const { page } = await browser.open({ cookie });
  await page.goto(`${site.origin}/dinsos`);
  await expectAccessible(page);
  expect(await page.textContent('h1')).toContain('35.000 harus kembali');
  await page.getByRole('link', { name: 'Catat pengembalian' }).click();
  await expectAccessible(page);
  await page.getByLabel('Nomor acuan transfer').fill('BJB 2611 0042');
  await page.getByRole('button', { name: 'Uang sudah kembali' }).click();
  expect(await page.textContent('h1')).toContain('Pembayaran kartu belum cocok');
  await page.getByRole('link', { name: 'Periksa' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sudah diperiksa' }).click();
  expect(await page.textContent('main')).toContain('Bagian ini perlu diisi');
  await page.getByLabel('Apa sebabnya').fill('Dibuat untuk uji coba.');
  await page.getByRole('button', { name: 'Sudah diperiksa' }).click();
  expect(await page.textContent('h1')).toContain('Pembayaran masuk belum cocok');
  await page.getByRole('link', { name: 'Periksa' }).click();
  await expectAccessible(page);
  expect(await page.textContent('main')).toContain('tidak tercatat');
  await page.getByLabel('Apa sebabnya').fill('Sudah ditanyakan.');
  await page.getByRole('button', { name: 'Sudah diperiksa' }).click();
  expect(await page.textContent('h1')).toContain('Ada sengketa kartu');
  expect(await page.textContent('main')).toContain('Sedang dikembalikan Stripe');
  await page.getByRole('link', { name: 'Bukti transfer' }).click();
  await expectAccessible(page);
  await page.goto(`${site.origin}${href('officeRefund', { id: refundId })}`);
  expect(await page.textContent('main')).toContain('acuan BJB 2611 0042');
  const { page: desk } = await browser.open({ cookie, width: 1280 });
  await desk.goto(`${site.origin}${href('officeMoney')}`);
  await expectAccessible(desk);
  expect(await site.db.stripeEvent.findFirstOrThrow()).toMatchObject({ note: 'Dibuat untuk uji coba.', lookedAt: NOW });
  expect(await site.db.event.count({ where: { kind: 'money.oddity_looked_at' } })).toBe(2);
});

it('answers 404 to what is not there and 422 to nothing, over HTTP', async () => {
  const as = `${cookie.name}=${cookie.value}`;
  const nobody = '01890000-0000-7000-8000-000000000000';
  const paths = [
    href('officeRefund', { id: nobody }),
    href('officeOddity', { kind: 'event', id: 'evt_unknown' }),
    href('officeOddity', { kind: 'difference', id: 'not-an-id' }),
    href('officeOddity', { kind: 'toString', id: nobody }),
  ];
  for (const path of paths) expect((await site.fetch(path, { as })).status, path).toBe(404);
  for (const path of paths.slice(0, 3)) {
    expect((await site.post(path, { acuan: 'x', catatan: 'x' }, { as })).status, path).toBe(404);
    expect((await site.post(path, {}, { as })).status, path).toBe(422);
  }
  // A second note does not overwrite the first.
  const event = href('officeOddity', { kind: 'event', id: 'evt_1Pgc76B7WZ01zgkWwyRHS12y' });
  expect((await site.post(event, { catatan: 'lain' }, { as })).status).toBe(302);
  expect((await site.db.stripeEvent.findFirstOrThrow()).note).toBe('Dibuat untuk uji coba.');
});
