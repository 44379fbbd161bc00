// One mat: pictures, price, stock in words, buy; who made it, how big it is, what is like it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ShownCard } from '#app/domain/catalogue/shown-card.ts';
import { findPublicListing, listOfShop, listSimilar } from '#app/domain/listings/listing-queries.server.ts';
import { unbroken } from '#app/domain/listings/listing-vocabulary.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { findPublicShop } from '#app/domain/shops/shop-window.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { showCards, toPicture } from '#app/server/views/pictures.server.ts';
import { productMeta } from '#app/server/views/product-meta.ts';
import { type Text, textFor, textOf } from '#app/text/text.ts';
import { BuyForm } from '#app/ui/market/buy-form.tsx';
import { ProductGrid } from '#app/ui/market/product-card.tsx';
import { SizeBesideDoor } from '#app/ui/market/size-drawing.tsx';
import { PhotoStrip } from '#app/ui/parts/photo-strip.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? productMeta(data) : []);

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/product');
  const { db, media, environment, shown } = args.context;
  const listing = await findPublicListing(db, args.params.slug ?? '');
  if (!listing) throw new Response(null, { status: 404 });
  shown.add(`listing:${listing.id}`).add(`shop:${listing.shopId}`);
  const [shop, hers, similar] = await Promise.all([
    findPublicShop(db, { id: listing.shopId }),
    listOfShop(db, listing.shopId, 4, listing.id),
    listSimilar(db, listing),
  ]);
  if (!shop) throw new Response(null, { status: 404 });
  const { slug, title, description, material, colour, pattern, fromRupiah, isAvailable } = listing;
  return {
    listing: { slug, title, description, material, colour, pattern, fromRupiah, isAvailable },
    variants: listing.variants.map(({ id, size, priceRupiah, onHand, held, makeDays }) => ({
      ...{ id, size, priceRupiah, onHand, held, makeDays },
    })),
    pictures: listing.photos.map((photo) => toPicture(media, photo)),
    shop,
    hers: showCards(args.context, hers),
    similar: showCards(args.context, similar),
    origin: environment.origin,
    language: readLanguage(args.request).language,
  };
}

export default function Product() {
  const { listing, variants, pictures, shop, hers, similar, origin, language } = useLoaderData<typeof loader>();
  const text = textOf(language).listing;
  const address = `${origin}${href('product', { slug: listing.slug })}`;
  const prices = new Set(variants.map((variant) => variant.priceRupiah));
  const price = formatRupiah(listing.fromRupiah);
  return (
    <div className="mx-auto grid max-w-5xl gap-10 pb-6 md:px-4 md:pt-6">
      <div className="grid gap-6 md:grid-cols-2">
        <PhotoStrip pictures={pictures} seed={shop.slug} text={text} />
        <div className="grid content-start gap-4 px-4 md:px-0">
          <h1 className="text-2xl">{unbroken(listing.title)}</h1>
          <p className="font-serif text-2xl">{prices.size > 1 ? text.from(price) : price}</p>
          <BuyForm variants={variants} text={text} />
          <a
            className="button button-quiet"
            href={`https://wa.me/?${new URLSearchParams({ text: text.shareText(listing.title, address) })}`}
          >
            {text.share}
          </a>
          <p>{unbroken(listing.description)}</p>
          <Facts listing={listing} text={text} />
        </div>
      </div>
      <div className="grid gap-8 px-4 md:grid-cols-2 md:px-0">
        <Maker shop={shop} text={text} />
        <section className="grid content-start gap-3">
          <h2 className="text-xl">{text.besideDoor}</h2>
          {variants[0] ? <BesideDoor size={variants[0].size} text={text} /> : null}
        </section>
      </div>
      <Row title={text.moreFromHer} cards={hers} text={text} />
      <Row title={text.similar} cards={similar} text={text} />
    </div>
  );
}

function BesideDoor({ size, text }: { size: string; text: Text['listing'] }) {
  const name = textFor(text.sizes, size);
  return <SizeBesideDoor id={size} name={name} label={text.besideDoorText(name)} />;
}

function Row({ title, cards, text }: { title: string; cards: readonly ShownCard[]; text: Text['listing'] }) {
  if (cards.length === 0) return null;
  return (
    <section className="grid gap-4 px-4 md:px-0">
      <div className="lurik" />
      <h2 className="text-xl">{title}</h2>
      <ProductGrid cards={cards} text={text} />
    </section>
  );
}

function Facts({
  listing,
  text,
}: {
  listing: { material: string; colour: string; pattern: string | null };
  text: Text['listing'];
}) {
  const facts = [
    [text.material, textFor(text.materials, listing.material)],
    [text.colour, textFor(text.colours, listing.colour)],
    ...(listing.pattern ? [[text.pattern, textFor(text.patterns, listing.pattern)]] : []),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 border-t border-line pt-4">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Maker({
  shop,
  text,
}: {
  shop: {
    slug: string;
    name: string;
    district: string;
    story: string | null;
    pickupPoint: string | null;
    deliveryFromRupiah: number | null;
    completedOrders: number;
  };
  text: Text['listing'];
}) {
  return (
    <section className="grid content-start gap-2">
      <h2 className="text-xl">{text.madeBy}</h2>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          <a href={href('maker', { slug: shop.slug })} className="font-semibold">
            {shop.name}
          </a>
          , {shop.district}
        </span>
        {shop.completedOrders > 0 ? <span className="text-soft">{text.soldCount(shop.completedOrders)}</span> : null}
      </p>
      {shop.story ? <p className="text-soft">{shop.story}</p> : null}
      <h2 className="mt-4 text-xl">{text.delivery}</h2>
      {shop.deliveryFromRupiah === null ? null : <p>{text.deliveryFrom(formatRupiah(shop.deliveryFromRupiah))}</p>}
      {shop.pickupPoint ? <p>{text.pickup(shop.pickupPoint)}</p> : null}
      <p className="text-soft">{text.deliveryLater}</p>
    </section>
  );
}
