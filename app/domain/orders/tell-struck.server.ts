// Who hears of a clock that struck: the maker, and the officers who follow her.
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import type { MessageContent } from '../messages/message-kinds.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { listOfficersOf } from '../people/officers-of.server.ts';
import type { PaymentMethod } from './order-clocks.ts';
import type { OrderStatus } from './order-status.ts';

export interface StruckOrder {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly method: PaymentMethod;
  readonly remindedLevel: number;
  readonly confirmedAt: Date | null;
  readonly promisedOn: Date | null;
  readonly purchaseId: string;
  readonly shopName: string;
  readonly personId: string;
}

export async function tellMaker(tx: Transaction, order: StruckOrder, now: Date, sealer: Sealer): Promise<void> {
  const { phone } = await tx.person.findUniqueOrThrow({ where: { id: order.personId }, select: { phone: true } });
  const content = { kind: 'orderReminder', orderNumber: order.number, orderId: order.id } as const;
  await queueMessage(tx, { phone, content, now, sealer });
}

/** Nobody assigned to her area: the order still stands on the list of whoever comes to be. */
export async function tellOfficers(
  tx: Transaction,
  order: Pick<StruckOrder, 'number' | 'shopName' | 'personId'>,
  why: Extract<MessageContent, { kind: 'orderForOfficer' }>['why'],
  now: Date,
  sealer: Sealer,
): Promise<void> {
  const { number: orderNumber, shopName, personId } = order;
  for (const officer of await listOfficersOf(tx, personId, now)) {
    const content = { kind: 'orderForOfficer', why, orderNumber, shopName, personId } as const;
    await queueMessage(tx, { phone: officer.phone, content, now, sealer });
  }
}
