// Opens the hosted card page for a purchase, or its open session again.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { startCheckout } from '#app/domain/payments/start-checkout.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'order/order-payment');
  const { db, cardGateway, environment, now, sealer } = args.context;
  const token = args.params.token ?? '';
  if (!cardGateway) throw new Response(null, { status: 404 });
  const returnAddress = `${environment.origin}${href('orderCardReturn', { token })}?sesi={CHECKOUT_SESSION_ID}`;
  const cancelAddress = `${environment.origin}${href('order', { token }, { kabar: 'cardOpen' })}`;
  const started = await startCheckout(db, {
    gateway: cardGateway,
    input: { token, returnAddress, cancelAddress },
    now: now(),
    sealer,
  });
  if (started.ok) return redirect(started.value.address, 303);
  if (started.code === 'notFound') throw new Response(null, { status: 404 });
  return redirect(href('order', { token }, started.code === 'unavailable' ? { kabar: 'cardUnavailable' } : undefined));
}
