// The simulated payment page, pressed as a browser presses it.
import { expect, test } from 'vitest';
import { POLL, prepareBench } from './simulator-bench.ts';

const bench = prepareBench();
const types = () => bench.received.map((webhook) => webhook.type);

test('the page says SIMULASI, lists the lines and the total, escapes names and runs no script', async () => {
  const id = await bench.openSession({ discountRupiah: 2_345 });
  const response = await bench.page(id);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('SIMULASI');
  expect(html).toContain('<html lang="id">');
  expect(html).toContain('Tikar pandan &quot;Bunga&quot; &lt;besar&gt; × 2');
  expect(html).not.toContain('<besar>');
  expect(html).not.toContain('<script');
  expect(html).toMatch(/Selendang<\/dt><dd>Rp 127\.345/);
  expect(html).toMatch(/Diskon<\/dt><dd>−Rp 2\.345/);
  expect(html).toMatch(/Jumlah<\/dt><dd>Rp 410\.000/);
  expect(html).toContain('10.35 WIB');
  for (const outcome of ['berhasil', 'ditolak', 'tertunda', 'batal', 'kedaluwarsa']) {
    expect(html).toContain(`value="${outcome}"`);
  }
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'self' http://localhost:3000;");
});

test('the front page lists payments, newest first, each a link to its page', async () => {
  const id = await bench.openSession();
  const response = await bench.page('');
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('SIMULASI');
  expect(html).toContain(`<a href="${id}">`);
  expect(html).toContain('menunggu');
});

test('berhasil: the webhook has been answered before the buyer returns', async () => {
  const id = await bench.openSession();
  const response = await bench.press(id, 'berhasil');
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(`http://localhost:3000/bayar/selesai?s=${id}`);
  expect(types()).toEqual(['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']);
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { isPaid: true } });
});

test('berhasil with the switch: the buyer returns first, the webhook comes after', async () => {
  bench.simulator.faults.set({ webhook: { afterRedirect: true, delayMs: 300 } });
  const id = await bench.openSession();
  const response = await bench.press(id, 'berhasil');
  expect(response.status).toBe(303);
  expect(types()).toEqual([]);
  await bench.simulator.idle();
  expect(types()).toContain('checkout.session.completed');
});

test('two clicks on berhasil, one after the other or at once, pay once', async () => {
  const id = await bench.openSession();
  const together = await Promise.all([bench.press(id, 'berhasil'), bench.press(id, 'berhasil')]);
  const later = await bench.press(id, 'berhasil');
  for (const response of [...together, later]) {
    expect(response.headers.get('location')).toBe(`http://localhost:3000/bayar/selesai?s=${id}`);
  }
  expect(bench.simulator.state.charges.size).toBe(1);
  expect(types().filter((type) => type === 'checkout.session.completed')).toHaveLength(1);
});

test('ditolak: the session stays open, the page says so, and the same session can still be paid', async () => {
  const id = await bench.openSession();
  const response = await bench.press(id, 'ditolak');
  expect(response.headers.get('location')).toBe(`/c/pay/${id}?ditolak=1`);
  expect(await (await bench.page(id, '?ditolak=1')).text()).toContain('Pembayaran ditolak oleh bank');
  expect(types()).toEqual(['charge.failed', 'payment_intent.payment_failed']);
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { status: 'open', isPaid: false } });
  await bench.press(id, 'berhasil');
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { status: 'complete', isPaid: true } });
  expect(bench.simulator.state.paymentIntents.size).toBe(1);
});

test('tertunda: complete but not paid; the money comes by itself after the set time', async () => {
  bench.simulator.faults.set({ pendingSettlesAfterMs: 300 });
  const id = await bench.openSession();
  const response = await bench.press(id, 'tertunda');
  expect(response.headers.get('location')).toContain(id);
  expect(types()).toEqual(['checkout.session.completed']);
  const waiting = { status: 'complete', isPaid: false, isProcessing: true };
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: waiting });
  await expect.poll(types, POLL).toContain('checkout.session.async_payment_succeeded');
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { isPaid: true } });
});

test('batal: back to the shop, nothing happened', async () => {
  const id = await bench.openSession();
  const response = await bench.press(id, 'batal');
  expect(response.headers.get('location')).toBe('http://localhost:3000/bayar/batal');
  expect(types()).toEqual([]);
  expect(await bench.gateway.findCheckout(id)).toMatchObject({ value: { status: 'open' } });
});

test('kedaluwarsa: the session is over, the shop is told, and it can no longer be paid', async () => {
  const id = await bench.openSession();
  await bench.press(id, 'kedaluwarsa');
  expect(types()).toEqual(['checkout.session.expired']);
  expect(await (await bench.page(id)).text()).toContain('Waktu pembayaran sudah habis');
  const late = await bench.press(id, 'berhasil');
  expect(late.headers.get('location')).toBe(`/c/pay/${id}`);
  expect(bench.simulator.state.charges.size).toBe(0);
});

test('a page left open until the time is over does not pay', async () => {
  const id = await bench.openSession();
  bench.now = new Date(bench.now.getTime() + 35 * 60_000);
  const response = await bench.press(id, 'berhasil');
  expect(response.headers.get('location')).toBe(`/c/pay/${id}`);
  expect(bench.simulator.state.charges.size).toBe(0);
  expect(types()).toEqual(['checkout.session.expired']);
});

test('sessions that nobody looks at are announced as expired too', async () => {
  await bench.openSession();
  bench.now = new Date(bench.now.getTime() + 35 * 60_000);
  bench.simulator.expireDueSessions();
  await bench.simulator.idle();
  expect(types()).toEqual(['checkout.session.expired']);
});

test('a session that is paid shows its end; unknown ids and unknown buttons are refused', async () => {
  const id = await bench.openSession();
  await bench.press(id, 'berhasil');
  const html = await (await bench.page(id)).text();
  expect(html).toContain('Pembayaran ini sudah selesai');
  expect(html).not.toContain('<form');
  expect((await bench.page('cs_test_unknown')).status).toBe(404);
  expect((await bench.press(id, 'gratis')).status).toBe(400);
  expect((await bench.press(id, 'constructor')).status).toBe(400);
});
