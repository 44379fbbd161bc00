// The button on the buyer's page: stops the messages, brings them back, each once; a link that is no more changes nothing.
import { expect, it } from 'vitest';
import { mustSucceed } from '#app/domain/result.ts';
import { href } from '#app/urls.ts';
import { createListing, createMaker, NOW } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();

it('stops, twice as once, and wants again', async () => {
  const { shop } = await createMaker(site.db);
  const { variant } = await createListing(site.db, shop.id);
  const { token, purchaseId } = mustSucceed(await buy(site.db, { shopId: shop.id, variantId: variant.id }));
  const press = async (kirim: 'ya' | 'tidak') => {
    const answer = await site.post(href('orderNews', { token }), { kirim });
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, href('order', { token })]);
    return (await site.fetch(href('order', { token }))).text();
  };
  const stopped = 'tidak dikirim lagi ke WhatsApp';
  expect(await press('tidak')).toContain(stopped);
  const since = await site.db.purchase.findUniqueOrThrow({ where: { id: purchaseId } });
  site.now = new Date(NOW.getTime() + 60_000);
  await press('tidak');
  expect(await site.db.purchase.findUniqueOrThrow({ where: { id: purchaseId } })).toEqual(since);
  expect(await press('ya')).not.toContain(stopped);
  const told = await site.db.event.findMany({ where: { subjectId: purchaseId }, orderBy: { id: 'asc' } });
  expect(told.map(({ kind, actorKind }) => `${kind} ${actorKind}`)).toEqual([
    'purchase.news_stopped buyer',
    'purchase.news_wanted buyer',
  ]);
  await site.db.purchase.update({ where: { id: purchaseId }, data: { linkRevokedAt: NOW } });
  expect((await site.post(href('orderNews', { token }), { kirim: 'tidak' })).status).toBe(404);
  expect((await site.db.purchase.findUniqueOrThrow({ where: { id: purchaseId } })).newsStoppedAt).toBeNull();
});
