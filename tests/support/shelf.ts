// Real pictures and whole shelves for tests of listings.
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Database } from '#app/domain/database.ts';
import { createListing, createMaker, NOW } from './fixtures.ts';

/** A JPEG of plain stripes; `gps` puts a home's coordinates in its EXIF. */
export function drawPicture(options: { width?: number; height?: number; gps?: boolean } = {}): Promise<Buffer> {
  const { width = 800, height = 600 } = options;
  const stripes = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fbf6ec"/><rect y="20%" width="100%" height="30%" fill="#1f3a5f"/><rect y="60%" width="100%" height="20%" fill="#9e2b25"/></svg>`,
  );
  const picture = sharp(stripes).jpeg();
  if (!options.gps) return picture.toBuffer();
  return picture
    .withExif({
      IFD0: { Make: 'HomePhone' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '6/1 10/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 37/1 50/1',
      },
    })
    .toBuffer();
}

export function addPhotoRow(db: Database, photo: { shopId: string; listingId?: string; alt?: string }) {
  return db.photo.create({
    data: {
      shopId: photo.shopId,
      listingId: photo.listingId ?? null,
      store: 'local',
      storeKey: randomUUID().replaceAll('-', ''),
      width: 800,
      height: 600,
      colour: '#8a7a6a',
      alt: photo.alt ?? 'Keset lurik biru, 40 × 60',
      createdAt: NOW,
    },
  });
}

/** `count` published mats with a picture, over several shops, a minute apart so that the newest is the last. */
export async function fillShelf(db: Database, count: number, shops = 3) {
  const makers = await Promise.all(Array.from({ length: shops }, () => createMaker(db)));
  const listings = [];
  for (let index = 0; index < count; index++) {
    const maker = makers[index % makers.length];
    if (!maker) throw new Error('no maker');
    const { listing } = await createListing(db, maker.shop.id, { priceRupiah: 25_000 + index * 500 });
    await db.listing.update({
      where: { id: listing.id },
      data: { publishedAt: new Date(NOW.getTime() + index * 60_000) },
    });
    await addPhotoRow(db, { shopId: maker.shop.id, listingId: listing.id });
    listings.push(listing);
  }
  return { makers, listings };
}

/** What the listing form sends when a maker has tapped her chips. */
export const MAT_CHIPS = {
  size: '40x60',
  material: 'perca-katun',
  colour: 'merah',
  pattern: 'wajik',
  'price-40x60': '35000',
  'price-50x80': '99000',
  price: '',
  stock: 'ready',
  onHand: '2',
  makeDays: '7',
  weeklyCapacity: '5',
  simpan: 'jual',
};

/** A multipart form, with a photo where one is given. */
export function toForm(fields: Record<string, string>, file?: Uint8Array): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file) body.append('foto', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), 'keset.jpg');
  return body;
}
