// What search engines may read: the shop, and nothing that needs a link or a sign-in.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

const CLOSED = ['/keranjang', '/checkout', '/pesanan/', '/tanya/', '/masuk', '/usaha', '/pendampingan', '/dinsos'];

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'machine/robots');
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    `Sitemap: ${args.context.environment.origin}${href('sitemap')}`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
