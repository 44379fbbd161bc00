// Starts a session and sends the person to where her work is.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { Role } from '#app/domain/access/roles.ts';
import { findAccount } from '#app/domain/access/sessions.server.ts';
import { href } from '#app/urls.ts';
import { forgetSignInCookie } from './sign-in-cookie.server.ts';

const HOME_OF: Readonly<Record<Role, string>> = {
  maker: href('business'),
  field_officer: href('followup'),
  programme_officer: href('officeOutcomes'),
  analyst: href('officeOutcomes'),
  finance: href('officeMoney'),
  administrator: href('office'),
};

export async function startSignedIn(
  { context, request }: ActionFunctionArgs,
  accountId: string,
  next: string | null,
): Promise<Response> {
  const account = await findAccount(context.db, accountId);
  if (!account) throw new Response(null, { status: 403 });
  // An older session of this browser ends: a token never outlives the person it was given to.
  const old = request.headers.get('Cookie');
  if (old?.includes('keset_session=')) await context.sessions.destroySession(await context.sessions.getSession(old));
  const session = await context.sessions.getSession();
  session.set('accountId', accountId);
  const headers = new Headers({ 'Set-Cookie': await context.sessions.commitSession(session) });
  headers.append('Set-Cookie', forgetSignInCookie(context));
  return redirect(next ?? HOME_OF[account.role], { headers });
}
