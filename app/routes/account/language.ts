// Chooses the language of the screen and goes back to where the visitor was.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { safeNext } from '#app/server/access/safe-next.ts';
import { href } from '#app/urls.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'account/language');
  const form = await args.request.formData();
  const language = form.get('bahasa') === 'en' ? 'en' : 'id';
  const from = args.request.headers.get('Referer');
  const path = from && URL.canParse(from) ? safeNext(new URL(from).pathname + new URL(from).search) : null;
  return redirect(path ?? href('home'), {
    headers: { 'Set-Cookie': `bahasa=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax` },
  });
}
