// The outbox of the demonstration, worded as the phones would show it.
import { formatInstant } from '#app/domain/dates.ts';
import { listNewestMessages } from '#app/domain/messages/message-queries.server.ts';
import type { RequestContext } from '#app/server/context.ts';
import { messageText } from '#app/text/message-text.ts';
import type { Language } from '#app/text/text.ts';

export async function readOutbox({ db, sealer, now, environment }: RequestContext, language: Language = 'id') {
  const messages = await listNewestMessages(db, { sealer, now: now() });
  return messages.map((message) => ({
    id: message.id,
    phone: message.phone,
    kind: message.content.kind,
    at: formatInstant(message.createdAt, language),
    waitsUntil: message.waitsUntil && formatInstant(message.waitsUntil, language),
    isStopped: message.isStopped,
    text: messageText(message.content, environment.origin),
  }));
}
