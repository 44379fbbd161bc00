// The buyer says, by her link, whether she wants messages about what she bought. Her page tells all of it either way.
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';

/** The same answer again changes nothing. */
export async function chooseNews(
  db: Database,
  { input, now }: { input: { token: string; isWanted: boolean }; now: Date },
): Promise<Result<null, 'notFound'>> {
  const { token, isWanted } = input;
  return inTransaction(db, async (tx) => {
    const purchase = await tx.purchase.findFirst({ where: { token, linkRevokedAt: null }, select: { id: true } });
    if (!purchase) return failure('notFound');
    const { count } = await tx.purchase.updateMany({
      where: { id: purchase.id, newsStoppedAt: isWanted ? { not: null } : null },
      data: { newsStoppedAt: isWanted ? null : now },
    });
    if (count === 0) return success(null);
    const kind = isWanted ? 'purchase.news_wanted' : 'purchase.news_stopped';
    const actor = { kind: 'buyer', purchaseId: purchase.id } as const;
    await recordEvent(tx, { actor, now, kind, subject: ['purchase', purchase.id] });
    return success(null);
  });
}
