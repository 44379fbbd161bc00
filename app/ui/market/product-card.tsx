// A mat in a list: picture, price, title, who and where. The price carries; the rest steps back.
import type { ShownCard } from '#app/domain/catalogue/shown-card.ts';
import { unbroken } from '#app/domain/listings/listing-vocabulary.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { Text } from '#app/text/text.ts';
import { LurikPicture, Picture } from '#app/ui/parts/picture.tsx';
import { href } from '#app/urls.ts';

/** Two columns between margins are 158 of 360 pixels: 44vw, so that 320 dots do where two make a pixel. */
const CARD_SIZES = '(min-width:64rem) 240px,(min-width:36rem) 31vw,44vw';

export function ProductCard({ card, text, isFirst }: { card: ShownCard; text: Text['listing']; isFirst: boolean }) {
  return (
    <li>
      <a href={href('product', { slug: card.slug })} className="block text-ink no-underline">
        <div className="mb-2 overflow-hidden rounded">
          {card.picture ? (
            <Picture picture={card.picture} sizes={CARD_SIZES} isFirst={isFirst} />
          ) : (
            <LurikPicture seed={card.shopSlug} />
          )}
        </div>
        <b>{formatRupiah(card.fromRupiah)}</b>
        {card.isAvailable ? null : <span className="tag tag-quiet ml-2">{text.soldOut}</span>}
        <br />
        {unbroken(card.title)}
        <br />
        <span className="text-sm text-soft">
          {card.shopName} · {card.district}
        </span>
      </a>
    </li>
  );
}

export function ProductGrid({
  cards,
  text,
  hasFirst = false,
}: {
  cards: readonly ShownCard[];
  text: Text['listing'];
  hasFirst?: boolean;
}) {
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-3 lg:grid-cols-4">
      {cards.map((card, index) => (
        <ProductCard key={card.slug} card={card} text={text} isFirst={hasFirst && index === 0} />
      ))}
    </ul>
  );
}
