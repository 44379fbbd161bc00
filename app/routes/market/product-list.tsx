// All mats on sale: search, filters in a sheet that needs no script, 24 to a page.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPublicListings } from '#app/domain/listings/listing-queries.server.ts';
import { listShopDistricts } from '#app/domain/shops/shop-window.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { readListQuery, toFilter } from '#app/server/forms/list-query.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { showCards } from '#app/server/views/pictures.server.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { ListingFilters } from '#app/ui/market/listing-filters.tsx';
import { ProductGrid } from '#app/ui/market/product-card.tsx';
import { SearchForm } from '#app/ui/market/search-form.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { listing, site, home } = textOf(data?.language ?? 'id');
  return [{ title: `${listing.listTitle} · ${site.name}` }, { name: 'description', content: home.description }];
};

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/product-list');
  const { db, shown } = args.context;
  shown.add('catalogue');
  const query = readListQuery(new URL(args.request.url).searchParams);
  const [{ cards, nextAfter }, districts] = await Promise.all([
    listPublicListings(db, toFilter(query)),
    listShopDistricts(db),
  ]);
  const { language } = readLanguage(args.request);
  return { cards: showCards(args.context, cards), nextAfter, districts, query, language };
}

export default function ProductList() {
  const { cards, nextAfter, districts, query, language } = useLoaderData<typeof loader>();
  const text = textOf(language).listing;
  return (
    <div className="mx-auto grid max-w-5xl gap-5 px-4 py-6">
      <h1 className="text-2xl">{text.listTitle}</h1>
      <SearchForm text={text} query={query.cari ?? ''} />
      <ListingFilters text={text} query={query} districts={districts} />
      {cards.length > 0 ? <ProductGrid cards={cards} text={text} hasFirst /> : <Nothing text={text} />}
      <p className="flex flex-wrap gap-3">
        {nextAfter ? (
          <a rel="next" className="button" href={href('products', undefined, { ...query, lanjut: nextAfter })}>
            {text.nextPage}
          </a>
        ) : null}
        {query.lanjut ? (
          <a className="button button-quiet" href={href('products', undefined, { ...query, lanjut: undefined })}>
            {text.firstPage}
          </a>
        ) : null}
      </p>
    </div>
  );
}

function Nothing({ text }: { text: Text['listing'] }) {
  return (
    <div className="grid gap-2 py-8">
      <p className="font-serif text-xl">{text.none}</p>
      <p>{text.noneHint}</p>
      <p>
        <a className="button button-quiet" href={href('products')}>
          {text.clear}
        </a>
      </p>
    </div>
  );
}
