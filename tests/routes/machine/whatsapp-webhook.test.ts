// The webhook's door over HTTP: reports in every order, forgers, what is not ours, and the words of a telephone.
import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageContent } from '#app/domain/messages/message-kinds.ts';
import { queueMessage } from '#app/domain/messages/queue-message.server.ts';
import { sendMessages } from '#app/jobs/send-messages.ts';
import { createWhatsAppSender } from '#app/services/messages/whatsapp-sender.ts';
import { href } from '#app/urls.ts';
import { sign, useWhatsApp, WHATSAPP_KEYS } from '#tests/services/messages/whatsapp-double.ts';
import { createPerson, NOW } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite({ settings: WHATSAPP_KEYS });
const phones = useWhatsApp(site);
const without = useSite();
const PHONE = '+6281234567890';
const REMINDER: MessageContent = { kind: 'orderReminder', orderNumber: 'KK-2611-00042', orderId: 'x' };
const BUYER = { language: 'id', orderNumber: 'KK-2611-00042', token: 'nobody' };

beforeEach(async () => {
  await site.db.message.deleteMany();
  await site.db.messageStop.deleteMany();
});

async function send(content: MessageContent = REMINDER, phone: string | null = PHONE) {
  const { services } = site;
  const row = { phone, content, now: site.now, sealer: services.sealer };
  await queueMessage(site.db, row);
  const account = { apiAddress: phones.address, token: 'EAAG-the-token-of-our-user', phoneId: '106540352242922' };
  await sendMessages({ ...services, sender: createWhatsAppSender(account) });
  return phones.taken.at(-1) ?? { wamid: '', ours: '', to: '' };
}
const state = async () => {
  const row = await site.db.message.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return `${row.status} ${row.failure}`;
};

describe('a report', () => {
  const UNDELIVERED = 'failed report/131026';
  it.each([
    ['delivered', ['sent', 'delivered'], 'delivered null'],
    ['read alone: the report of the delivery was lost', ['read'], 'delivered null'],
    ['the same twice', ['delivered', 'delivered'], 'delivered null'],
    ['the wrong way round', ['read', 'delivered', 'sent'], 'delivered null'],
    ['failed, twice', ['failed', 'failed'], UNDELIVERED],
    ['failed, and then told that it was sent', ['failed', 'sent'], UNDELIVERED],
    ['failed on a second telephone, after the first showed it', ['delivered', 'failed'], 'delivered null'],
    ['failed on one telephone, before the other showed it', ['failed', 'delivered'], 'delivered null'],
    ['only sent', ['sent'], 'sent null'],
  ] as const)('%s', async (_, statuses, expected) => {
    for (const isNamed of [true, false]) {
      const message = await send();
      for (const status of statuses) expect((await phones.report(message, status, { isNamed })).status).toBe(200);
      expect(await state()).toBe(expected);
    }
  });

  it('that is quicker than our own note is not lost, and the message is not sent again', async () => {
    const row = { phone: PHONE, content: REMINDER, now: site.now, sealer: site.services.sealer };
    await queueMessage(site.db, row);
    const { id: ours } = await site.db.message.findFirstOrThrow();
    await phones.report({ wamid: 'wamid.early', ours, to: PHONE }, 'delivered');
    const before = phones.taken.length;
    await sendMessages(site.services);
    expect([await state(), phones.taken.length]).toEqual(['delivered null', before]);
  });

  it('of a failure is counted by kind and reason, without the telephone', async () => {
    await phones.report(await send(), 'failed', { code: 131_049 });
    const figures = await (await site.fetch('/metrics')).text();
    expect(figures).toContain('messages_failed_last_day{kind="orderReminder",reason="report/131049"} 1');
    expect(figures).not.toContain('81234567890');
  });

  it('that is forged, unsigned or altered changes nothing', async () => {
    const message = await send();
    const value = { statuses: [{ id: message.wamid, status: 'delivered' }] };
    for (const signature of ['', 'sha256=00', sign('another body'), sign('{}', 'another secret')])
      expect((await phones.post(value, { signature })).status).toBe(400);
    const unsigned = await site.fetch(href('whatsAppWebhook'), { method: 'POST', body: '{}' });
    expect([unsigned.status, await state()]).toEqual([400, 'sent null']);
  });

  it('of what we do not know is taken and forgotten, and takes nothing from the others', async () => {
    const message = await send();
    const ours = { id: message.wamid, status: 'delivered', timestamp: '1' };
    const theirs = [{ id: 'wamid.theirs', status: 'failed' }, 'nonsense', { id: 7 }, { id: 'x', status: 'warming' }];
    expect((await phones.post({ statuses: [ours] }, { object: 'page' })).status).toBe(200);
    expect((await phones.post({ event: 'FLAGGED' })).status).toBe(200);
    const body = 'not json';
    const headers = { 'X-Hub-Signature-256': sign(body) };
    expect((await site.fetch(href('whatsAppWebhook'), { method: 'POST', body, headers })).status).toBe(200);
    expect(await state()).toBe('sent null');
    expect((await phones.post({ statuses: [...theirs, ours] })).status).toBe(200);
    expect(await state()).toBe('delivered null');
  });

  it('of more than three megabytes is not read', async () => {
    expect((await phones.post({ statuses: ['x'.repeat(2 * 1024 * 1024)] })).status).toBe(200);
    expect((await phones.post({ statuses: ['x'.repeat(3 * 1024 * 1024)] })).status).toBe(413);
  });
});

