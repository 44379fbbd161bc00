// The one writer of a listing's status after it was made; the three verbs beside this file call it.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { statusesBefore } from '../state-table.ts';
import { findKeptListing, onBehalfOf } from './listing-access.server.ts';
import { LISTING_MOVES, type ListingStatus } from './listing-status.ts';

/** Already there: harmless. Not reachable from where it is now: `conflict`. `check` may refuse with a code of its own. */
export async function moveListing<Code extends string = never>(
  db: Database,
  move: {
    actor: Actor;
    now: Date;
    listingId: string;
    to: ListingStatus;
    check?: (tx: Transaction) => Promise<Code | null>;
  },
): Promise<Result<null, 'notFound' | 'conflict' | Code>> {
  const { actor, now, listingId, to } = move;
  return inTransaction<Result<null, 'notFound' | 'conflict' | Code>>(db, async (tx) => {
    const listing = await findKeptListing(tx, { actor, now, id: listingId });
    if (!listing) return failure('notFound');
    if (listing.status === to) return success(null);
    const refusal = (await move.check?.(tx)) ?? null;
    if (refusal !== null) return failure(refusal);
    const moved = await tx.listing.updateMany({
      where: { id: listingId, status: { in: statusesBefore<ListingStatus>(LISTING_MOVES, to) } },
      data: { status: to, ...(to === 'published' && listing.publishedAt === null ? { publishedAt: now } : {}) },
    });
    if (moved.count === 0) return failure('conflict');
    await recordEvent(tx, {
      actor,
      now,
      kind: `listing.${to}`,
      subject: ['listing', listingId],
      onBehalfOfId: onBehalfOf(actor, listing.shop),
      facts: { from: listing.status },
    });
    return success(null);
  });
}
