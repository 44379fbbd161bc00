// The pages of a shop's account: signed in just now to change it, signed in at all to take a change back.
import { expect, test } from 'vitest';
import { mustSucceed } from '#app/domain/result.ts';
import { changeBankAccount } from '#app/domain/shops/change-bank-account.server.ts';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { createMaker } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const words = textOf('id').account;
const HERS = { bank: 'BJB', rekening: '1234 5678 90', pemilik: 'Siti' };

async function signedIn() {
  const maker = await createMaker(site.db);
  const as = await site.signIn(maker.actor);
  const page = async (address: string) => (await site.fetch(address, { as })).text();
  /** As if she had signed in that long ago. */
  const age = (minutes: number) =>
    site.db.session.updateMany({
      where: { accountId: maker.actor.accountId },
      data: { createdAt: new Date(site.services.now().getTime() - minutes * 60_000) },
    });
  return { maker, as, page, age };
}

test('set, seen by its last digits, changed after a day, taken back', async () => {
  const { maker, as, page } = await signedIn();
  const shown = href('businessBankAccount');
  expect(await page(shown)).toContain(words.none);
  const set = await site.post(href('businessBankChange'), HERS, { as });
  expect(set.headers.get('location')).toBe(shown);
  expect(await page(shown)).toContain('•••• 7890');
  expect(await page(shown)).not.toContain('1234567890');
  await site.post(href('businessBankChange'), { ...HERS, rekening: '9876543210' }, { as });
  expect(await page(shown)).toContain('•••• 3210');
  expect(await page(shown)).toContain(words.withdraw);
  await site.post(shown, {}, { as });
  expect(await page(shown)).not.toContain(words.withdraw);
  expect((await site.db.shop.findUniqueOrThrow({ where: { id: maker.shop.id } })).bankName).toBe('BJB');
});

test('a phone that lies about opens no change, but a change can be taken back with it', async () => {
  const { maker, as, page, age } = await signedIn();
  const { sealer } = site.services;
  const now = site.services.now();
  const bank = { name: 'BJB', account: '1234567890', holder: 'Siti' };
  for (const account of ['1234567890', '9876543210'])
    mustSucceed(
      await changeBankAccount(site.db, { actor: maker.actor, input: { bank: { ...bank, account } }, now, sealer }),
    );
  await age(29);
  expect((await site.fetch(href('businessBankChange'), { as })).status).toBe(200);
  await age(31);
  const again = href('signIn', undefined, { lanjut: href('businessBankChange') });
  expect((await site.fetch(href('businessBankChange'), { as })).headers.get('location')).toBe(again);
  expect((await site.post(href('businessBankChange'), HERS, { as })).headers.get('location')).toBe(again);
  expect(await site.db.bankChange.count({ where: { shopId: maker.shop.id } })).toBe(2);
  expect(await page(again)).toContain(textOf('id').signIn.again);
  await site.post(href('businessBankAccount'), {}, { as });
  expect(await page(href('businessBankAccount'))).not.toContain(words.withdraw);
});

test('half an account is said at the field that is missing, with what was typed', async () => {
  const { as } = await signedIn();
  for (const [fields, field] of [
    [{}, 'bank'],
    [{ ...HERS, bank: '' }, 'bank'],
    [{ ...HERS, rekening: '' }, 'rekening'],
    [{ ...HERS, pemilik: '' }, 'pemilik'],
    [{ ...HERS, rekening: 'abc' }, 'rekening'],
  ] as const) {
    const refused = await site.post(href('businessBankChange'), fields, { as });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain(`id="${field}-error"`);
    if ('pemilik' in fields && fields.pemilik) expect(shown).toContain('value="Siti"');
  }
});

test('who has no shop yet is led to open one', async () => {
  const { maker, as } = await signedIn();
  await site.db.deliveryRate.deleteMany({ where: { shopId: maker.shop.id } });
  await site.db.shop.delete({ where: { id: maker.shop.id } });
  expect((await site.fetch(href('businessBankAccount'), { as })).headers.get('location')).toBe(href('businessShop'));
  expect((await site.fetch(href('businessBankChange'), { as })).headers.get('location')).toBe(href('businessShop'));
});
