// Puts a mat on sale. It needs a picture, a price, and stock or days to make one.
import type { Actor } from '../access/actor.ts';
import type { Database, Transaction } from '../database.ts';
import type { Result } from '../result.ts';
import { moveListing } from './move-listing.server.ts';

type Missing = 'photoMissing' | 'priceMissing' | 'stockMissing';

export function publishListing(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { listingId: string }; now: Date },
): Promise<Result<null, 'notFound' | 'conflict' | Missing>> {
  const { listingId } = input;
  return moveListing<Missing>(db, {
    actor,
    now,
    listingId,
    to: 'published',
    check: (tx) => findMissing(tx, listingId),
  });
}

async function findMissing(tx: Transaction, listingId: string): Promise<Missing | null> {
  const variants = await tx.variant.findMany({ where: { listingId, isRetired: false } });
  if (variants.length === 0) return 'priceMissing';
  if (!variants.some((variant) => variant.onHand > variant.held || variant.makeDays !== null)) return 'stockMissing';
  return (await tx.photo.count({ where: { listingId } })) === 0 ? 'photoMissing' : null;
}