describe('the question whether the address is ours', () => {
  const ask = async (mode: string, token: string, at = site) => {
    const query = new URLSearchParams({ 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': '1158201444' });
    const answer = await at.fetch(`${href('whatsAppWebhook')}?${query}`);
    return `${answer.status} ${await answer.text()}`;
  };
  it('is answered to who knows our word', async () => {
    expect(await ask('subscribe', WHATSAPP_KEYS.WHATSAPP_VERIFY_TOKEN)).toBe('200 1158201444');
    expect(await ask('subscribe', 'another-word-of-same-size-x')).toBe('403 ');
    expect(await ask('subscribe', '')).toBe('403 ');
    expect(await ask('unsubscribe', WHATSAPP_KEYS.WHATSAPP_VERIFY_TOKEN)).toBe('403 ');
  });
  it('finds nothing where no account is', async () => {
    expect(await ask('subscribe', WHATSAPP_KEYS.WHATSAPP_VERIFY_TOKEN, without)).toMatch(/^404/);
    expect((await without.post(href('whatsAppWebhook'), {})).status).toBe(404);
  });
});

describe('a word', () => {
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  const moved = () => send({ kind: 'orderMoved', status: 'ready', ...BUYER });
  const text = '6281234567890';

  it('STOP ends the news of a telephone, in any dress; a code still comes; MULAI brings them back', async () => {
    for (const [index, word] of ['STOP', ' stop. ', 'Berhenti!'].entries()) {
      await phones.say(text, word, later(index * 2));
      await moved();
      expect(await state()).toBe('stopped null');
      await send({ kind: 'signInCode', code: '123456' });
      expect(await state()).toBe('sent null');
      await phones.say(text, 'MULAI', later(index * 2 + 1));
      await moved();
      expect(await state()).toBe('sent null');
    }
  });

  it('the newest counts, whenever it arrives', async () => {
    await phones.say(text, 'stop', later(1));
    await phones.say(text, 'mulai', later(2));
    await phones.say(text, 'stop', later(1));
    await moved();
    expect(await state()).toBe('sent null');
  });

  it('takes back the consent of a woman, once; wanting news again gives none', async () => {
    const { id: personId, phone } = await createPerson(site.db);
    const from = (phone ?? '').slice(1);
    await phones.say(from, 'STOP', later(1));
    await phones.say(from, 'STOP', later(1));
    await phones.say(from, 'MULAI', later(2));
    const acts = await site.db.consent.findMany({ where: { personId } });
    expect(acts).toMatchObject([{ purpose: 'whatsapp', isGiven: false, channel: 'whatsapp', witness: null }]);
    await send(REMINDER, phone);
    expect(await state()).toBe('stopped null');
  });

  it('that wants news leaves a yes as it is', async () => {
    const { id: personId, phone } = await createPerson(site.db);
    const yes = { purpose: 'whatsapp', isGiven: true, channel: 'app', textVersion: 'x', actedAt: NOW };
    await site.db.consent.create({ data: { personId, ...yes } });
    await phones.say((phone ?? '').slice(1), 'MULAI', later(1));
    expect(await site.db.consent.count({ where: { personId } })).toBe(1);
  });

  it('an old STOP that is told once more does not take back a yes that came after it', async () => {
    const { id: personId, phone } = await createPerson(site.db);
    await phones.say((phone ?? '').slice(1), 'STOP', later(1));
    const yes = { purpose: 'whatsapp', isGiven: true, channel: 'app', textVersion: 'x', actedAt: later(5) };
    await site.db.consent.create({ data: { personId, ...yes } });
    await phones.say((phone ?? '').slice(1), 'STOP', later(1));
    expect(await site.db.consent.count({ where: { personId } })).toBe(2);
  });

  it('that is no such word is not kept', async () => {
    for (const word of ['Tolong stop bus di depan', 'ya', '']) await phones.say(text, word, later(1));
    await phones.post({ messages: [{ from: text, id: 'x', timestamp: '1', type: 'image', image: { id: '1' } }] });
    expect(await site.db.messageStop.count()).toBe(0);
  });
});
