// Stripe tells us something: the raw body goes to the one command that checks, stores and acts on it.
import type { ActionFunctionArgs } from '@remix-run/node';
import { receiveWebhook } from '#app/domain/payments/receive-event.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'machine/stripe-webhook');
  const { db, cardGateway, now, sealer } = args.context;
  if (!cardGateway) throw new Response(null, { status: 404 });
  const input = { body: await args.request.text(), signature: args.request.headers.get('Stripe-Signature') };
  const received = await receiveWebhook(db, { gateway: cardGateway, input, now: now(), sealer });
  if (received.ok) return new Response(null, { status: 200 });
  return new Response(null, { status: received.code === 'forged' ? 400 : 503 });
}
