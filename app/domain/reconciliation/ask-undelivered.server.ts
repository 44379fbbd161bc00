// Webhooks that never came: the gateway is asked for its undelivered events, and each goes the way of a delivered one.
import type { Sealer } from '../access/sealer.ts';
import type { Database } from '../database.ts';
import type { CardGateway } from '../payments/card-gateway.ts';
import { receiveEvent } from '../payments/receive-event.server.ts';
import { failure, type Result, success } from '../result.ts';

/** Returns how many of them were news. One that cannot be acted on now is asked for again next time. */
export async function askUndelivered(
  db: Database,
  { gateway, now, sealer }: { gateway: CardGateway; now: Date; sealer: Sealer },
): Promise<Result<{ news: number }, 'unavailable'>> {
  const listed = await gateway.listUndeliveredEvents();
  if (!listed.ok) return failure('unavailable');
  let news = 0;
  for (const event of listed.value) {
    const received = await receiveEvent(db, { gateway, event, now, sealer });
    if (received.ok && received.value.isNew) news += 1;
  }
  return success({ news });
}
