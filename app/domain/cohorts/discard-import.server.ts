// Throws a preview away: its rows, with all they say about people, are deleted. What was confirmed stays (`conflict`).
import { type AccountActor, can } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';

export async function discardImport(
  db: Database,
  { actor, input, now }: { actor: AccountActor; input: { importId: string }; now: Date },
): Promise<Result<null, 'notFound' | 'forbidden' | 'conflict'>> {
  if (!can(actor, 'cohort.import')) return failure('forbidden');
  return inTransaction(db, async (tx) => {
    const { count } = await tx.participantImport.updateMany({
      where: { id: input.importId, status: 'preview' },
      data: { status: 'discarded' },
    });
    if (count === 0) {
      const found = await tx.participantImport.findUnique({
        where: { id: input.importId },
        select: { status: true },
      });
      if (!found) return failure('notFound');
      return found.status === 'discarded' ? success(null) : failure('conflict');
    }
    await tx.importRow.deleteMany({ where: { importId: input.importId } });
    await recordEvent(tx, { actor, now, kind: 'import.discarded', subject: ['import', input.importId] });
    return success(null);
  });
}
