// Who asks, and whether the policy of this route lets them in. Every loader and every action begins here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { type AccountActor, type Actor, can } from '#app/domain/access/actor.ts';
import { findAccount } from '#app/domain/access/sessions.server.ts';
import { MINUTE_MS } from '#app/domain/dates.ts';
import { POLICY, type PolicyRoute } from '#app/policy.ts';
import type { RequestContext } from '#app/server/context.ts';
import { href } from '#app/urls.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** By the cookies of a request; a session that is over is nobody. */
export async function readActor(
  cookie: string | null,
  context: Pick<RequestContext, 'sessions' | 'db'>,
): Promise<Actor> {
  if (!cookie?.includes('keset_session=')) return { kind: 'anonymous' };
  const session = await context.sessions.getSession(cookie);
  const accountId = session.get('accountId');
  const account = accountId ? await findAccount(context.db, accountId) : null;
  if (!account) return { kind: 'anonymous' };
  return { kind: 'account', accountId: account.id, role: account.role, personId: account.personId, name: account.name };
}

/** For routes whose policy is 'public': anybody may come; who it is still matters to some of them. */
export async function readVisitor(args: Args, route: PolicyRoute): Promise<Actor> {
  if (rule(args, route) !== 'public') throw new Error(`${route} is not public`);
  return readActor(args.request.headers.get('Cookie'), args.context);
}

/**
 * The signed-in account that the route's policy asks for. Nobody signed in: a redirect to sign-in that comes back here.
 * Signed in without the ability: 403. Throws a Response in both cases.
 */
export async function requireActor(args: Args, route: PolicyRoute): Promise<AccountActor> {
  const ability = rule(args, route);
  if (ability === 'public') throw new Error(`${route} is public: use readVisitor`);
  const actor = await readActor(args.request.headers.get('Cookie'), args.context);
  if (actor.kind !== 'account') {
    const { pathname, search } = new URL(args.request.url);
    const next = args.request.method === 'GET' ? `${pathname}${search}` : undefined;
    throw redirect(href('signIn', undefined, { lanjut: next }));
  }
  if (!can(actor, ability)) throw new Response(null, { status: 403 });
  return actor;
}

/** Long enough to fill in a form, short enough that she still has her phone in her hand. */
const FRESH_MS = 30 * MINUTE_MS;

/** The same for what a found phone must not open: whoever signed in longer ago does so once more, and comes back. */
export async function requireFreshActor(args: Args, route: PolicyRoute): Promise<AccountActor> {
  const actor = await requireActor(args, route);
  const session = await args.context.sessions.getSession(args.request.headers.get('Cookie'));
  const signedInAt = Date.parse(session.get('signedInAt') ?? '');
  if (!(args.context.now().getTime() - signedInAt <= FRESH_MS)) {
    const { pathname } = new URL(args.request.url);
    throw redirect(href('signIn', undefined, { lanjut: pathname }));
  }
  return actor;
}

function rule({ request }: Args, route: PolicyRoute) {
  const method = request.method === 'GET' || request.method === 'HEAD' ? 'GET' : 'POST';
  const ability = (POLICY[route] as { GET?: import('#app/policy.ts').Rule; POST?: import('#app/policy.ts').Rule })[
    method
  ];
  if (!ability) throw new Response(null, { status: 405 });
  return ability;
}
