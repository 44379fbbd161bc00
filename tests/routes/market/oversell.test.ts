// Two hundred buyers press the button at once over HTTP; fifty mats are there.
import { expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { fillCart } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();

it('sells exactly fifty, answers everybody, and nobody with an error of ours', async () => {
  const { shop } = await createMaker(site.db);
  const { variant } = await createListing(site.db, shop.id, { onHand: 50 });
  const carts: string[] = [];
  for (let i = 0; i < 200; i++) carts.push(await fillCart(site.db, [{ variantId: variant.id, quantity: 1 }]));
  const answers = await Promise.all(
    carts.map((cart, index) =>
      site.post(
        '/checkout',
        {
          kunci: `oversell-key-${String(index).padStart(6, '0')}`,
          nama: 'Rina',
          telepon: '081234567890',
          bayar: 'cod',
          total: '35000',
          [`kirim-${shop.id}`]: 'pickup',
        },
        { as: `keranjang=${cart}` },
      ),
    ),
  );
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 302).length).toBe(50);
  expect(statuses.filter((status) => status === 409).length).toBe(150);
  expect(await site.db.variant.findUniqueOrThrow({ where: { id: variant.id } })).toMatchObject({
    onHand: 50,
    held: 50,
  });
  expect(await site.db.order.count()).toBe(50);
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(site.db)).toEqual([]);
});
