// The buyer has received an order, or says that all is well with it.
import type { ActionFunctionArgs } from '@remix-run/node';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { actOnLinkedOrder } from '#app/server/forms/order-form.server.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'order/order-receipt');
  return actOnLinkedOrder(args, (db, act, form) =>
    receiveOrder(db, { ...act, receipt: form.get('kabar') === 'allFine' ? 'allFine' : 'received' }),
  );
}
