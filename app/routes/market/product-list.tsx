// All mats on sale: search, filters in a sheet that needs no script, 24 to a page.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPublicListings } from '#app/domain/listings/listing-queries.server.ts';
import { COLOUR_IDS, MATERIALS, SIZE_IDS } from '#app/domain/listings/listing-vocabulary.ts';
import { listShopDistricts } from '#app/domain/shops/shop-window.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { readListQuery, toFilter } from '#app/server/forms/list-query.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { showCards } from '#app/server/views/pictures.server.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { ProductGrid } from '#app/ui/market/product-card.tsx';
import { SearchForm } from '#app/ui/market/search-form.tsx';
import { Choice } from '#app/ui/parts/choice.tsx';
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
      <Filters text={text} query={query} districts={districts} />
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

interface FiltersProps {
  text: Text['listing'];
  query: Readonly<Record<string, string | undefined>>;
  districts: readonly { code: string; name: string }[];
}

function Filters({ text, query, districts }: FiltersProps) {
  const { cari, lanjut, ...chosen } = query;
  const count = Object.values(chosen).filter(Boolean).length;
  return (
    <details className="rounded border border-line" open={count > 0}>
      <summary className="min-h-12 cursor-pointer px-4 py-3 font-semibold">
        {text.filter}
        {count > 0 ? ` (${count})` : ''}
      </summary>
      <form action={href('products')} className="grid gap-4 border-t border-line p-4 sm:grid-cols-2 md:grid-cols-3">
        {cari ? <input type="hidden" name="cari" value={cari} /> : null}
        <Choice
          name="ukuran"
          label={text.size}
          any={text.any}
          chosen={query.ukuran}
          options={SIZE_IDS.map((id) => [id, text.sizes[id]])}
        />
        <Choice
          name="warna"
          label={text.colour}
          any={text.any}
          chosen={query.warna}
          options={COLOUR_IDS.map((id) => [id, text.colours[id]])}
        />
        <Choice
          name="bahan"
          label={text.material}
          any={text.any}
          chosen={query.bahan}
          options={MATERIALS.map((id) => [id, text.materials[id]])}
        />
        <Choice
          name="kecamatan"
          label={text.district}
          any={text.any}
          chosen={query.kecamatan}
          options={districts.map((district) => [district.code, district.name])}
        />
        <Choice
          name="siap"
          label={text.ready}
          any={text.any}
          chosen={query.siap}
          options={[
            ['sekarang', text.readyNow],
            ['dibuat', text.readyMade],
          ]}
        />
        <label className="grid gap-1 font-semibold">
          {text.most}
          <input className="input" name="maks" inputMode="numeric" defaultValue={query.maks} placeholder="50.000" />
        </label>
        <Choice
          name="urut"
          label={text.sort}
          any={text.sorts.new}
          chosen={query.urut}
          options={[
            ['murah', text.sorts.cheap],
            ['mahal', text.sorts.dear],
          ]}
        />
        <p className="flex flex-wrap items-end gap-3">
          <button type="submit" className="button">
            {text.apply}
          </button>
          {count > 0 ? (
            <a className="button button-quiet" href={href('products', undefined, { cari })}>
              {text.clear}
            </a>
          ) : null}
        </p>
      </form>
    </details>
  );
}
