// The words of a message, as it arrives on a phone. Makers are written to in Indonesian, buyers in their language. The texts have
// numbered places, because a provider keeps them, approved beforehand, and is sent only what fills them.

import { formatInstant, formatMonth } from '#app/domain/dates.ts';
import type { MessageContent } from '#app/domain/messages/message-kinds.ts';
import type { WordedMessage } from '#app/domain/messages/message-sender.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { href } from '#app/urls.ts';
import { type Language, textFor, textOf } from './text.ts';

export type Wording = Omit<WordedMessage, 'id' | 'phone'>;

/** Which text it is, and what fills its places in order; `origin` is what links begin with. */
export function wordMessage(content: MessageContent, origin: string): Wording {
  const language = 'language' in content && content.language === 'en' ? 'en' : 'id';
  const variant = variantOf(content);
  return {
    template: templateName(content.kind, variant),
    language,
    isCode: content.kind === 'signInCode',
    values: valuesOf(content, origin, language),
  };
}

/** Kinds that have several texts say which. */
function variantOf(content: MessageContent): string | null {
  if (content.kind === 'orderForOfficer') return content.why;
  if (content.kind === 'bankChange') return content.news;
  return content.kind === 'reassignmentAnswered' ? content.answer : null;
}

export function messageText(content: MessageContent, origin: string): string {
  const { template, language, values } = wordMessage(content, origin);
  const body = listTemplates(language).find(({ name }) => name === template)?.body ?? '';
  return body.replace(/\{\{(\d)\}\}/g, (place, number: string) => values[Number(number) - 1] ?? place);
}

export interface MessageTemplate {
  readonly name: string;
  readonly body: string;
  readonly isCode: boolean;
}

/** Every text with its places, as the provider has to know it. It says who writes, and so never ends with a place. */
export function listTemplates(language: Language): MessageTemplate[] {
  const { signature, ...texts } = textOf(language).message;
  return Object.entries(texts).flatMap(([kind, text]): MessageTemplate[] => {
    if (kind === 'signInCode') return [{ name: templateName(kind, null), body: String(text), isCode: true }];
    const variants = typeof text === 'string' ? [[null, text] as const] : Object.entries(text);
    return variants.map(([variant, body]) => ({
      name: templateName(kind, variant),
      body: `${body}\n${signature}`,
      isCode: false,
    }));
  });
}

/** `orderForOfficer`, `late` -> `order_for_officer_late`: the provider wants small letters and underscores. */
function templateName(kind: string, variant: string | null): string {
  return [kind, variant]
    .filter((part) => part !== null)
    .join('_')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/^/, 'keset_');
}

function toBuyer({ token }: { token: string }, origin: string): string {
  return `${origin}${href('order', { token })}`;
}

function toMaker({ orderId }: { orderId: string }, origin: string): string {
  return `${origin}${href('businessOrder', { id: orderId })}`;
}

function valuesOf(content: MessageContent, origin: string, language: Language): readonly string[] {
  switch (content.kind) {
    case 'signInCode':
      return [content.code];
    case 'purchasePlaced':
      return [content.purchaseNumber, formatRupiah(content.totalRupiah), toBuyer(content, origin)];
    case 'orderForMaker':
      return [content.orderNumber, formatRupiah(content.totalRupiah), toMaker(content, origin)];
    case 'orderReminder':
    case 'orderCancelled':
    case 'proofArrived':
      return [content.orderNumber, toMaker(content, origin)];
    case 'refundOwed':
      return [content.orderNumber, formatRupiah(content.rupiah), toBuyer(content, origin)];
    case 'checkInAsked':
      return [formatMonth(content.month), `${origin}${href('checkInLink', { token: content.token })}`];
    case 'orderRefused':
    case 'proofRefused':
      return [content.orderNumber, toBuyer(content, origin)];
    case 'orderForOfficer':
      return [content.orderNumber, content.shopName, `${origin}${href('followupPerson', { id: content.personId })}`];
    case 'bankChange':
      return [formatInstant(new Date(content.effectiveAt)), `${origin}${href('businessBankAccount')}`];
    case 'reassignmentAsked':
    case 'reassignmentAnswered':
      return [
        ...[content.orderNumber, content.shopName],
        `${origin}${href('businessReassignment', { id: content.reassignmentId })}`,
      ];
    case 'orderReassigned':
      return [content.orderNumber, content.shopName, toBuyer(content, origin)];
    case 'orderMoved':
      return [content.orderNumber, textFor(textOf(language).order.status, content.status), toBuyer(content, origin)];
  }
}
