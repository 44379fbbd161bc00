// Two orders that their makers cannot make: one that a sister has taken over, one that a sister is still asked about.
import type { AccountActor } from '#app/domain/access/actor.ts';
import { HOUR_MS } from '#app/domain/dates.ts';
import { agreeReassignment } from '#app/domain/reassignments/agree-reassignment.server.ts';
import { proposeReassignment } from '#app/domain/reassignments/propose-reassignment.server.ts';
import { findReassignment, listOwnMats } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { listSisterShops } from '#app/domain/reassignments/sister-shops.server.ts';
import { standInMats } from '#app/domain/reassignments/stand-in-mats.ts';
import { mustSucceed } from '#app/domain/result.ts';
import type { City, SeedShop } from './orders.ts';

/** Returns the shop that is still asked; none where no two makers could stand in for each other. */
export async function passOrdersOn(city: City, shops: readonly SeedShop[]): Promise<SeedShop | null> {
  const orders = await city.db.order.findMany({
    where: { status: 'confirmed' },
    orderBy: { number: 'asc' },
    select: { id: true, shopId: true, confirmedAt: true },
  });
  const offers: Offer[] = [];
  for (const order of orders)
    for (const { shopId } of await listSisterShops(city.db, order.id, city.now)) offers.push({ order, shopId });
  const [open] = offers;
  if (!open) return null;
  await ask(city, shops, open);
  const taken = offers.find(({ order }) => order.id !== open.order.id && order.shopId !== open.shopId);
  if (taken) await agree(city, shopOf(shops, taken.shopId).actor, await ask(city, shops, taken));
  return shopOf(shops, open.shopId);
}

function shopOf(shops: readonly SeedShop[], shopId: string): SeedShop {
  const shop = shops.find(({ id }) => id === shopId);
  if (!shop) throw new Error(`no shop ${shopId} in the demonstration`);
  return shop;
}

interface Offer {
  readonly order: { readonly id: string; readonly shopId: string; readonly confirmedAt: Date | null };
  readonly shopId: string;
}

/** An hour after she was told of the order. */
async function ask({ db, sealer, now }: City, shops: readonly SeedShop[], { order, shopId }: Offer): Promise<string> {
  const askedAt = new Date(Math.min((order.confirmedAt ?? now).getTime() + HOUR_MS, now.getTime()));
  const { actor } = shopOf(shops, order.shopId);
  const input = { orderId: order.id, shopId };
  return mustSucceed(await proposeReassignment(db, { actor, input, now: askedAt, sealer })).reassignmentId;
}

/** With the mats that her page would offer first. */
async function agree({ db, sealer, now }: City, actor: AccountActor, reassignmentId: string): Promise<void> {
  const found = await findReassignment(db, actor, reassignmentId);
  if (!found) throw new Error('a question of the demonstration was lost');
  const { lines } = found;
  const own = await listOwnMats(db, found.toShopId, [...new Set(lines.map(({ size }) => size))]);
  const variantIds = standInMats(lines, own).flatMap(({ mats }) => mats[0]?.id ?? []);
  const input = { reassignmentId, variantIds, hasMoney: true };
  mustSucceed(await agreeReassignment(db, { actor, input, now, sealer }));
}
