// Who sends which message, and what became of it. A message may reach a phone twice when a process dies between the provider's
// answer and our note of it; it is never lost.
import { type Message, Prisma } from '#app/generated/prisma/client.ts';
import type { Database } from '../database.ts';
import { MINUTE_MS } from '../dates.ts';
import type { Sent } from './message-sender.ts';
import { isQuiet } from './quiet-hours.ts';

const LEASE_MS = 2 * MINUTE_MS;
/** About two hours in all: the wait doubles from one minute. */
const MOST_ATTEMPTS = 8;

/**
 * The longest due, for this process alone until the lease ends; null when nothing is. Somebody waits for a code at that moment, so codes
 * pass all the rest; what is of no use any more is put aside. News that was due by day and is tried again at night waits for the morning.
 */
export async function claimMessage(db: Database, now: Date): Promise<Message | null> {
  const leaseEnds = new Date(now.getTime() + LEASE_MS);
  await db.message.updateMany({ where: { status: 'queued', expiresAt: { lte: now } }, data: { status: 'expired' } });
  const longestDue = Prisma.sql`
    select id from "Message" where status = 'queued' and "notBeforeAt" <= ${now} and ("mayWake" or not ${isQuiet(now)})
    order by "expiresAt" nulls last, "notBeforeAt", id limit 1 for update skip locked`;
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    update "Message" set "notBeforeAt" = ${leaseEnds}, attempts = attempts + 1 where id = (${longestDue}) returning id`;
  return claimed ? db.message.findUniqueOrThrow({ where: { id: claimed.id } }) : null;
}

/** Its receiver does not want it: it is never sent. */
export async function stopMessage(db: Database, { id }: Pick<Message, 'id'>): Promise<void> {
  await db.message.updateMany({ where: { id, status: 'queued' }, data: { status: 'stopped' } });
}

export async function settleMessage(
  db: Database,
  { id, attempts }: Pick<Message, 'id' | 'attempts'>,
  sent: Sent,
  now: Date,
): Promise<void> {
  const again = new Date(now.getTime() + 2 ** (attempts - 1) * MINUTE_MS);
  const isOver = !sent.ok && (sent.code === 'rejected' || attempts >= MOST_ATTEMPTS);
  await db.message.updateMany({
    where: { id, status: 'queued' },
    data: sent.ok
      ? { status: 'sent', sentAt: now, providerId: sent.providerId, failure: null }
      : { failure: sent.reason, ...(isOver ? { status: 'failed' } : { notBeforeAt: again }) },
  });
}
