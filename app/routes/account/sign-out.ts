// Ends the session in the database and in the browser.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireActor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

export async function action(args: ActionFunctionArgs) {
  await requireActor(args, 'account/sign-out');
  const { sessions } = args.context;
  const session = await sessions.getSession(args.request.headers.get('Cookie'));
  return redirect(href('home'), { headers: { 'Set-Cookie': await sessions.destroySession(session) } });
}
