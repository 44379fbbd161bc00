// The maker's steps through the server: the code of a mat that is fetched cannot be guessed.
import { expect, test } from 'vitest';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { createAccount, createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
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

test('a third receipt shows her no question, only that the treasurer looks; finance sees why', async () => {
  const maker = await createMaker(site.db);
  await site.db.shop.update({
    where: { id: maker.shop.id },
    data: { bankAccountSealed: site.services.sealer.seal('shop.bankAccount', maker.shop.id, '1') },
  });
  const { variant } = await createListing(site.db, maker.shop.id);
  const { purchaseId, token } = mustSucceed(
    await buy(site.db, { shopId: maker.shop.id, variantId: variant.id, method: 'transfer' }),
  );
  const { id: orderId } = await site.db.order.findFirstOrThrow({ where: { purchaseId } });
  const send = async (storeKey: string) => {
    mustSucceed(
      await submitProof(site.db, { input: { token, orderId, storeKey, contentHash: storeKey }, now: NOW, sealer }),
    );
    return site.db.paymentProof.findFirstOrThrow({ where: { storeKey } });
  };
  const as = await site.signIn(maker.actor);
  const answer = async (proofId: string) =>
    site.post(href('businessOrderStep', { id: orderId }), { proofId, uang: 'belum' }, { as });
  for (const key of ['a', 'b']) await answer((await send(`${orderId}-${key}`)).id);
  const third = await send(`${orderId}-c`);
  const { finance: words } = textOf('id');
  const page = async (viewer: string, address: string) => (await site.fetch(address, { as: viewer })).text();
  expect(await page(as, href('businessOrder', { id: orderId }))).toContain(words.proof.handedOver);
  expect(await page(as, href('businessOrder', { id: orderId }))).not.toContain(words.proof.notIn);
  expect((await answer(third.id)).headers.get('location')).toContain('kabar=handedOver');
  const desk = await site.signIn(await createAccount(site.db, 'finance'));
  expect(await page(desk, href('officeProofs'))).toContain(words.proof.refusedTwice);
  expect(await page('', href('order', { token }))).toContain(textOf('id').order.told.pendingFinance);
});
