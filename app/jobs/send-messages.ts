// Sends what is due until nothing is. What the provider does not take now is tried again later.

import { claimMessage, settleMessage, stopMessage } from '#app/domain/messages/claim-message.server.ts';
import { isUnwanted } from '#app/domain/messages/is-unwanted.server.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import type { Message } from '#app/generated/prisma/client.ts';
import type { Services } from '#app/server/context.ts';
import { wordMessage } from '#app/text/message-text.ts';
import { eachByItself } from './each-by-itself.ts';

export async function sendMessages(services: Services): Promise<void> {
  for (;;) {
    const message = await claimMessage(services.db, services.now());
    if (message === null) return;
    await eachByItself([message.id], services.log, () => send(services, message));
  }
}

async function send({ db, now, log, sealer, sender, environment }: Services, message: Message): Promise<void> {
  const { phone } = message;
  const content = openMessage(sealer, message);
  if (await isUnwanted(db, { phone, content, sealer })) return stopMessage(db, message);
  const sent = await sender.send({ id: message.id, phone, ...wordMessage(content, environment.origin) });
  if (!sent.ok) log.warn({ messageId: message.id, code: sent.code, reason: sent.reason }, 'message not sent');
  await settleMessage(db, message, sent, now());
}
