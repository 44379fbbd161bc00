// One of her mats: how it stands, sold outside, stock and price per size, pictures, words.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findKeptListing } from '#app/domain/listings/listing-access.server.ts';
import { findMyListing } from '#app/domain/listings/listing-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { applyListingEdit } from '#app/server/forms/listing-edits.server.ts';
import { openUploadPlace } from '#app/server/forms/received-photos.server.ts';
import { toPicture } from '#app/server/views/pictures.server.ts';
import { textOf } from '#app/text/text.ts';
import { PhotoInput } from '#app/ui/business/photo-input.tsx';
import { StatusForms } from '#app/ui/listing/listing-status-forms.tsx';
import { StatusTag } from '#app/ui/listing/listing-status-tag.tsx';
import { NewSizeForm, VariantForms } from '#app/ui/listing/variant-forms.tsx';
import { ErrorSummary, errorOf, TextArea, TextField } from '#app/ui/parts/fields.tsx';
import { Picture } from '#app/ui/parts/picture.tsx';
import { href } from '#app/urls.ts';

const text = textOf('id');
/** What a status form may come back with. */
const LACKS = ['photoMissing', 'priceMissing', 'stockMissing', 'conflict'];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'listing/listing');
  const { db, media, now } = args.context;
  const listing = await findMyListing(db, { actor, now: now(), id: args.params.id ?? '' });
  if (!listing) throw new Response(null, { status: 404 });
  const { id, slug, title, description, status, variants, shopId } = listing;
  const query = new URL(args.request.url).searchParams;
  const lack = query.get('kurang') ?? '';
  return {
    listing: { id, slug, title, description, status, variants },
    photos: listing.photos.map((photo) => ({ id: photo.id, picture: toPicture(media, photo, [320, 720]) })),
    upload: await openUploadPlace(args.context, { actor, shopId }),
    isNew: query.has('baru'),
    lack: LACKS.includes(lack) ? lack : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'listing/listing');
  const { context } = args;
  const id = args.params.id ?? '';
  const listing = await findKeptListing(context.db, { actor, now: context.now(), id });
  if (!listing) throw new Response(null, { status: 404 });
  const problem = await applyListingEdit(await args.request.formData(), {
    context,
    actor,
    listing: { id, shopId: listing.shop.id },
  });
  return problem ? data(problem, { status: 422 }) : redirect(href('businessListing', { id }));
}

export default function Listing() {
  const { listing, photos, upload, isNew, lack } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const problemOf = (part: string, variantId?: string): FormProblem | undefined =>
    problem?.values.bagian === part && (variantId === undefined || problem.values.variantId === variantId)
      ? problem
      : undefined;
  const lackProblem = lack ? { errors: { '': lack }, values: {} } : undefined;
  return (
    <>
      <title>{`${listing.title} · Usaha Saya`}</title>
      <header className="grid gap-2">
        <a href={href('businessListings')}>‹ Keset Ibu</a>
        <h1 className="text-2xl">{listing.title}</h1>
        <StatusTag status={listing.status} />
        {isNew && listing.status === 'published' ? (
          <p role="status" className="font-semibold text-daun">
            Keset Ibu sudah bisa dilihat pembeli.
          </p>
        ) : null}
      </header>
      <ErrorSummary problem={problem ?? lackProblem} text={text.form} />
      <StatusForms listing={listing} />
      <section className="grid gap-4">
        <div className="lurik" />
        <h2 className="text-xl">Stok dan harga</h2>
        <VariantForms variants={listing.variants} problemOf={problemOf} />
        <NewSizeForm taken={listing.variants.map((variant) => variant.size)} problem={problemOf('harga')} />
      </section>
      <Photos photos={photos} upload={upload} problem={problemOf('foto-baru')} />
      <Words listing={listing} problem={problemOf('kata')} />
    </>
  );
}

function Photos({
  photos,
  upload,
  problem,
}: {
  photos: ReturnType<typeof useLoaderData<typeof loader>>['photos'];
  upload: ReturnType<typeof useLoaderData<typeof loader>>['upload'];
  problem: FormProblem | undefined;
}) {
  return (
    <section className="grid gap-4">
      <div className="lurik" />
      <h2 className="text-xl">Foto</h2>
      <ul className="grid grid-cols-2 gap-3">
        {photos.map(({ id, picture }, index) => (
          <li key={id} className="grid content-start gap-2">
            <Picture picture={picture} sizes="(min-width:42rem) 300px,46vw" />
            <form method="post" className="grid gap-2">
              <input type="hidden" name="photoId" value={id} />
              {index === 0 ? (
                <span className="text-sm text-soft">Foto depan</span>
              ) : (
                <button type="submit" name="bagian" value="foto-depan" className="button button-quiet">
                  Jadikan foto depan
                </button>
              )}
              <button type="submit" name="bagian" value="foto-hapus" className="button button-danger">
                Hapus foto
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" encType="multipart/form-data" className="grid gap-3">
        <input type="hidden" name="bagian" value="foto-baru" />
        <PhotoInput photos={[]} upload={upload} error={errorOf(problem, 'foto', text.form)} text={text.listingForm} />
        <button type="submit" className="button button-quiet">
          Simpan foto
        </button>
      </form>
    </section>
  );
}

function Words({
  listing,
  problem,
}: {
  listing: { title: string; description: string };
  problem: FormProblem | undefined;
}) {
  return (
    <section className="grid gap-4">
      <div className="lurik" />
      <h2 className="text-xl">Judul dan keterangan</h2>
      <form method="post" className="grid gap-4">
        <input type="hidden" name="bagian" value="kata" />
        <TextField name="title" label="Judul" problem={problem} text={text.form} initial={listing.title} />
        <TextArea
          name="description"
          label="Keterangan"
          problem={problem}
          text={text.form}
          initial={listing.description}
          rows={5}
        />
        <button type="submit" className="button button-quiet">
          Simpan tulisan
        </button>
      </form>
    </section>
  );
}
