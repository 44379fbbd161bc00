// Writes a message in the transaction that causes it; a job sends it. The domain says what and to whom; the words are
// chosen from text/ when it is sent.
import type { Message } from '#app/generated/prisma/client.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import { newRowId } from '../ids.ts';
import type { MessageContent } from './message-kinds.ts';
import { MESSAGE_RULES } from './message-rules.ts';
import { afterQuietHours } from './quiet-hours.ts';

const PLACE = 'message.body';

interface NewMessage {
  readonly phone: string;
  readonly content: MessageContent;
  readonly now: Date;
  readonly sealer: Sealer;
  /** Never sent after this, and told to the job at once. */
  readonly expiresAt?: Date;
  /** To what the receiver did herself a moment ago: goes at once, also at night, whatever its kind. */
  readonly isAnswer?: boolean;
}

/** Nobody to write to (no phone): nothing is queued. */
export async function queueMessage(
  tx: Transaction,
  { phone, ...message }: Omit<NewMessage, 'phone'> & { phone: string | null },
): Promise<void> {
  if (phone) await tx.message.create({ data: messageRow({ ...message, phone }) });
}

/** The row alone, for a command that writes all of its rows in one statement. */
export function messageRow({ phone, content, now, sealer, expiresAt, isAnswer = false }: NewMessage): Message {
  const id = newRowId(now);
  const mayWake = isAnswer || MESSAGE_RULES[content.kind].mayWake;
  return {
    id,
    kind: content.kind,
    phone,
    bodySealed: sealer.seal(PLACE, id, JSON.stringify(content)),
    status: 'queued',
    createdAt: now,
    mayWake,
    notBeforeAt: mayWake ? now : afterQuietHours(now),
    expiresAt: expiresAt ?? null,
    sentAt: null,
    attempts: 0,
    providerId: null,
    failure: null,
  };
}

export function openMessage(sealer: Sealer, row: { id: string; bodySealed: string }): MessageContent {
  return JSON.parse(sealer.open(PLACE, row.id, row.bodySealed)) as MessageContent;
}
