// Doors that exist in demonstration mode only; elsewhere they answer like an address that was never there.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { PolicyRoute } from '#app/policy.ts';
import { readVisitor } from './actor.server.ts';

export async function requireDemonstration(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  route: PolicyRoute,
): Promise<void> {
  await readVisitor(args, route);
  if (!args.context.environment.isDemonstration) throw new Response(null, { status: 404 });
}
