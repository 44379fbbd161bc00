// An order passed on by pages: one maker asks, the other reads and answers, the buyer sees whose mat comes and may say no.
import { expect, test } from 'vitest';
import { formatRupiah } from '#app/domain/money.ts';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { ID_OF_NOBODY } from '#tests/support/fixtures.ts';
import { askSister, createSisters, type Sisters } from '#tests/support/samples/sisters.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const words = textOf('id').reassignment;
const bought = textOf('id').order.passedOn;

async function signedIn({ maker, sister }: Sisters) {
  const [asMaker, asSister] = [await site.signIn(maker.actor), await site.signIn(sister.actor)];
  const page = async (address: string, as?: string) => (await site.fetch(address, as ? { as } : {})).text();
  return { asMaker, asSister, page };
}

test('asked, agreed, made by another: each of the three sees what it is to them', async () => {
  const sisters = await createSisters(site.db);
  const { maker, sister, orderId, token } = sisters;
  const { asMaker, asSister, page } = await signedIn(sisters);
  const orderPage = href('businessOrder', { id: orderId });
  const sistersPage = href('businessOrderSisters', { id: orderId });
  expect(await page(orderPage, asMaker)).toContain(sistersPage);
  expect(await page(sistersPage, asMaker)).toContain(sister.shop.name);

  const asked = await site.post(sistersPage, { perajin: sister.shop.id }, { as: asMaker });
  const question = asked.headers.get('location') ?? '';
  expect(await page(question, asMaker)).toContain(words.outcome.ownOpen);
  expect(await page(orderPage, asMaker)).toContain(words.waitingFor(sister.shop.name));
  expect((await site.fetch(sistersPage, { as: asMaker })).headers.get('location')).toBe(orderPage);

  for (const address of [href('business'), href('businessOrders')])
    expect(await page(address, asSister)).toContain(question);
  const read = await page(question, asSister);
  expect(read).toContain(words.askedTitle(maker.shop.name));
  expect(read).toContain(formatRupiah(70_000));
  // Who the buyer is concerns her only once the order is hers.
  expect(read).not.toContain('Rina');
  expect((await site.fetch(orderPage, { as: asSister })).status).toBe(404);

  const answer = { jawaban: 'sanggup', 'keset-40x60': sisters.mat.id };
  expect((await site.post(question, answer, { as: asSister })).headers.get('location')).toBe(question);
  expect(await page(question, asSister)).toContain(words.outcome.askedAgreed);
  expect(await page(orderPage, asSister)).toContain('Rina');
  expect((await site.fetch(orderPage, { as: asMaker })).headers.get('location')).toBe(question);
  expect(await page(question, asMaker)).toContain(words.outcome.ownAgreed);

  const buyers = await page(href('order', { token }));
  expect(buyers).toContain(bought.nowBy(maker.shop.name, sister.shop.name));
  expect(buyers).toContain(bought.mayCancel);
  expect(buyers).toContain(bought.happened);
  await site.post(href('orderCancellation', { token }), { orderId });
  expect(await page(href('order', { token }))).not.toContain(bought.mayCancel);
});

test('a mat that is gone, money that is not there yet, nobody chosen: said kindly, and nothing moves', async () => {
  const sisters = await createSisters(site.db, { method: 'transfer' });
  const { asMaker, asSister, page } = await signedIn(sisters);
  const sistersPage = href('businessOrderSisters', { id: sisters.orderId });
  for (const [fields, status] of [
    [{}, 422],
    [{ perajin: 'x' }, 422],
    [{ perajin: ID_OF_NOBODY }, 409],
    [{ perajin: sisters.maker.shop.id }, 409],
  ] as const) {
    const refused = await site.post(sistersPage, fields, { as: asMaker });
    expect(refused.status).toBe(status);
    expect(await refused.text()).toContain('role="alert"');
  }
  const question = href('businessReassignment', { id: await askSister(site.db, sisters) });
  const mat = { 'keset-40x60': sisters.mat.id };
  for (const [fields, sentence] of [
    [{ jawaban: 'sanggup', ...mat }, textOf('id').form.required],
    [{ jawaban: 'sanggup', uang: 'ya' }, textOf('id').form.chooseMat],
    [{ jawaban: 'sanggup', uang: 'ya', 'keset-40x60': sisters.variant.id }, textOf('id').form.chooseMat],
  ] as const) {
    const refused = await site.post(question, fields, { as: asSister });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(sentence);
  }
  await site.db.variant.update({ where: { id: sisters.mat.id }, data: { onHand: 0 } });
  expect(await page(question, asSister)).toContain(words.matGone);
  expect(await site.db.order.findUniqueOrThrow({ where: { id: sisters.orderId } })).toMatchObject({
    ...{ status: 'confirmed', shopId: sisters.maker.shop.id },
  });
});

test('money transferred to the first maker is on both their pages', async () => {
  const sisters = await createSisters(site.db, { method: 'transfer' });
  const { asMaker, asSister, page } = await signedIn(sisters);
  const question = href('businessReassignment', { id: await askSister(site.db, sisters) });
  const { totalRupiah } = await site.db.order.findUniqueOrThrow({ where: { id: sisters.orderId } });
  const rupiah = formatRupiah(totalRupiah);
  expect(await page(question, asSister)).toContain(words.moneyFirst(sisters.maker.shop.name, rupiah));
  await site.post(question, { jawaban: 'sanggup', uang: 'ya', 'keset-40x60': sisters.mat.id }, { as: asSister });
  expect(await page(question, asMaker)).toContain(words.giveMoney(sisters.sister.shop.name, rupiah));
});

test('no: the order stays, the list is empty, the question is over', async () => {
  const sisters = await createSisters(site.db);
  const { asMaker, asSister, page } = await signedIn(sisters);
  const question = href('businessReassignment', { id: await askSister(site.db, sisters) });
  await site.post(question, { jawaban: 'tidak' }, { as: asSister });
  expect(await page(question, asSister)).toContain(words.outcome.askedDeclined);
  expect(await page(question, asMaker)).toContain(words.outcome.ownDeclined);
  const again = await page(href('businessOrderSisters', { id: sisters.orderId }), asMaker);
  expect(again).toContain(words.noSisters);
  expect(await page(href('businessOrders'), asSister)).not.toContain(question);
  const late = await site.post(question, { jawaban: 'sanggup', 'keset-40x60': sisters.mat.id }, { as: asSister });
  expect(late.status).toBe(409);
});
