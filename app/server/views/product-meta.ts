// What others see of a mat's page: the preview in a chat (Open Graph) and the facts for search engines (JSON-LD).
import { formatRupiah } from '#app/domain/money.ts';
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';
import { type Language, textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { chatPreview } from './chat-preview.ts';

export function productMeta(data: {
  listing: { slug: string; title: string; description: string; fromRupiah: number; isAvailable: boolean };
  pictures: readonly PictureSources[];
  shop: { name: string; district: string };
  origin: string;
  language: Language;
}) {
  const { listing, shop, origin } = data;
  const { site } = textOf(data.language);
  const address = `${origin}${href('product', { slug: listing.slug })}`;
  const [picture] = data.pictures;
  const image = picture ? new URL(picture.preview, origin).href : undefined;
  return [
    { title: `${listing.title} · ${site.name}` },
    { name: 'description', content: listing.description },
    { tagName: 'link', rel: 'canonical', href: address },
    ...chatPreview({
      type: 'product',
      title: `${listing.title}, ${formatRupiah(listing.fromRupiah)}`,
      description: `${shop.name}, ${shop.district}`,
      ...{ address, picture, language: data.language },
    }),
    {
      'script:ld+json': {
        '@context': 'https://schema.org',
        '@type': 'Product',
        name: listing.title,
        description: listing.description,
        ...(image ? { image } : {}),
        brand: { '@type': 'Brand', name: shop.name },
        offers: {
          '@type': 'Offer',
          url: address,
          priceCurrency: 'IDR',
          price: listing.fromRupiah,
          availability: `https://schema.org/${listing.isAvailable ? 'InStock' : 'OutOfStock'}`,
        },
      },
    },
  ];
}
