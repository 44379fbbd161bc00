// /dinsos sends each account to where its work is.
import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { can } from '#app/domain/access/actor.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'office/overview');
  if (can(actor, 'outcome.read')) return redirect(href('officeOutcomes'));
  if (can(actor, 'payment.review')) return redirect(href('officeMoney'));
  if (can(actor, 'person.follow')) return redirect(href('followup'));
  return redirect(can(actor, 'shop.run') ? href('business') : href('home'));
}
