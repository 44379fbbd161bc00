// What a chat shows of an address somebody sends (Open Graph): a title, a line, a picture of which it knows the size beforehand.
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';
import { PREVIEW_SIZE } from '#app/services/media/media-store.ts';
import { type Language, textOf } from '#app/text/text.ts';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id_ID', en: 'en_GB' };

export function chatPreview(page: {
  type: 'website' | 'product' | 'profile';
  title: string;
  description: string;
  /** Whole, with its origin. */
  address: string;
  picture: PictureSources | null | undefined;
  language: Language;
}) {
  const { picture, address } = page;
  const facts = {
    'og:site_name': textOf(page.language).site.name,
    'og:locale': LOCALES[page.language],
    'og:type': page.type,
    'og:title': page.title,
    'og:description': page.description,
    'og:url': address,
    ...(picture
      ? {
          'og:image': new URL(picture.preview, address).href,
          'og:image:type': 'image/jpeg',
          'og:image:width': String(PREVIEW_SIZE.width),
          'og:image:height': String(PREVIEW_SIZE.height),
          'og:image:alt': picture.alt,
        }
      : {}),
  };
  return Object.entries(facts).map(([property, content]) => ({ property, content }));
}
