// A maker's page: the name she chose, her district, her story, her mats. Nothing that leads to her door.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listOfShop } from '#app/domain/listings/listing-queries.server.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { findPublicShop } from '#app/domain/shops/shop-window.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { chatPreview } from '#app/server/views/chat-preview.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { showCards } from '#app/server/views/pictures.server.ts';
import { textOf } from '#app/text/text.ts';
import { ProductGrid } from '#app/ui/market/product-card.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { site, home } = textOf(data.language);
  const title = `${data.shop.name} · ${site.name}`;
  const description = data.shop.story ?? home.description;
  const picture = data.cards.find((card) => card.picture)?.picture;
  return [
    { title },
    { name: 'description', content: description },
    ...chatPreview({ type: 'profile', title, description, picture, language: data.language, address: data.address }),
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/maker');
  const { db, environment, shown } = args.context;
  const shop = await findPublicShop(db, { slug: args.params.slug ?? '' });
  if (!shop) throw new Response(null, { status: 404 });
  shown.add(`shop:${shop.id}`);
  const cards = await listOfShop(db, shop.id, 48);
  return {
    shop,
    cards: showCards(args.context, cards),
    address: `${environment.origin}${href('maker', { slug: shop.slug })}`,
    language: readLanguage(args.request).language,
  };
}

export default function Maker() {
  const { shop, cards, language } = useLoaderData<typeof loader>();
  const { home, listing } = textOf(language);
  return (
    <div className="mx-auto grid max-w-5xl gap-8 px-4 py-6">
      <header className="grid max-w-2xl gap-2">
        <h1 className="text-2xl">{shop.name}</h1>
        <p className="text-soft">
          {shop.district}
          {shop.completedOrders > 0 ? ` · ${listing.soldCount(shop.completedOrders)}` : ''}
        </p>
        {shop.story ? <p className="text-lg">{shop.story}</p> : null}
      </header>
      <section className="grid gap-4">
        <h2 className="text-xl">{home.makerMats}</h2>
        {cards.length > 0 ? <ProductGrid cards={cards} text={listing} hasFirst /> : <p>{home.makerEmpty}</p>}
      </section>
      <section className="grid gap-1">
        <h2 className="text-xl">{listing.delivery}</h2>
        {shop.deliveryFromRupiah === null ? null : <p>{listing.deliveryFrom(formatRupiah(shop.deliveryFromRupiah))}</p>}
        {shop.pickupPoint ? (
          <p>
            {listing.pickup(shop.pickupPoint)} {shop.pickupAddress}, {shop.pickupHours}.
          </p>
        ) : null}
      </section>
    </div>
  );
}
