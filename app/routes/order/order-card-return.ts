// Where the card page sends the buyer back to: settles by the same function as the webhook, then shows her order.
import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { settleCheckout } from '#app/domain/payments/settle-checkout.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'order/order-card-return');
  const { db, cardGateway, now, sealer } = args.context;
  const sessionId = new URL(args.request.url).searchParams.get('sesi') ?? '';
  const token = args.params.token ?? '';
  if (!cardGateway) throw new Response(null, { status: 404 });
  const settled = await settleCheckout(db, { gateway: cardGateway, input: { sessionId }, now: now(), sealer });
  if (settled.ok && settled.value.outcome === 'processing')
    return redirect(href('order', { token }, { kabar: 'cardProcessing' }));
  if (settled.ok && settled.value.outcome !== 'settled')
    return redirect(href('order', { token }, { kabar: 'cardOpen' }));
  return redirect(href('order', { token }));
}
