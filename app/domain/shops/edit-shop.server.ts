// Changes a shop: name, story, where mats are collected, where she brings them. Its bank account has a way of its own
// (change-bank-account.server.ts).
import type { AccountActor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { keptPersonScope } from '../people/person-scope.server.ts';
import { failure, type Result, success } from '../result.ts';
import { checkPlaces } from './check-places.server.ts';
import type { ShopInput } from './shop-schemas.ts';

/** `unknownPlace`: the pick-up point or a village does not exist. The address of the shop (its slug) never changes: links to it are out in the world. */
export async function editShop(
  db: Database,
  { actor, input, now }: { actor: AccountActor; input: Omit<ShopInput, 'bank'> & { shopId: string }; now: Date },
): Promise<Result<null, 'notFound' | 'unknownPlace'>> {
  const scope = keptPersonScope(actor, now);
  const shop =
    scope &&
    (await db.shop.findFirst({ where: { id: input.shopId, person: scope }, select: { id: true, personId: true } }));
  if (!shop) return failure('notFound');
  return inTransaction(db, async (tx) => {
    const places = await checkPlaces(tx, input);
    if (!places.ok) return places;
    await tx.deliveryRate.deleteMany({ where: { shopId: shop.id } });
    await tx.shop.update({
      where: { id: shop.id },
      data: {
        name: input.name,
        story: input.story || null,
        pickupPointId: input.pickupPointId,
        deliveryRates: { create: input.deliveryRates.map((rate) => ({ ...rate })) },
      },
    });
    await recordEvent(tx, {
      actor,
      now,
      kind: 'shop.edited',
      subject: ['shop', shop.id],
      onBehalfOfId: actor.personId === shop.personId ? null : shop.personId,
    });
    return success(null);
  });
}
