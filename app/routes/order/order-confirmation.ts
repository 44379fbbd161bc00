// The buyer means her cash order.
import type { ActionFunctionArgs } from '@remix-run/node';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { actOnLinkedOrder } from '#app/server/forms/order-form.server.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'order/order-confirmation');
  return actOnLinkedOrder(args, confirmOrder);
}
