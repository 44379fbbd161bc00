// The demonstration's accounts for programs.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { listDemonstrationAccounts } from '#app/domain/people/demonstration-accounts.server.ts';
import { requireDemonstration } from '#app/server/access/demonstration.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireDemonstration(args, 'machine/demo-accounts');
  return Response.json(await listDemonstrationAccounts(args.context.db));
}
