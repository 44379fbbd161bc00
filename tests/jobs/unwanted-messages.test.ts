// Who does not want to be written to is not, also when she says so while a message waits for the morning. A code is always sent.
import { beforeEach, expect, it } from 'vitest';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import type { MessageContent } from '#app/domain/messages/message-kinds.ts';
import { queueMessage } from '#app/domain/messages/queue-message.server.ts';
import { chooseNews } from '#app/domain/purchases/choose-news.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { sendMessages } from '#app/jobs/send-messages.ts';
import { createListing, createMaker, createPerson, NOW, SYSTEM } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const NIGHT = new Date('2026-11-20T14:00:00Z'); // 21.00 WIB
const MORNING = new Date('2026-11-21T00:00:00Z'); // 07.00 WIB

beforeEach(async () => {
  await site.db.message.deleteMany();
  site.now = NIGHT;
});

const queue = (phone: string | null, content: MessageContent) =>
  queueMessage(site.db, { phone, content, now: site.now, sealer: site.services.sealer });
const states = async () =>
  (await site.db.message.findMany({ orderBy: { id: 'asc' } })).map(({ kind, status }) => `${kind} ${status}`);
const say = async (personId: string, isGiven: boolean, now: Date) => {
  const words = { purpose: 'whatsapp', channel: 'spoken', witness: 'Bu RT', language: 'id' } as const;
  mustSucceed(await recordConsent(site.db, { actor: SYSTEM, input: { personId, isGiven, ...words }, now }));
};
const ORDER = { orderNumber: 'KK-2611-00042', orderId: 'x' };

it('a woman who took back her consent in the evening hears no news in the morning, and still gets her code', async () => {
  const { id, phone } = await createPerson(site.db);
  await say(id, true, NOW);
  await queue(phone, { kind: 'orderForMaker', ...ORDER, totalRupiah: 35_000 });
  await queue(phone, { kind: 'checkInAsked', month: '2026-10', token: 'x' });
  await say(id, false, NIGHT);
  await queue(phone, { kind: 'signInCode', code: '123456' });
  site.now = MORNING;
  await sendMessages(site.services);
  expect(await states()).toEqual(['orderForMaker stopped', 'checkInAsked stopped', 'signInCode sent']);
});

it('a woman who was never asked, or who says yes again, hears of her orders', async () => {
  const never = await createPerson(site.db);
  const again = await createPerson(site.db);
  await say(again.id, false, NOW);
  await say(again.id, true, NIGHT);
  for (const { phone } of [never, again]) await queue(phone, { kind: 'orderReminder', ...ORDER });
  site.now = MORNING;
  await sendMessages(site.services);
  expect(await states()).toEqual(['orderReminder sent', 'orderReminder sent']);
});

it('a buyer stops the news of one purchase on its page, and of no other; and wants them again', async () => {
  const { shop } = await createMaker(site.db);
  const { variant } = await createListing(site.db, shop.id);
  const bought = await Promise.all([1, 2].map(() => buy(site.db, { shopId: shop.id, variantId: variant.id })));
  const [token = '', other = ''] = bought.map((each) => mustSucceed(each).token);
  await site.db.message.deleteMany();
  const moved = (of: string) =>
    queue('+6281234567890', { kind: 'orderMoved', language: 'id', orderNumber: 'x', token: of, status: 'ready' });
  await moved(token);
  await moved(other);
  mustSucceed(await chooseNews(site.db, { input: { token, isWanted: false }, now: NIGHT }));
  site.now = MORNING;
  await sendMessages(site.services);
  expect(await states()).toEqual(['orderMoved stopped', 'orderMoved sent']);
  mustSucceed(await chooseNews(site.db, { input: { token, isWanted: true }, now: MORNING }));
  await moved(token);
  await sendMessages(site.services);
  expect((await states()).at(-1)).toBe('orderMoved sent');
});
