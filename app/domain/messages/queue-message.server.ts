// Writes a message in the transaction that causes it; a job sends it once. Codes go at once, the rest waits out the night.

import { randomUUID } from 'node:crypto';
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '../dates.ts';

const QUIET_FROM_HOUR = 20;
const QUIET_UNTIL_HOUR = 7;

/** Quiet hours are 20.00 to 07.00 WIB. */
export function afterQuietHours(now: Date): Date {
  const midnight = startOfDay(dayOf(now)).getTime();
  const hour = (now.getTime() - midnight) / HOUR_MS;
  if (hour < QUIET_UNTIL_HOUR) return new Date(midnight + QUIET_UNTIL_HOUR * HOUR_MS);
  if (hour >= QUIET_FROM_HOUR) return new Date(midnight + DAY_MS + QUIET_UNTIL_HOUR * HOUR_MS);
  return now;
}

export async function queueMessage(
  tx: Transaction,
  message: { kind: string; phone: string; body: string; now: Date; sealer: Sealer; isUrgent?: boolean },
): Promise<void> {
  const id = randomUUID();
  await tx.message.create({
    data: {
      id,
      kind: message.kind,
      phone: message.phone,
      bodySealed: message.sealer.seal('message.body', id, message.body),
      status: 'queued',
      createdAt: message.now,
      notBeforeAt: message.isUrgent ? message.now : afterQuietHours(message.now),
    },
  });
}
