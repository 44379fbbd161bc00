// What became of messages, and who wants no more of them: acted on once, in whatever order and however often it comes.
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { isRowId } from '../ids.ts';
import { failure, type Result, success } from '../result.ts';
import type { DeliveryReport, ReportReader } from './message-reports.ts';
import { wishForNews } from './wish-for-news.server.ts';

export interface Undelivered {
  readonly messageId: string;
  readonly kind: string;
  readonly reason: string | null;
}

/** `forged`: not from the provider. `undelivered`: what has failed by this very report. */
export async function receiveReports(
  db: Database,
  {
    reader,
    input,
    now,
    sealer,
  }: { reader: ReportReader; input: { body: string; signature: string | null }; now: Date; sealer: Sealer },
): Promise<Result<{ undelivered: readonly Undelivered[] }, 'forged'>> {
  const reports = reader.read(input);
  if (!reports) return failure('forged');
  const undelivered: Undelivered[] = [];
  for (const report of reports.deliveries) undelivered.push(...(await noteDelivery(db, report)));
  for (const wish of reports.wishes) await inTransaction(db, (tx) => wishForNews(tx, { wish, now, sealer }));
  return success({ undelivered });
}

/**
 * Delivered is the last word: a second telephone that could not show the message, or a report that was overtaken, takes nothing back.
 * A report may also be quicker than our note that the message was sent.
 */
async function noteDelivery(db: Database, report: DeliveryReport): Promise<Undelivered[]> {
  const { providerId, messageId, outcome, reason } = report;
  const named = isRowId(messageId) ? { id: messageId } : { providerId };
  if (outcome === 'delivered') {
    await db.message.updateMany({
      where: { ...named, status: { in: ['queued', 'sent', 'failed'] } },
      data: { status: 'delivered', providerId, failure: null },
    });
    return [];
  }
  const failed = await db.message.updateManyAndReturn({
    where: { ...named, status: { in: ['queued', 'sent'] } },
    data: { status: 'failed', providerId, failure: `report/${reason}` },
    select: { id: true, kind: true, failure: true },
  });
  return failed.map((row) => ({ messageId: row.id, kind: row.kind, reason: row.failure }));
}
