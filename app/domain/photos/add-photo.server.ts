// Keeps a picture whose bytes came through us (a plain form, the seed): a Photo of the shop that hangs on no listing yet.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { findKeptShop, onBehalfOf } from '../listings/listing-access.server.ts';
import { failure, type Result, success } from '../result.ts';

/** What a media store says about a picture it keeps. */
export interface PictureFacts {
  readonly store: string;
  readonly storeKey: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export async function addPhoto(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { shopId: string; picture: PictureFacts }; now: Date },
): Promise<Result<{ photoId: string }, 'notFound'>> {
  return inTransaction(db, async (tx) => {
    const shop = await findKeptShop(tx, { actor, now, where: { id: input.shopId } });
    if (!shop) return failure('notFound');
    return success({ photoId: await insertPhoto(tx, { actor, now, shop, picture: input.picture }) });
  });
}

/** The listing it will hang on gives it its words. */
export async function insertPhoto(
  tx: Transaction,
  photo: { actor: Actor; now: Date; shop: { id: string; personId: string }; picture: PictureFacts },
): Promise<string> {
  const { actor, now, shop, picture } = photo;
  const { store, storeKey, width, height, colour } = picture;
  const row = await tx.photo.create({
    data: { shopId: shop.id, store, storeKey, width, height, colour, alt: 'Keset', createdAt: now },
  });
  await recordEvent(tx, {
    actor,
    now,
    kind: 'photo.added',
    subject: ['photo', row.id],
    onBehalfOfId: onBehalfOf(actor, shop),
    facts: { store },
  });
  return row.id;
}
