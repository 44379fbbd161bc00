// Ends a listing for good; its orders and their frozen lines stay.
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database.ts';
import type { Result } from '../result.ts';
import { moveListing } from './move-listing.server.ts';

export function retireListing(
  db: Database,
  { actor, input, now }: { actor: Actor; input: { listingId: string }; now: Date },
): Promise<Result<null, 'notFound' | 'conflict'>> {
  return moveListing(db, { actor, now, listingId: input.listingId, to: 'retired' });
}
