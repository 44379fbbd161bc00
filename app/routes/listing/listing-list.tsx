// Her shelf: every mat with its price, its stock, and whether buyers see it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listMyListings } from '#app/domain/listings/listing-queries.server.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { toPicture } from '#app/server/views/pictures.server.ts';
import { textOf } from '#app/text/text.ts';
import { StatusTag } from '#app/ui/listing/listing-status-tag.tsx';
import { stockText } from '#app/ui/market/stock-text.ts';
import { Icon } from '#app/ui/parts/icon.tsx';
import { LurikPicture, Picture } from '#app/ui/parts/picture.tsx';
import { href } from '#app/urls.ts';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'listing/listing-list');
  const { db, media, now } = args.context;
  const listings = await listMyListings(db, { actor, now: now() });
  return listings.map(({ id, title, status, fromRupiah, variants, photos: [photo] }) => ({
    ...{ id, title, status, fromRupiah, variants },
    picture: photo ? toPicture(media, photo, [320]) : null,
  }));
}

export default function ListingList() {
  const listings = useLoaderData<typeof loader>();
  const text = textOf('id').listing;
  return (
    <>
      <title>Keset · Usaha Saya</title>
      <h1 className="text-2xl">Keset Ibu</h1>
      <a className="button" href={href('businessNewListing')}>
        <Icon name="camera" /> Jual keset
      </a>
      {listings.length === 0 ? (
        <p>Belum ada keset. Ambil satu foto, pilih ukuran dan harga, lalu keset Ibu langsung terlihat pembeli.</p>
      ) : null}
      <ul className="grid">
        {listings.map((listing) => (
          <li key={listing.id} className="border-t border-line">
            <a
              href={href('businessListing', { id: listing.id })}
              className="grid grid-cols-[7rem_1fr] gap-4 py-3 text-ink no-underline"
            >
              <span className="overflow-hidden rounded">
                {listing.picture ? (
                  <Picture picture={listing.picture} sizes="112px" />
                ) : (
                  <LurikPicture seed={listing.id} />
                )}
              </span>
              <span className="grid content-start gap-1">
                <b>{listing.title}</b>
                <span>
                  {formatRupiah(listing.fromRupiah)} ·{' '}
                  <span className="text-soft">
                    {[...new Set(listing.variants.map((variant) => stockText(variant, text)))].join(', ')}
                  </span>
                </span>
                <StatusTag status={listing.status} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
