// The demonstration's outbox for programs.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireDemonstration } from '#app/server/access/demonstration.server.ts';
import { readOutbox } from '#app/server/views/outbox.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireDemonstration(args, 'machine/demo-outbox');
  return Response.json(await readOutbox(args.context));
}
