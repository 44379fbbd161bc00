// Shows a woman's shop to the public or hides it: pages, lists, search and carts ask for open shops only.
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';

/** Nothing happens when she has no shop, or it is so already. Orders under way are not touched. */
export async function showShop(
  tx: Transaction,
  { actor, personId, isShown, now }: { actor: Actor; personId: string; isShown: boolean; now: Date },
): Promise<void> {
  const moved = await tx.shop.updateManyAndReturn({
    where: { personId, status: isShown ? 'hidden' : 'open' },
    data: { status: isShown ? 'open' : 'hidden' },
    select: { id: true },
  });
  for (const { id } of moved)
    await recordEvent(tx, {
      actor,
      now,
      kind: isShown ? 'shop.shown' : 'shop.hidden',
      subject: ['shop', id],
      onBehalfOfId: actor.kind === 'account' && actor.personId === personId ? null : personId,
    });
}
