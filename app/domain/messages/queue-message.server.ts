// Writes a message in the transaction that causes it; a job sends it once. The domain says what and to whom; the words are
// chosen from text/ when it is sent. Codes go at once, the rest waits out the night.
import { randomUUID } from 'node:crypto';
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '../dates.ts';
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

/** Nobody to write to (no phone): nothing is queued. */
export async function queueMessage(
  tx: Transaction,
  message: { phone: string | null; content: MessageContent; now: Date; sealer: Sealer; isUrgent?: boolean },
): Promise<void> {
  if (!message.phone) return;
  const id = randomUUID();
  await tx.message.create({
    data: {
      id,
      kind: message.content.kind,
      phone: message.phone,
      bodySealed: message.sealer.seal(PLACE, id, JSON.stringify(message.content)),
      status: 'queued',
      createdAt: message.now,
      notBeforeAt: message.isUrgent ? message.now : afterQuietHours(message.now),
    },
  });
}

export function openMessage(sealer: Sealer, row: { id: string; bodySealed: string }): MessageContent {
  return JSON.parse(sealer.open(PLACE, row.id, row.bodySealed)) as MessageContent;
}
