// The small forms of a listing's page, each a part with one command. A part that is not here is a bad request.
import { z } from 'zod';
import type { Actor } from '#app/domain/access/actor.ts';
import { changeStock } from '#app/domain/listings/change-stock.server.ts';
import { editListing } from '#app/domain/listings/edit-listing.server.ts';
import {
  description,
  onHand,
  optionalWhole,
  quantity,
  rupiah,
  size,
  title,
} from '#app/domain/listings/listing-schemas.ts';
import { recordOutsideSale } from '#app/domain/listings/record-outside-sale.server.ts';
import { hangPhoto } from '#app/domain/photos/hang-photo.server.ts';
import { movePhoto } from '#app/domain/photos/move-photo.server.ts';
import { removePhoto } from '#app/domain/photos/remove-photo.server.ts';
import { failure, type Result } from '#app/domain/result.ts';
import type { RequestContext } from '#app/server/context.ts';
import { type FormProblem, formProblem, parseFields } from './forms.server.ts';
import { receivePhotos } from './received-photos.server.ts';

interface Edit {
  readonly context: RequestContext;
  readonly actor: Actor;
  readonly listing: { readonly id: string; readonly shopId: string };
}
type Done = { ok: true } | { ok: false; code: string; field?: string } | ({ ok: false } & FormProblem);
type Part = (form: FormData, edit: Edit) => Promise<Done>;

/** A part of a schema and the command that its values go to. */
function part<Schema extends z.ZodObject>(
  schema: Schema,
  run: (value: z.infer<Schema>, edit: Edit, now: Date) => Promise<Result<unknown, string>>,
): Part {
  return async (form, edit) => {
    const parsed = parseFields(form, schema);
    if (!parsed.ok) return parsed;
    return run(parsed.value, edit, edit.context.now());
  };
}

const making = { makeDays: optionalWhole(1, 60), weeklyCapacity: optionalWhole(1, 999) };

const PARTS: Readonly<Record<string, Part>> = {
  kata: part(z.object({ title, description }), (words, { context, actor, listing }, now) =>
    editListing(context.db, { actor, now, input: { listingId: listing.id, ...words } }),
  ),
  harga: part(z.object({ size, price: rupiah, onHand, ...making }), (value, { context, actor, listing }, now) => {
    const { price: priceRupiah, ...variant } = value;
    const input = { listingId: listing.id, variants: [{ ...variant, priceRupiah }] };
    return editListing(context.db, { actor, now, input });
  }),
  stok: part(z.object({ variantId: z.string(), seenOnHand: onHand, onHand }), (input, { context, actor }, now) =>
    changeStock(context.db, { actor, now, input }),
  ),
  'jual-luar': part(
    z.object({ variantId: z.string(), quantity, totalRupiah: rupiah }),
    (input, { context, actor }, now) => recordOutsideSale(context.db, { actor, now, input }),
  ),
  'foto-depan': part(z.object({ photoId: z.string() }), ({ photoId }, { context, actor, listing }, now) =>
    movePhoto(context.db, { actor, now, input: { listingId: listing.id, photoId } }),
  ),
  'foto-hapus': part(z.object({ photoId: z.string() }), ({ photoId }, { context, actor, listing }, now) =>
    removePhoto(context.db, { actor, now, input: { listingId: listing.id, photoId } }),
  ),
  'foto-baru': addPhotos,
};

async function addPhotos(form: FormData, { context, actor, listing }: Edit): Promise<Done> {
  const { photoIds, problem } = await receivePhotos(form, { context, actor, shopId: listing.shopId });
  if (problem !== null) return failure(problem, 'foto');
  if (photoIds.length === 0) return failure('photoMissing', 'foto');
  return hangPhoto(context.db, { actor, now: context.now(), input: { listingId: listing.id, photoIds } });
}

/** Null when all went well; which part it was is among the values of a problem, so that the page shows it in its place. */
export async function applyListingEdit(form: FormData, edit: Edit): Promise<FormProblem | null> {
  const name = String(form.get('bagian'));
  const run = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!run) throw new Response(null, { status: 400 });
  const done = await run(form, edit);
  if (done.ok) return null;
  if ('errors' in done) return { errors: done.errors, values: done.values };
  if (done.code === 'notFound') throw new Response(null, { status: 404 });
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return formProblem(done.code, done.field, Object.fromEntries(typed));
}
