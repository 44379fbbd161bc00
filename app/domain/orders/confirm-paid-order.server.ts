// Money for an order has arrived. In time: it is confirmed. Late: its mats are held again if they can be, else the money is owed back.
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { oweRefund } from '../payments/order-money.server.ts';
import { holdOrder } from './hold-stock.server.ts';
import { moveOrder } from './move-order.server.ts';

export async function confirmPaidOrder(
  tx: Transaction,
  { orderId, actor, now, sealer }: { orderId: string; actor: Actor; now: Date; sealer: Sealer },
): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { purchase: true, lines: { include: { variant: true } } },
  });
  if (order.status === 'expired' && (await holdAgain(tx, order, now))) {
    await moveOrder(tx, { orderId, to: 'confirmed', from: ['expired'], actor, now, sealer });
    return;
  }
  const moved = await moveOrder(tx, { orderId, to: 'confirmed', actor, now, sealer });
  if (moved.ok) return;
  await oweRefund(tx, order, now);
  const { language, token, buyerPhone } = order.purchase;
  const content = {
    kind: 'refundOwed',
    language,
    orderNumber: order.number,
    token,
    rupiah: order.totalRupiah,
  } as const;
  await queueMessage(tx, { phone: buyerPhone, content, now, sealer });
}

type OrderWithLines = {
  id: string;
  lines: {
    quantity: number;
    variant: { id: string; listingId: string; makeDays: number | null; weeklyCapacity: number | null };
  }[];
};

/** All lines or none: a savepoint takes back the first when the second is gone. */
async function holdAgain(tx: Transaction, order: OrderWithLines, now: Date): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT hold_again`;
  const claims = order.lines.map(({ variant, quantity }) => ({ ...variant, variantId: variant.id, quantity }));
  if (!(await holdOrder(tx, { orderId: order.id, claims, now }))) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT hold_again`;
    return false;
  }
  return true;
}
