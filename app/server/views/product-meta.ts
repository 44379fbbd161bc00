// What others see of a mat's page: the preview in a chat (Open Graph, JPEG) and the facts for search engines (JSON-LD).
import { formatRupiah } from '#app/domain/money.ts';
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';
import { type Language, textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

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
  const image = picture ? new URL(picture.jpeg, origin).href : undefined;
  const title = `${listing.title}, ${formatRupiah(listing.fromRupiah)}`;
  return [
    { title: `${listing.title} · ${site.name}` },
    { name: 'description', content: listing.description },
    { tagName: 'link', rel: 'canonical', href: address },
    { property: 'og:type', content: 'product' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: `${shop.name}, ${shop.district}` },
    { property: 'og:url', content: address },
    ...(image ? [{ property: 'og:image', content: image }] : []),
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
