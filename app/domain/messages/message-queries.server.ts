// Reads of the messages.
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { openMessage } from './queue-message.server.ts';

/** The newest messages, opened. Only for the demonstration's outbox. */
export async function listNewestMessages(reader: Reader, { sealer, now }: { sealer: Sealer; now: Date }, limit = 60) {
  const rows = await reader.message.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit });
  return rows.map((row) => ({
    id: row.id,
    phone: row.phone,
    createdAt: row.createdAt,
    // Null once it has been tried: what stands there then is until when it is being sent.
    waitsUntil: row.status === 'queued' && row.attempts === 0 && row.notBeforeAt > now ? row.notBeforeAt : null,
    isStopped: row.status === 'stopped',
    content: openMessage(sealer, row),
  }));
}

/** What did not arrive, by kind and by what the provider said: nothing of whom. */
export async function countFailedMessages(reader: Reader, since: Date) {
  const groups = await reader.message.groupBy({
    by: ['kind', 'failure'],
    where: { status: 'failed', createdAt: { gte: since } },
    _count: true,
  });
  return groups.map(({ kind, failure, _count }) => ({ kind, reason: failure ?? 'unknown', count: _count }));
}
