// The words of a message, as it arrives on a phone. Makers are written to in Indonesian, buyers in their language.

import { formatMonth } from '#app/domain/dates.ts';
import type { MessageContent } from '#app/domain/messages/message-kinds.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { href } from '#app/urls.ts';
import { type Language, type Text, textFor, textOf } from './text.ts';

export function messageText(content: MessageContent, origin: string): string {
  const language: Language = 'language' in content && content.language === 'en' ? 'en' : 'id';
  return write(content, origin, textOf(language));
}

function toBuyer({ token }: { token: string }, origin: string): string {
  return `${origin}${href('order', { token })}`;
}

function toMaker({ orderId }: { orderId: string }, origin: string): string {
  return `${origin}${href('businessOrder', { id: orderId })}`;
}

function write(content: MessageContent, origin: string, { message, order }: Text): string {
  switch (content.kind) {
    case 'signInCode':
      return message.signInCode(content.code);
    case 'purchasePlaced':
      return message.purchasePlaced(
        content.purchaseNumber,
        formatRupiah(content.totalRupiah),
        toBuyer(content, origin),
      );
    case 'orderForMaker':
      return message.orderForMaker(content.orderNumber, formatRupiah(content.totalRupiah), toMaker(content, origin));
    case 'orderReminder':
      return message.orderReminder(content.orderNumber, toMaker(content, origin));
    case 'orderCancelled':
      return message.orderCancelled(content.orderNumber, toMaker(content, origin));
    case 'refundOwed':
      return message.refundOwed(content.orderNumber, formatRupiah(content.rupiah), toBuyer(content, origin));
    case 'checkInAsked':
      return message.checkInAsked(
        formatMonth(content.month),
        `${origin}${href('checkInLink', { token: content.token })}`,
      );
    case 'proofArrived':
      return message.proofArrived(content.orderNumber, toMaker(content, origin));
    case 'proofRefused':
      return message.proofRefused(content.orderNumber, toBuyer(content, origin));
    case 'orderForOfficer':
      return message.orderForOfficer[content.why](
        content.orderNumber,
        content.shopName,
        `${origin}${href('followupPerson', { id: content.personId })}`,
      );
    case 'orderRefused':
      return message.orderRefused(content.orderNumber, content.words, toBuyer(content, origin));
    case 'orderMoved':
      return message.orderMoved(content.orderNumber, textFor(order.status, content.status), toBuyer(content, origin));
  }
}
