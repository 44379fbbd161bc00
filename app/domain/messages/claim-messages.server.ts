// Reads and marks of the outbox.
import type { Sealer } from '../access/sealer.ts';
import type { Database, Reader } from '../database.ts';
import { openMessage } from './queue-message.server.ts';

/** Marks what is due as sent; returns how many. Two workers at once never take the same one. */
export async function claimMessages(db: Database, now: Date): Promise<number> {
  const { count } = await db.message.updateMany({
    where: { status: 'queued', notBeforeAt: { lte: now } },
    data: { status: 'sent', sentAt: now },
  });
  return count;
}

/** The newest messages, opened. Only for the demonstration's outbox. */
export async function listNewestMessages(reader: Reader, sealer: Sealer, limit = 60) {
  const rows = await reader.message.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit });
  return rows.map((row) => ({
    id: row.id,
    phone: row.phone,
    createdAt: row.createdAt,
    status: row.status,
    content: openMessage(sealer, row),
  }));
}
