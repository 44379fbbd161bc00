// The buyer cancels an order.
import type { ActionFunctionArgs } from '@remix-run/node';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { actOnLinkedOrder } from '#app/server/forms/order-form.server.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'order/order-cancellation');
  return actOnLinkedOrder(args, cancelOrder);
}
