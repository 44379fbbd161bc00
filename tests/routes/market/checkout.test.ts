// Checkout over HTTP: what is missing is said at its field, the total can be looked at first, and placing is few statements.
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { fillCart } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
/** Cart, BEGIN, stock, numbers, everything else, COMMIT. */
const MOST_STATEMENTS = 6;

async function openCheckout(options: { onHand?: number } = {}) {
  const maker = await createMaker(site.db);
  const mat = await createListing(site.db, maker.shop.id, { onHand: options.onHand ?? 5 });
  const cart = await fillCart(site.db, [{ variantId: mat.variant.id, quantity: 1 }]);
  const fields = {
    kunci: `kunci-${cart}`.slice(0, 40),
    nama: 'Rina',
    telepon: '0812 3456 7890',
    bayar: 'cod',
    total: '35000',
  };
  const send = (change: Record<string, string>) =>
    site.post('/checkout', { ...fields, ...change }, { as: `keranjang=${cart}; keranjang_isi=1` });
  return { mat, send, pickup: { [`kirim-${maker.shop.id}`]: 'pickup' }, choice: `kirim-${maker.shop.id}` };
}

describe('checkout', () => {
  it('says what is missing, keeps what was typed, places nothing', async () => {
    const { mat, send, choice } = await openCheckout();
    const wrongs: Record<string, string>[] = [{}, { [choice]: 'by-horse' }, { [choice]: 'pickup', telepon: '12' }];
    for (const wrong of wrongs) {
      const answer = await send(wrong);
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain('value="Rina"');
      expect(html).toContain('35.000');
      if (!wrong.telepon) expect(html).toContain(`href="#${choice}"`);
    }
    expect((await site.db.variant.findUniqueOrThrow({ where: { id: mat.variant.id } })).held).toBe(0);
  });

  it('shows the total first when asked to, and refuses one that is not that of now', async () => {
    const { mat, send, pickup } = await openCheckout();
    expect((await send({ ...pickup, hitung: 'ya' })).status).toBe(200);
    await site.db.variant.update({ where: { id: mat.variant.id }, data: { priceRupiah: 40_000 } });
    const answer = await send(pickup);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toMatch(/name="total" value="40000"/);
    expect((await send({ ...pickup, total: '40000' })).status).toBe(302);
  });

  it('sells the last one and says at once that there is none', async () => {
    const { mat, send, pickup } = await openCheckout({ onHand: 1 });
    expect((await send(pickup)).status).toBe(302);
    expect(await site.db.listing.findUniqueOrThrow({ where: { id: mat.listing.id } })).toMatchObject({
      isAvailable: false,
    });
  });
});

describe('statements', () => {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  afterAll(() => query.mockRestore());

  it('places an order with at most six', async () => {
    const { send, pickup } = await openCheckout();
    query.mockClear();
    expect((await send(pickup)).status).toBe(302);
    expect(query.mock.calls.length).toBeGreaterThan(0);
    expect(query.mock.calls.length).toBeLessThanOrEqual(MOST_STATEMENTS);
  });
});
