// Every address that is not ours.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readVisitor } from '#app/server/access/actor.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/not-found');
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
