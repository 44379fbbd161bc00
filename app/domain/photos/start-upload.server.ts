// Leave to upload one file: a row that only its owner can use, once, within an hour. The key is chosen here, never by the client.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database.ts';
import { HOUR_MS } from '../dates.ts';
import { findKeptShop } from '../listings/listing-access.server.ts';
import { failure, type Result, success } from '../result.ts';

export interface StartedUpload {
  readonly uploadId: string;
  readonly storeKey: string;
  readonly expiresAt: Date;
}

export async function startUpload(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { shopId: string; store: 'local' | 'cloudinary' }; now: Date },
): Promise<Result<StartedUpload, 'notFound' | 'forbidden'>> {
  if (actor.kind !== 'account') return failure('forbidden');
  const shop = await findKeptShop(db, { actor, now, where: { id: input.shopId } });
  if (!shop) return failure('notFound');
  const uploadId = randomUUID();
  const storeKey = `keset/${randomUUID()}`;
  const expiresAt = new Date(now.getTime() + HOUR_MS);
  await db.upload.create({
    data: {
      id: uploadId,
      shopId: shop.id,
      accountId: actor.accountId,
      store: input.store,
      storeKey,
      status: 'pending',
      createdAt: now,
      expiresAt,
    },
  });
  return success({ uploadId, storeKey, expiresAt });
}
