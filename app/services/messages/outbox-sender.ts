// No provider: a message is kept in the outbox, where the demonstration shows it, and goes nowhere.
import type { MessageSender } from '#app/domain/messages/message-sender.ts';

export const outboxSender: MessageSender = { send: async () => ({ ok: true, providerId: null }) };
