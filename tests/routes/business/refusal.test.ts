// Why a maker cannot deliver: read by the buyer and by her officer as she wrote it, and by nobody else.
import { expect, test } from 'vitest';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { messageText } from '#app/text/message-text.ts';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { createAccount, createAreas, createListing, createMaker, createOfficer, NOW } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const WORDS = 'Benang biru habis sampai bulan depan';

/** An order that waits for her answer, and who she is signed in as. */
async function confirmed() {
  const { sealer } = site.services;
  await createAreas(site.db);
  const maker = await createMaker(site.db);
  const { variant } = await createListing(site.db, maker.shop.id);
  const { purchaseId, token } = mustSucceed(await buy(site.db, { shopId: maker.shop.id, variantId: variant.id }));
  const { id } = await site.db.order.findFirstOrThrow({ where: { purchaseId } });
  mustSucceed(await confirmOrder(site.db, { input: { token, orderId: id }, now: NOW, sealer }));
  const as = await site.signIn(maker.actor);
  const refuse = (alasan: string) => site.post(href('businessOrderRefusal', { id }), { alasan }, { as });
  return { maker, token, id, as, refuse };
}
const page = async (address: string, viewer = '') => (await site.fetch(address, { as: viewer })).text();

test('what she wrote stays in the field when it cannot be sent', async () => {
  const { id, as, refuse } = await confirmed();
  expect(await page(href('businessOrder', { id }), as)).toContain(href('businessOrderRefusal', { id }));
  expect(await page(href('businessOrderRefusal', { id }), as)).toContain(textOf('id').order.refuse.hint);
  for (const typed of ['  ', 'x'.repeat(201)]) {
    const refused = await refuse(typed);
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain('id="alasan-error"');
    // What she wrote is still there, so that she can shorten it.
    if (typed.trim()) expect(shown).toContain(typed);
  }
});

test('her words reach the buyer’s page and her officer; messages, events and other screens do without', async () => {
  const { maker, token, id, as, refuse } = await confirmed();
  const officer = await createOfficer(site.db);
  const before = (await site.db.message.findMany()).map((row) => row.id);
  expect((await refuse(WORDS)).headers.get('location')).not.toContain('kabar');

  // It is over: the page leads back to the order, and a second press changes nothing.
  expect((await site.fetch(href('businessOrderRefusal', { id }), { as })).headers.get('location')).toBe(
    href('businessOrder', { id }),
  );
  expect((await refuse('lain')).status).toBe(302);

  const order = await site.db.order.findUniqueOrThrow({ where: { id } });
  expect(order).toMatchObject({ status: 'cancelled', endReason: 'maker_cannot' });
  expect(JSON.stringify(order)).not.toContain(WORDS);
  expect(JSON.stringify(await site.db.event.findMany({ where: { subjectId: id } }))).not.toContain(WORDS);
  const buyers = await page(href('order', { token }));
  expect(buyers).toContain(WORDS);
  const sisters = /"(\/produk\?[^"]*)"/.exec(buyers)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(await page(sisters)).toContain('value="40x60" selected');
  expect(await page(href('businessOrder', { id }), as)).toContain(WORDS);
  expect(await page(href('followupPerson', { id: maker.person.id }), await site.signIn(officer))).toContain(WORDS);
  const finance = await site.signIn(await createAccount(site.db, 'finance'));
  expect(await page(href('officeMoney'), finance)).not.toContain(WORDS);
  expect(await page(href('maker', { slug: maker.shop.slug }))).not.toContain(WORDS);
  const messages = (await site.db.message.findMany({ where: { id: { notIn: before } } })).map((row) => ({
    ...row,
    content: openMessage(site.services.sealer, row),
  }));
  expect(messages.map(({ kind, phone }) => [kind, phone])).toContainEqual(['orderRefused', '+6281234567890']);
  for (const { content } of messages) expect(messageText(content, 'http://x')).not.toContain(WORDS);
});
