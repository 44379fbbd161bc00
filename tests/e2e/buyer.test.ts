// A buyer with a phone of 360 px and JavaScript off buys from two makers: by cash, by transfer, by card in every way a card can go.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStripeGateway } from '#app/services/stripe/card-gateway.ts';
import { type StripeSimulator, startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { createListing, createMaker, VILLAGE } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const KEYS = { secretKey: 'sk_test_journey', webhookSecret: 'whsec_journey' };
let simulator: StripeSimulator;
const site = useSite({
  realClock: true,
  cardGateway: async ({ origin }) => {
    simulator = await startStripeSimulator({
      port: 0,
      ...KEYS,
      webhookAddress: `${origin.replace('localhost', '127.0.0.1')}/webhooks/stripe`,
      retryDelaysMs: [50, 100, 200],
      pendingSettlesAfterMs: null,
    });
    return createStripeGateway({
      stripe: createStripeClient({ secretKey: KEYS.secretKey, apiAddress: simulator.address }),
      webhookSecrets: [KEYS.webhookSecret],
    });
  },
});
const browser = useBrowser();
afterAll(async () => {
  expect(simulator.bugs).toEqual([]);
  await simulator.close();
});

let receipt: string;
let mats: { slug: string; shopName: string; shopId: string }[];
beforeAll(async () => {
  receipt = join(tmpdir(), `keset-kita-receipt-${process.pid}.jpg`);
  await sharp({ create: { width: 400, height: 600, channels: 3, background: '#d8c9ae' } })
    .jpeg()
    .toFile(receipt);
  mats = [];
  for (let i = 0; i < 2; i++) {
    const { shop } = await createMaker(site.db);
    await site.db.shop.update({
      where: { id: shop.id },
      data: {
        bankName: 'BJB',
        bankAccountHolder: 'Ibu Contoh',
        bankAccountSealed: site.services.sealer.seal('shop.bankAccount', shop.id, '1234567890'),
      },
    });
    const { listing } = await createListing(site.db, shop.id, { onHand: 50 });
    mats.push({ slug: listing.slug, shopName: shop.name, shopId: shop.id });
  }
});
beforeEach(() => void simulator.faults.reset());

async function fillCart(page: Page): Promise<void> {
  for (const mat of mats) {
    await page.goto(`${site.origin}/produk/${mat.slug}`);
    await page.getByRole('button', { name: 'Beli' }).click();
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Pesan sekarang' }).click();
}

async function placeOrder(page: Page, method: string, bring = false): Promise<string> {
  await page.getByLabel('Nama', { exact: true }).fill('Rina');
  await page.getByLabel('Nomor WhatsApp').fill('0812 3456 7890');
  await page.getByLabel(method).check();
  if (bring) {
    await page.locator(`input[value="own_delivery:${VILLAGE}"]`).first().check();
    await page.getByLabel('Alamat antar').first().fill('Kp. Baru No. 6');
    await page.getByRole('button', { name: 'Hitung total' }).click();
    expect(await page.getByLabel('Nama', { exact: true }).inputValue()).toBe('Rina');
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Buat pesanan' }).click();
  await page.waitForURL(/\/pesanan\/[\w-]{22}$/);
  return page.url().split('/').pop() ?? '';
}

async function buy(method: string, bring = false) {
  const { context, page } = await browser.open();
  await fillCart(page);
  const token = await placeOrder(page, method, bring);
  const orders = () => site.db.order.findMany({ where: { purchase: { token } }, orderBy: { number: 'asc' } });
  return { context, page, token, orders };
}

it('pays cash: one delivered, one collected, both confirmed by the buyer', async () => {
  const { context, page, orders } = await buy('Tunai saat barang diterima', true);
  await expectAccessible(page);
  for (const _ of mats) await page.getByRole('button', { name: 'Ya, saya pesan ini' }).first().click();
  expect((await orders()).map((order) => order.status)).toEqual(['confirmed', 'confirmed']);
  const purchase = await site.db.purchase.findFirstOrThrow({
    where: { orders: { some: { id: (await orders())[0]?.id } } },
  });
  expect(purchase.totalRupiah).toBe(78_000);
  await context.close();
});

it('pays by transfer: the receipt is sent, and the order waits for a person', async () => {
  const { context, page, orders } = await buy('Transfer bank ke perajin');
  expect(await page.textContent('main')).toContain('1234567890');
  await page.getByRole('link', { name: 'Kirim bukti transfer' }).first().click();
  await expectAccessible(page);
  await page.getByLabel('Foto atau tangkapan layar bukti').setInputFiles(receipt);
  await page.getByRole('button', { name: 'Kirim bukti transfer' }).click();
  await page.waitForURL(/\/pesanan\/[\w-]{22}$/);
  expect(await page.textContent('main')).toContain('Bukti sudah dikirim');
  const ids = (await orders()).map((order) => order.id);
  const payments = await site.db.payment.findMany({ where: { orderId: { in: ids } } });
  expect(payments.map((payment) => payment.status).sort()).toEqual(['pending', 'proof_submitted']);
  expect((await orders()).map((order) => order.status)).toEqual(['pending', 'pending']);
  await context.close();
});

describe('pays by card', () => {
  const start = async () => {
    const bought = await buy('Kartu atau dompet digital');
    await bought.page.getByRole('button', { name: 'Bayar dengan kartu' }).first().click();
    await bought.page.waitForURL((url) => url.href.startsWith(simulator.address));
    return bought;
  };
  const settled = async (token: string) => {
    await simulator.idle();
    const payments = await site.db.payment.findMany({ where: { purchase: { token } } });
    return payments.map((payment) => payment.status);
  };
  const isBack = (page: Page) => page.waitForURL((url) => url.href.startsWith(site.origin));

  it.each([[false], [true]])('and the webhook comes after the return: %s', async (afterRedirect) => {
    simulator.faults.set({ webhook: { afterRedirect } });
    const { context, page, token, orders } = await start();
    await expectAccessible(page);
    await page.locator('button[value=berhasil], button[name=outcome]').first().click();
    await isBack(page);
    expect(await settled(token)).toEqual(['settled']);
    expect((await orders()).map((order) => order.status)).toEqual(['confirmed', 'confirmed']);
    expect(await page.textContent('main')).toContain('Perajin sudah diberi tahu');
    const entries = await site.db.ledgerEntry.count({
      where: {
        kind: 'payment_settled',
        sourceId: (await site.db.payment.findFirstOrThrow({ where: { purchase: { token } } })).id,
      },
    });
    expect(entries).toBe(1);
    await context.close();
  });

  it('with every event twice and no word at all from some', async () => {
    simulator.faults.set({ webhook: { duplicate: true } });
    const { context, page, token } = await start();
    await page.locator('button[name=outcome]').first().click();
    await isBack(page);
    expect(await settled(token)).toEqual(['settled']);
    await context.close();
  });

  it('is declined, tries again, and pays', async () => {
    const { context, page, token } = await start();
    await page.getByRole('button', { name: /ditolak/i }).click();
    expect(page.url().startsWith(simulator.address)).toBe(true);
    expect(await settled(token)).toEqual(['pending']);
    await page.locator('button[name=outcome]').first().click();
    await isBack(page);
    expect(await settled(token)).toEqual(['settled']);
    await context.close();
  });

  it('abandons it, comes back to the same open page, and can still pay', async () => {
    const { context, page, token } = await start();
    const first = page.url();
    await page.goto(`${site.origin}/pesanan/${token}`);
    await page.getByRole('button', { name: 'Bayar dengan kartu' }).first().click();
    await page.waitForURL((url) => url.href.startsWith(simulator.address));
    expect(page.url()).toBe(first);
    expect(await site.db.cardAttempt.count({ where: { payment: { purchase: { token } } } })).toBe(1);
    await context.close();
  });

  it('double-clicks and pays once', async () => {
    const { context, page, token } = await start();
    await page.locator('button[name=outcome]').first().dblclick();
    await isBack(page);
    expect(await settled(token)).toEqual(['settled']);
    expect(simulator.state.charges.size > 0).toBe(true);
    const purchase = await site.db.purchase.findUniqueOrThrow({ where: { token } });
    expect(await site.db.payment.count({ where: { purchaseId: purchase.id } })).toBe(1);
    await context.close();
  });
});
