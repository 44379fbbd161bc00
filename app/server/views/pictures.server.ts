// Addresses of a stored picture, made on the server by the store that keeps it.
import type { CardPhoto, ListingCard } from '#app/domain/catalogue/listing-cards.server.ts';
import type { ShownCard } from '#app/domain/catalogue/shown-card.ts';
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';
import type { RequestContext } from '#app/server/context.ts';
import { type MediaStore, PICTURE_WIDTHS, type PictureWidth } from '#app/services/media/media-store.ts';

/** A card is never wider than 480 CSS pixels: 720 serves every screen. */
const CARD_WIDTHS = [320, 720] as const satisfies readonly PictureWidth[];

export function toPicture(
  media: MediaStore,
  photo: CardPhoto,
  widths: readonly PictureWidth[] = PICTURE_WIDTHS,
): PictureSources {
  const srcset = (format: 'avif' | 'webp') =>
    widths.map((width) => `${media.address(photo.storeKey, width, format)} ${width}w`).join(',');
  return {
    avif: srcset('avif'),
    webp: srcset('webp'),
    src: media.address(photo.storeKey, 320, 'webp'),
    preview: media.previewAddress(photo.storeKey),
    width: photo.width,
    height: photo.height,
    alt: photo.alt,
  };
}

/** Cards for a page, which is stale as soon as one of them is. */
export function showCards(
  { media, shown }: Pick<RequestContext, 'media' | 'shown'>,
  cards: readonly ListingCard[],
): ShownCard[] {
  for (const card of cards) shown.add(`shop:${card.shopId}`);
  return cards.map((card) => toCard(media, card));
}

function toCard(media: MediaStore, { photo, ...card }: ListingCard): ShownCard {
  return { ...card, picture: photo ? toPicture(media, photo, CARD_WIDTHS) : null };
}
