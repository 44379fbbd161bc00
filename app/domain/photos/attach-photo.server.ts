// Turns a finished upload into a Photo of the shop: once, for the account that began it, within its time.

import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction, type Reader } from '../database.ts';
import { isRowId } from '../ids.ts';

import { failure, type Result, success } from '../result.ts';
import { insertPhoto, type PictureFacts } from './add-photo.server.ts';

/** Null when it is unknown or somebody else's. */
export async function findOwnUpload(db: Reader, { actor, id }: { actor: Actor; id: string }) {
  if (actor.kind !== 'account' || !isRowId(id)) return null;
  return db.upload.findFirst({ where: { id, accountId: actor.accountId } });
}

/** The same upload again gives the same photo: a phone that lost the answer may ask twice. */
export async function attachPhoto(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { uploadId: string; picture: PictureFacts }; now: Date },
): Promise<Result<{ photoId: string; isNew: boolean }, 'notFound' | 'expired'>> {
  return inTransaction(db, async (tx) => {
    const upload = await findOwnUpload(tx, { actor, id: input.uploadId });
    if (!upload) return failure('notFound');
    if (upload.photoId !== null) return success({ photoId: upload.photoId, isNew: false });
    if (upload.expiresAt <= now) return failure('expired');
    const won = await tx.upload.updateMany({
      where: { id: upload.id, status: 'pending' },
      data: { status: 'attached' },
    });
    if (won.count === 0) {
      const other = await tx.upload.findUniqueOrThrow({ where: { id: upload.id } });
      return other.photoId === null ? failure('expired') : success({ photoId: other.photoId, isNew: false });
    }
    const shop = await tx.shop.findUniqueOrThrow({ where: { id: upload.shopId } });
    const photoId = await insertPhoto(tx, { actor, now, shop, picture: input.picture });
    await tx.upload.update({ where: { id: upload.id }, data: { photoId } });
    return success({ photoId, isNew: true });
  });
}
