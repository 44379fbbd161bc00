// The scope of a maker's command: her own shop's order, or nothing.
import type { AccountActor } from '../access/actor.ts';
import type { Reader } from '../database.ts';

export async function findOwnOrder(reader: Reader, actor: AccountActor, orderId: string) {
  if (actor.role !== 'maker' || actor.personId === null) return null;
  return reader.order.findFirst({ where: { id: orderId, shop: { personId: actor.personId } } });
}

/** The scope of a buyer's command: an order of the purchase whose link she holds. */
export async function findLinkedOrder(reader: Reader, token: string, orderId: string) {
  return reader.order.findFirst({ where: { id: orderId, purchase: { token, linkRevokedAt: null } } });
}
