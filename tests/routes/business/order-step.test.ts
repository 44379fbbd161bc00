// The maker's steps through the server: the code of a mat that is fetched cannot be guessed.
import { expect, test } from 'vitest';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { href } from '#app/urls.ts';
import { createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();

test('ten codes an hour, then not even the right one', async () => {
  const maker = await createMaker(site.db);
  const as = await site.signIn(maker.actor);
  const ready = async () => {
    const { variant } = await createListing(site.db, maker.shop.id);
    const { purchaseId, token } = mustSucceed(await buy(site.db, { shopId: maker.shop.id, variantId: variant.id }));
    const order = await site.db.order.findFirstOrThrow({ where: { purchaseId } });
    mustSucceed(await confirmOrder(site.db, { input: { token, orderId: order.id }, now: NOW, sealer }));
    mustSucceed(
      await stepOrder(site.db, { actor: maker.actor, input: { orderId: order.id, step: 'pack' }, now: NOW, sealer }),
    );
    return order;
  };
  const guessed = await ready();
  const hand = ({ id }: { id: string }, kode: string) =>
    site.post(href('businessOrderStep', { id }), { langkah: 'handOver', kode }, { as });
  const statuses: number[] = [];
  for (let i = 0; i < 11; i++) statuses.push((await hand(guessed, '00')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 302), 429]);
  expect((await hand(guessed, guessed.pickupCode ?? '')).status).toBe(429);
  expect((await site.db.order.findUniqueOrThrow({ where: { id: guessed.id } })).status).toBe('ready');
  const other = await ready();
  const told = (kabar: string) => site.fetch(href('businessOrder', { id: other.id }, { kabar }), { as });
  expect(await (await told('wrongCode')).text()).toContain('role="alert"');
  expect(await (await told('toString')).text()).not.toContain('role="alert"');
  expect((await hand(other, other.pickupCode ?? '')).status).toBe(302);
  expect((await site.db.order.findUniqueOrThrow({ where: { id: other.id } })).status).toBe('delivered');
});
