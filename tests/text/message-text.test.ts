// The texts of messages: what a provider asks of them, in both languages, and that nothing is left open in one that is sent.
import { describe, expect, it } from 'vitest';
import type { MessageContent } from '#app/domain/messages/message-kinds.ts';
import { listTemplates, messageText, wordMessage } from '#app/text/message-text.ts';

const order = { orderNumber: 'KK-2611-00042', orderId: 'id', token: 'token', language: 'en' };
const CONTENTS: readonly MessageContent[] = [
  { kind: 'signInCode', code: '123456' },
  { kind: 'purchasePlaced', purchaseNumber: 'KK-2611-00042', totalRupiah: 35_000, ...order },
  { kind: 'orderForMaker', totalRupiah: 35_000, ...order },
  { kind: 'orderReminder', ...order },
  { kind: 'orderCancelled', ...order },
  { kind: 'refundOwed', rupiah: 35_000, ...order },
  { kind: 'checkInAsked', month: '2026-10', token: 'token' },
  { kind: 'proofArrived', ...order },
  { kind: 'proofRefused', ...order },
  { kind: 'orderRefused', ...order },
  { kind: 'orderMoved', status: 'shipped', ...order },
  ...(['asked', 'changed'] as const).map((news) => ({
    ...{ kind: 'bankChange' as const, news, effectiveAt: '2026-11-25T03:00:00.000Z' },
  })),
  { kind: 'reassignmentAsked', shopName: 'Sari Keset', reassignmentId: 'id', ...order },
  ...(['agreed', 'declined'] as const).map((answer) => ({
    ...{ kind: 'reassignmentAnswered' as const, answer, shopName: 'Sari Keset', reassignmentId: 'id' },
    ...order,
  })),
  { kind: 'orderReassigned', shopName: 'Sari Keset', ...order },
  ...(['unanswered', 'late', 'proofUnread', 'proofRefused', 'proofAgain'] as const).map((why) => ({
    ...{ kind: 'orderForOfficer' as const, why, shopName: 'Sari Keset', personId: 'id' },
    orderNumber: 'KK-2611-00042',
  })),
];

describe.each(['id', 'en'] as const)('templates (%s)', (language) => {
  const templates = listTemplates(language);

  it('have names that the provider takes, and neither begin nor end with a place', () => {
    for (const { name, body, isCode } of templates) {
      expect(name).toMatch(/^[a-z][a-z_]+$/);
      if (!isCode) expect(body, name).not.toMatch(/^\{\{|\}\}$/);
    }
  });

  it('have a message for each, which fills every place', () => {
    const used = new Map(CONTENTS.map((content) => wordMessage(content, 'http://x')).map((one) => [one.template, one]));
    expect([...used.keys()].sort()).toEqual(templates.map(({ name }) => name).sort());
    for (const { name, body } of templates)
      expect(new Set(body.match(/\{\{\d\}\}/g)).size, name).toBe(used.get(name)?.values.length);
  });
});

it.each(CONTENTS.map((content) => [content.kind, content] as const))('%s is whole on the phone', (_, content) => {
  const text = messageText(content, 'https://keset.example');
  expect(text.length).toBeGreaterThan(40);
  expect(text).not.toMatch(/[{}]|undefined/);
});
