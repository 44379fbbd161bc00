// The scope of a maker's command: her own shop's order, or nothing.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';

export async function findOwnOrder(reader: Reader, actor: AccountActor, orderId: string) {
  if (actor.role !== 'maker' || actor.personId === null) return null;
  return reader.order.findFirst({ where: { id: orderId, shop: { personId: actor.personId } } });
}

/** What a buyer does to one order by her link. */
export interface LinkedOrderAct {
  readonly input: { readonly token: string; readonly orderId: string };
  readonly now: Date;
  readonly sealer: Sealer;
}

/** The scope of a buyer's command: an order of the purchase whose link she holds. */
export async function findLinkedOrder(reader: Reader, token: string, orderId: string) {
  return reader.order.findFirst({ where: { id: orderId, purchase: { token, linkRevokedAt: null } } });
}
