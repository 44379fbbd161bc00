// The buyer stops the messages about her purchase, or wants them again.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { chooseNews } from '#app/domain/purchases/choose-news.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'order/order-news');
  const { db, now } = args.context;
  const token = args.params.token ?? '';
  const isWanted = (await args.request.formData()).get('kirim') === 'ya';
  const chosen = await chooseNews(db, { input: { token, isWanted }, now: now() });
  if (!chosen.ok) throw new Response(null, { status: 404 });
  return redirect(href('order', { token }));
}
