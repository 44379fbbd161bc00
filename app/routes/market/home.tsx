// The front page: what this is, what it brought, the newest mats, who weaves them.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatMonth } from '#app/domain/dates.ts';
import { listNewest } from '#app/domain/listings/listing-queries.server.ts';
import { COLOUR_IDS, SIZE_IDS } from '#app/domain/listings/listing-vocabulary.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { type PublishedEarnings, readPublishedEarnings } from '#app/domain/sales/published-earnings.server.ts';
import { listShopsWithStory } from '#app/domain/shops/shop-window.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { chatPreview } from '#app/server/views/chat-preview.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { showCards } from '#app/server/views/pictures.server.ts';
import { type Language, type Text, textOf } from '#app/text/text.ts';
import { ProductGrid } from '#app/ui/market/product-card.tsx';
import { SearchForm } from '#app/ui/market/search-form.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { home, site } = textOf(data.language);
  const title = `${site.name}: ${home.title}`;
  const picture = data.cards.find((card) => card.picture)?.picture;
  return [
    { title },
    { name: 'description', content: home.description },
    ...chatPreview({
      type: 'website',
      ...{ title, description: home.description, address: data.address, picture, language: data.language },
    }),
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/home');
  const { db, shown, environment } = args.context;
  shown.add('catalogue');
  const [cards, makers, earnings] = await Promise.all([
    listNewest(db, 8),
    listShopsWithStory(db, 3),
    readPublishedEarnings(db),
  ]);
  const { language } = readLanguage(args.request);
  const address = `${environment.origin}${href('home')}`;
  return { cards: showCards(args.context, cards), makers, earnings, language, address };
}

export default function Home() {
  const { cards, makers, earnings, language } = useLoaderData<typeof loader>();
  const text = textOf(language);
  return (
    <div className="mx-auto grid max-w-5xl gap-10 px-4 py-6">
      <section className="grid gap-4">
        <h1 className="max-w-xl text-2xl sm:text-3xl">{text.home.title}</h1>
        <p className="max-w-xl text-lg">{earningsSentence(earnings, language)}</p>
        <SearchForm text={text.listing} />
      </section>
      <section className="grid gap-4">
        <h2 className="text-xl">{text.home.newest}</h2>
        <ProductGrid cards={cards} text={text.listing} hasFirst />
        <p>
          <a className="button" href={href('products')}>
            {text.home.seeAll}
          </a>
        </p>
      </section>
      <Kinds text={text} />
      {makers.length > 0 ? <Makers makers={makers} title={text.home.stories} /> : null}
      <HowItWorks text={text.home} />
    </div>
  );
}

function earningsSentence({ earned, openShops }: PublishedEarnings, language: Language): string {
  const { home: text } = textOf(language);
  return earned
    ? text.earned(formatMonth(earned.month, language), earned.makers, formatRupiah(earned.rupiah))
    : text.makers(openShops);
}

function Kinds({ text }: { text: Text }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{text.home.byKind}</h2>
      <p className="flex flex-wrap gap-2">
        {COLOUR_IDS.map((colour) => (
          <a key={colour} className="chip" href={href('products', undefined, { warna: colour })}>
            {text.listing.colours[colour]}
          </a>
        ))}
        {SIZE_IDS.map((size) => (
          <a key={size} className="chip" href={href('products', undefined, { ukuran: size })}>
            {text.listing.sizes[size]}
          </a>
        ))}
      </p>
    </section>
  );
}

function Makers({
  makers,
  title,
}: {
  makers: readonly { slug: string; name: string; story: string; district: string }[];
  title: string;
}) {
  return (
    <section className="grid gap-4">
      <div className="lurik" />
      <h2 className="text-xl">{title}</h2>
      <ul className="grid gap-6 md:grid-cols-3">
        {makers.map((maker) => (
          <li key={maker.slug} className="grid content-start gap-1">
            <a href={href('maker', { slug: maker.slug })} className="font-serif text-lg font-bold">
              {maker.name}
            </a>
            <p>{maker.story}</p>
            <p className="text-sm text-soft">{maker.district}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowItWorks({ text }: { text: Text['home'] }) {
  return (
    <section className="grid gap-6 md:grid-cols-2">
      <div className="grid content-start gap-3">
        <h2 className="text-xl">{text.howTitle}</h2>
        <ol className="grid list-decimal gap-2 pl-5">
          {text.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <a href={href('howItWorks')}>{text.more}</a>
      </div>
      <div className="grid content-start gap-3">
        <h2 className="text-xl">{text.bulkTitle}</h2>
        <p>{text.bulk}</p>
      </div>
    </section>
  );
}
