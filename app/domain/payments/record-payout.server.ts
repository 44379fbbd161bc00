// The gateway has paid out to the operator's bank: moved in our book from one to the other, once.
import { type Database, inTransaction } from '../database.ts';
import { bookGatewayPayout } from '../ledger/book-order.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { CardGateway } from './card-gateway.ts';

/** `mismatch`: in another currency than our book's. A payout that is still under way is booked when it arrives. */
export async function refreshPayout(
  db: Database,
  { gateway, input, now }: { gateway: CardGateway; input: { gatewayId: string }; now: Date },
): Promise<Result<null, 'notFound' | 'mismatch' | 'unavailable'>> {
  const found = await gateway.findPayout(input.gatewayId);
  if (!found.ok) return failure('unavailable');
  const payout = found.value;
  if (!payout) return failure('notFound');
  if (payout.currency !== 'idr') return failure('mismatch');
  if (payout.status === 'paid') await inTransaction(db, (tx) => bookGatewayPayout(tx, payout, now));
  return success(null);
}
