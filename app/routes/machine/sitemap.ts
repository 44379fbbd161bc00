// Addresses for search engines: the shop's pages, mats on sale, open makers. A hidden shop is in none of them.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { listPublicSlugs } from '#app/domain/listings/listing-queries.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'machine/sitemap');
  const { db, environment } = args.context;
  const { listings, shops } = await listPublicSlugs(db);
  const paths = [
    ...(['home', 'products', 'howItWorks', 'complaint', 'privacy'] as const).map((name) => href(name)),
    ...listings.map((slug) => href('product', { slug })),
    ...shops.map((slug) => href('maker', { slug })),
  ];
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<url><loc>${environment.origin}${path}</loc></url>`).join('\n')}
</urlset>
`;
  return new Response(body, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
