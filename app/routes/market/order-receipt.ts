// The buyer has received an order, or says that all is well with it.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { readVisitor } from '#app/server/actor.server.ts';
import { readOrderId } from '#app/server/order-form.server.ts';
import { href } from '#app/urls.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'market/order-receipt');
  const { db, now, sealer } = args.context;
  const token = args.params.token ?? '';
  const done = await receiveOrder(db, {
    input: { token, orderId: await readOrderId(args.request) },
    now: now(),
    sealer,
  });
  if (!done.ok && done.code === 'notFound') throw new Response(null, { status: 404 });
  return redirect(href('order', { token }, done.ok ? undefined : { kabar: done.code }));
}
