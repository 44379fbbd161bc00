// Sets how many of a size are on hand: compared with what she saw, and never below what buyers hold.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { findKeptVariant, onBehalfOf } from './listing-access.server.ts';
import { refreshListing } from './refresh-listing.server.ts';

/** `conflict`: the stock moved since `seenOnHand` was read. `belowHeld`: buyers have claims on more than that. */
export async function changeStock(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { variantId: string; seenOnHand: number; onHand: number }; now: Date },
): Promise<Result<null, 'notFound' | 'invalid' | 'conflict' | 'belowHeld'>> {
  const { variantId, seenOnHand, onHand } = input;
  if (!Number.isInteger(onHand) || onHand < 0) return failure('invalid');
  return inTransaction(db, async (tx) => {
    const variant = await findKeptVariant(tx, { actor, now, id: variantId });
    if (!variant) return failure('notFound');
    const changed = await tx.$executeRaw`
      UPDATE "Variant" SET "onHand" = ${onHand}
      WHERE id = ${variantId}::uuid AND "onHand" = ${seenOnHand} AND held <= ${onHand}`;
    if (changed === 0) {
      const current = await tx.variant.findUniqueOrThrow({ where: { id: variantId } });
      return failure(current.onHand === seenOnHand ? 'belowHeld' : 'conflict', 'onHand');
    }
    await refreshListing(tx, variant.listingId);
    await recordEvent(tx, {
      actor,
      now,
      kind: 'listing.stock_changed',
      subject: ['listing', variant.listingId],
      onBehalfOfId: onBehalfOf(actor, variant.listing.shop),
      facts: { variantId, from: seenOnHand, to: onHand },
    });
    return success(null);
  });
}
