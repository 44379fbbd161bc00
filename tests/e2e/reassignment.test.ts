// An order goes to a sister at 360 px without scripts: one thumb asks, another says yes, the buyer reads it and says no.
import { beforeAll, expect, it } from 'vitest';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { createSisters, type Sisters } from '#tests/support/samples/sisters.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const browser = useBrowser();
const { order: words, reassignment } = textOf('id');
let sisters: Sisters;

beforeAll(async () => {
  sisters = await createSisters(site.db);
});

async function openAs(actor: Sisters['maker']['actor'] | null, path: string) {
  const [name = '', value = ''] = actor ? (await site.signIn(actor)).split(/=(.*)/) : [];
  const opened = await browser.open(actor ? { cookie: { name, value, origin: site.origin } } : {});
  await opened.page.goto(site.origin + path);
  return opened;
}

it('from the maker who cannot make it to the one who can, and back to the buyer', async () => {
  const { maker, sister, orderId, token } = sisters;
  const first = await openAs(maker.actor, href('businessOrder', { id: orderId }));
  await first.page.getByText(words.refuse.summary).click();
  await first.page.getByRole('link', { name: reassignment.askSister }).click();
  await expectAccessible(first.page);
  await first.page.getByRole('button', { name: reassignment.ask }).click();
  await first.page.getByText(reassignment.outcome.ownOpen).waitFor();

  const second = await openAs(sister.actor, href('business'));
  await second.page.getByRole('link', { name: reassignment.seeAsked }).click();
  await expectAccessible(second.page);
  await second.page.getByRole('button', { name: reassignment.agree }).click();
  await second.page.getByRole('link', { name: reassignment.openOrder }).click();
  await second.page.getByRole('button', { name: 'Sudah dibungkus' }).waitFor();

  await first.page.goto(site.origin + href('businessOrder', { id: orderId }));
  await first.page.getByText(reassignment.outcome.ownAgreed).waitFor();

  const buyer = await openAs(null, href('order', { token }));
  await buyer.page.getByText(words.passedOn.nowBy(maker.shop.name, sister.shop.name)).waitFor();
  await expectAccessible(buyer.page);
  await buyer.page.getByRole('button', { name: words.cancel }).click();
  await buyer.page.getByText(words.told.cancelled).waitFor();
  const order = await site.db.order.findUniqueOrThrow({ where: { id: orderId } });
  expect(order).toMatchObject({ status: 'cancelled', shopId: sister.shop.id, endReason: 'buyer_cancelled' });
});
