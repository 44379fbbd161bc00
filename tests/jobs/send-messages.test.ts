// Messages on their way: once each, again when the provider is away, never a code that nobody can use any more.
import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageContent } from '#app/domain/messages/message-kinds.ts';
import type { Sent, WordedMessage } from '#app/domain/messages/message-sender.ts';
import { queueMessage } from '#app/domain/messages/queue-message.server.ts';
import { sendMessages } from '#app/jobs/send-messages.ts';
import { NOW } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const PHONE = '+6281234567890';
const reminder: MessageContent = { kind: 'orderReminder', orderNumber: 'KK-2611-00042', orderId: 'x' };
const AWAY: Sent = { ok: false, code: 'unavailable', reason: '500/131000' };
const given: WordedMessage[] = [];
let answer: (message: WordedMessage) => Sent | Promise<Sent>;

beforeEach(async () => {
  await site.db.message.deleteMany();
  given.length = 0;
  site.now = NOW;
  answer = () => ({ ok: true, providerId: `wamid.${given.length}` });
});

const queue = (content: MessageContent = reminder, more: { expiresAt?: Date; isAnswer?: boolean } = {}) =>
  queueMessage(site.db, { phone: PHONE, content, now: site.now, sealer: site.services.sealer, ...more });
const send = (services = site.services) =>
  sendMessages({
    ...services,
    sender: {
      async send(message) {
        given.push(message);
        return answer(message);
      },
    },
  });
const wait = (minutes: number) => {
  site.now = new Date(site.now.getTime() + minutes * 60_000);
};
const states = async () =>
  (await site.db.message.findMany({ orderBy: { id: 'asc' } })).map(({ status, failure }) => `${status} ${failure}`);

describe('sendMessages', () => {
  it('sends each once, worded, though two processes send', async () => {
    for (let count = 0; count < 6; count += 1) await queue();
    await Promise.all([send(), send()]);
    await send();
    expect(given).toHaveLength(6);
    expect(given[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      phone: PHONE,
      template: 'keset_order_reminder',
      language: 'id',
      values: ['KK-2611-00042', `${site.origin}/usaha/pesanan/x`],
      isCode: false,
    });
    expect(new Set((await site.db.message.findMany()).map(({ providerId }) => providerId)).size).toBe(6);
  });

  it('tries again while the provider is away, more and more rarely, and gives up after two hours', async () => {
    await queue();
    answer = () => AWAY;
    const tries: number[] = [];
    for (let minute = 0; minute < 300; minute += 1) {
      await send();
      if (given.length > tries.length) tries.push(minute);
      wait(1);
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
    expect(await states()).toEqual(['failed 500/131000']);
  });

  it('does not try again what will never be taken, and goes on with the others', async () => {
    await queue();
    await queue();
    answer = () =>
      given.length === 1 ? { ok: false, code: 'rejected', reason: '400/131026' } : { ok: true, providerId: 'wamid' };
    await send();
    wait(60);
    await send();
    expect(given).toHaveLength(2);
    expect(await states()).toEqual(['failed 400/131026', 'sent null']);
  });

  it('one that was being sent when the process died is sent by the next, after a while', async () => {
    await queue();
    answer = () => {
      throw new Error('planted: the process dies here');
    };
    await send();
    answer = () => ({ ok: true, providerId: 'wamid' });
    wait(1);
    await send();
    expect(await states()).toEqual(['queued null']);
    wait(1);
    await send();
    expect(await states()).toEqual(['sent null']);
  });

  it('a code passes all that waited before it', async () => {
    await queue();
    wait(1);
    await queue({ kind: 'signInCode', code: '123456' }, { expiresAt: new Date(site.now.getTime() + 300_000) });
    await send();
    expect(given.map(({ template }) => template)).toEqual(['keset_sign_in_code', 'keset_order_reminder']);
  });

  it('a code goes at night, and not once it is of no use; all else waits for the morning', async () => {
    site.now = new Date('2026-11-24T20:00:00Z');
    const expiresAt = new Date(site.now.getTime() + 300_000);
    await queue({ kind: 'signInCode', code: '123456' }, { expiresAt });
    await queue();
    answer = () => AWAY;
    await send();
    expect(given.map(({ template }) => template)).toEqual(['keset_sign_in_code']);
    wait(5);
    answer = () => ({ ok: true, providerId: 'wamid' });
    await send();
    expect(await states()).toEqual(['expired 500/131000', 'queued null']);
    wait(4 * 60);
    await send();
    expect(given.map(({ template }) => template)).toEqual(['keset_sign_in_code', 'keset_order_reminder']);
  });

  it('what answers the receiver herself goes at night too', async () => {
    site.now = new Date('2026-11-24T20:00:00Z');
    await queue(reminder, { isAnswer: true });
    await send();
    expect(await states()).toEqual(['sent null']);
  });

  it('news of the day that could not be sent does not ring at night: it is tried again in the morning', async () => {
    site.now = new Date('2026-11-24T12:59:00Z'); // 19.59 WIB
    await queue();
    await queue({ kind: 'purchasePlaced', language: 'id', purchaseNumber: 'KP-1', token: 't', totalRupiah: 35_000 });
    answer = () => AWAY;
    await send();
    answer = () => ({ ok: true, providerId: 'wamid' });
    wait(5);
    await send();
    expect(await states()).toEqual(['queued 500/131000', 'sent null']);
    wait(11 * 60);
    await send();
    expect(await states()).toEqual(['sent null', 'sent null']);
  });
});
