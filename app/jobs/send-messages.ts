// Sends what is queued, once each. Without a provider a message is 'sent' to the outbox, where the demonstration shows it.
import { claimMessages } from '#app/domain/messages/claim-messages.server.ts';
import type { Services } from '#app/server/context.ts';

export async function sendMessages({ db, now, log }: Services): Promise<void> {
  const sent = await claimMessages(db, now());
  if (sent > 0) log.info({ sent }, 'messages put in the outbox');
}
