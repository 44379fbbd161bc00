// Private pictures serve an order, and a year after it ended they have served: nothing names them then, and their files may go.
import { type Database, inTransaction, type Reader } from '../database.ts';
import { DAY_MS } from '../dates.ts';

const KEPT_DAYS = 365;

/**
 * Forgets the keys of receipts that were answered and of photos from the door; verdicts, and the hash that knows a receipt again,
 * stay. Returns how many were forgotten.
 */
export async function forgetOldPictures(db: Database, { now }: { now: Date }): Promise<number> {
  const order = { endedAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } };
  return inTransaction(db, async (tx) => {
    const photos = await tx.order.updateMany({
      where: { ...order, deliveryPhotoKey: { not: null } },
      data: { deliveryPhotoKey: null },
    });
    const receipts = await tx.paymentProof.updateMany({
      where: { storeKey: { not: null }, verdict: { not: 'unread' }, payment: { order } },
      data: { storeKey: null },
    });
    return photos.count + receipts.count;
  });
}

/** Which of these keys no row names: forgotten, or kept for a form that then failed. The same picture may serve several orders. */
export async function listUnnamedPictures(reader: Reader, storeKeys: readonly string[]): Promise<string[]> {
  const rows = await reader.$queryRaw<{ key: string }[]>`
    SELECT key FROM unnest(${[...storeKeys]}::text[]) AS key
    WHERE NOT EXISTS (SELECT 1 FROM "PaymentProof" WHERE "storeKey" = key)
      AND NOT EXISTS (SELECT 1 FROM "Order" WHERE "deliveryPhotoKey" = key)`;
  return rows.map(({ key }) => key);
}
