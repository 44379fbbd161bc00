// Photos that were taken and then hung on no mat: after a day their rows go, and the files that nothing else shows may go too.
import type { Database } from '../database.ts';
import { DAY_MS } from '../dates.ts';

export interface LooseFile {
  readonly store: string;
  readonly storeKey: string;
}

/**
 * Deletes at most `limit` rows and returns the files that nothing names any more: the same picture may hang on another mat, and a
 * placed order keeps showing what was bought.
 */
export async function forgetLoosePhotos(
  db: Database,
  { now, limit = 200 }: { now: Date; limit?: number },
): Promise<LooseFile[]> {
  const taken = new Date(now.getTime() - DAY_MS);
  return db.$queryRaw<LooseFile[]>`
    WITH loose AS (
      SELECT id FROM "Photo" WHERE "listingId" IS NULL AND "createdAt" < ${taken} ORDER BY "createdAt" LIMIT ${limit}),
    released AS (
      UPDATE "Upload" SET "photoId" = NULL WHERE "photoId" IN (SELECT id FROM loose)),
    gone AS (
      DELETE FROM "Photo" WHERE id IN (SELECT id FROM loose) RETURNING id, store, "storeKey")
    SELECT DISTINCT gone.store, gone."storeKey" FROM gone
    WHERE NOT EXISTS (SELECT 1 FROM "Photo" other WHERE other."storeKey" = gone."storeKey"
        AND other.id NOT IN (SELECT id FROM loose))
      AND NOT EXISTS (SELECT 1 FROM "OrderLine" line WHERE line."photoStoreKey" = gone."storeKey")`;
}
