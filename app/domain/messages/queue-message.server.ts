// Writes a message in the transaction that causes it; a job sends it. The domain says what and to whom; the words are
// chosen from text/ when it is sent. Codes go at once, the rest waits out the night.
import type { Message } from '#app/generated/prisma/client.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '../dates.ts';
import { newRowId } from '../ids.ts';
import type { MessageContent } from './message-kinds.ts';

const QUIET_FROM_HOUR = 20;
const QUIET_UNTIL_HOUR = 7;
const PLACE = 'message.body';

/** Quiet hours are 20.00 to 07.00 WIB; returns the first instant outside them. */
export function afterQuietHours(now: Date): Date {
  const midnight = startOfDay(dayOf(now)).getTime();
  const hour = (now.getTime() - midnight) / HOUR_MS;
  if (hour < QUIET_UNTIL_HOUR) return new Date(midnight + QUIET_UNTIL_HOUR * HOUR_MS);
  if (hour >= QUIET_FROM_HOUR) return new Date(midnight + DAY_MS + QUIET_UNTIL_HOUR * HOUR_MS);
  return now;
}

interface NewMessage {
  readonly phone: string;
  readonly content: MessageContent;
  readonly now: Date;
  readonly sealer: Sealer;
  /** Goes at once, also at night, and never after this. */
  readonly expiresAt?: Date;
}

/** Nobody to write to (no phone): nothing is queued. */
export async function queueMessage(
  tx: Transaction,
  { phone, ...message }: Omit<NewMessage, 'phone'> & { phone: string | null },
): Promise<void> {
  if (phone) await tx.message.create({ data: messageRow({ ...message, phone }) });
}

/** The row alone, for a command that writes all of its rows in one statement. */
export function messageRow({ phone, content, now, sealer, expiresAt }: NewMessage): Message {
  const id = newRowId(now);
  return {
    id,
    kind: content.kind,
    phone,
    bodySealed: sealer.seal(PLACE, id, JSON.stringify(content)),
    status: 'queued',
    createdAt: now,
    notBeforeAt: expiresAt ? now : afterQuietHours(now),
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
