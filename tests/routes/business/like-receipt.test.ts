// A receipt that was sent for another order, saved anew: taken, and whoever reads it is told to look twice.
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { mustSucceed } from '#app/domain/result.ts';
import { href } from '#app/urls.ts';
import { createAccount, createListing, createMaker } from '#tests/support/fixtures.ts';
import { drawReceipt } from '#tests/support/samples/receipts.ts';
import { buy } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const FACTS = { time: '10:12:44', amount: 'Rp 34.877', to: 'SITI AMINAH', reference: '830112447301' };
const NOTE = 'mirip bukti pesanan lain';

/** A new shop's order by transfer, its receipt sent; the page on which its maker reads it. */
async function sendReceipt(picture: Buffer): Promise<string> {
  const { shop, actor } = await createMaker(site.db);
  const bankAccountSealed = site.services.sealer.seal('shop.bankAccount', shop.id, '1');
  await site.db.shop.update({ where: { id: shop.id }, data: { bankAccountSealed } });
  const { variant } = await createListing(site.db, shop.id);
  const input = { shopId: shop.id, variantId: variant.id, method: 'transfer' } as const;
  const { token, purchaseId } = mustSucceed(await buy(site.db, input));
  const { id: orderId } = await site.db.order.findFirstOrThrow({ where: { purchaseId } });
  const form = new FormData();
  form.set('orderId', orderId);
  form.set('bukti', new File([new Uint8Array(picture)], 'bukti.png'));
  const sent = await site.post(href('orderProof', { token }), form);
  expect([sent.status, sent.headers.get('Location')]).toEqual([302, href('order', { token })]);
  const page = await site.fetch(href('businessOrder', { id: orderId }), { as: await site.signIn(actor) });
  return page.text();
}

it('says so to the maker and to finance, and of another receipt of the same bank says nothing', async () => {
  const receipt = await drawReceipt(FACTS);
  const finance = await site.signIn(await createAccount(site.db, 'finance'));
  const desk = async () => (await site.fetch(href('officeProofs'), { as: finance })).text();
  const other = { ...FACTS, time: '14:31:02', amount: 'Rp 84.123', reference: '830119553048' };
  for (const picture of [receipt, await drawReceipt(other)]) expect(await sendReceipt(picture)).not.toContain(NOTE);
  expect(await desk()).not.toContain(NOTE);
  const forwarded = await sharp(receipt).resize({ width: 738 }).jpeg({ quality: 60 }).toBuffer();
  expect(await sendReceipt(forwarded)).toContain(NOTE);
  expect((await desk()).split(NOTE)).toHaveLength(3); // both of the two that are alike
});
