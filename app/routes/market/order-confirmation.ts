// The buyer means her cash order.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { readVisitor } from '#app/server/actor.server.ts';
import { readOrderId } from '#app/server/order-form.server.ts';
import { href } from '#app/urls.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'market/order-confirmation');
  const { db, now, sealer } = args.context;
  const token = args.params.token ?? '';
  const done = await confirmOrder(db, {
    input: { token, orderId: await readOrderId(args.request) },
    now: now(),
    sealer,
  });
  if (!done.ok && done.code === 'notFound') throw new Response(null, { status: 404 });
  return redirect(href('order', { token }, done.ok ? undefined : { kabar: done.code }));
}
