// The listing form read and answered: pictures first (they are kept whatever else is wrong), then the chips, then one command.
import { z } from 'zod';
import type { AccountActor, Actor } from '#app/domain/access/actor.ts';
import { priceHints, type SizePrices } from '#app/domain/catalogue/price-hints.ts';
import { createListing } from '#app/domain/listings/create-listing.server.ts';
import { listLoosePhotos, listPricesBySize } from '#app/domain/listings/listing-queries.server.ts';
import {
  colour,
  makeDays,
  material,
  onHand,
  pattern,
  rupiah,
  size,
  weeklyCapacity,
} from '#app/domain/listings/listing-schemas.ts';
import { SIZE_IDS } from '#app/domain/listings/listing-vocabulary.ts';
import type { KeptPhoto, UploadPlace } from '#app/domain/photos/picture-sources.ts';
import type { RequestContext } from '#app/server/context.ts';
import { toPicture } from '#app/server/views/pictures.server.ts';
import { type FormProblem, formProblem, parseFields } from './forms.server.ts';
import { openUploadPlace, receivePhotos } from './received-photos.server.ts';

const common = { size, material, colour, pattern: pattern.optional().default(null), price: rupiah };
const readyShape = z.object({ ...common, onHand });
const madeShape = z.object({ ...common, makeDays, weeklyCapacity });

export interface ListingProblem extends FormProblem {
  readonly photos: readonly KeptPhoto[];
}

/** What the empty form needs: what such mats cost, and where pictures go. */
export async function openListingForm(
  context: RequestContext,
  { actor, shopId }: { actor: AccountActor; shopId: string },
): Promise<{ prices: SizePrices[]; upload: UploadPlace | null }> {
  const [prices, upload] = await Promise.all([
    listPricesBySize(context.db),
    openUploadPlace(context, { actor, shopId }),
  ]);
  return { prices: SIZE_IDS.map((id) => ({ size: id, hints: priceHints(id, prices.get(id) ?? []) })), upload };
}

/** The new listing's id, or what is wrong with the form together with the pictures that are safe. */
export async function listMat(
  form: FormData,
  { context, actor, shopId }: { context: RequestContext; actor: Actor; shopId: string },
): Promise<{ ok: true; listingId: string } | { ok: false; problem: ListingProblem }> {
  const { photoIds, problem: photoProblem } = await receivePhotos(form, { context, actor, shopId });
  const refuse = async (problem: FormProblem) => ({
    ok: false as const,
    problem: { ...problem, photos: await showPhotos(context, shopId, photoIds) },
  });
  form.delete('foto');
  // A price typed beats a chip; a chip counts only for the size that is chosen.
  if (String(form.get('price') ?? '').trim() === '')
    form.set('price', String(form.get(`price-${String(form.get('size'))}`) ?? ''));
  const isMade = form.get('stock') === 'made';
  const parsed = parseFields(form, isMade ? madeShape : readyShape);
  if (photoProblem !== null) {
    const rest = parsed.ok ? {} : parsed.errors;
    return refuse({ errors: { foto: photoProblem, ...rest }, values: parsed.values });
  }
  if (!parsed.ok) return refuse(parsed);
  const chosen = parsed.value;
  const stock = 'onHand' in chosen ? { onHand: chosen.onHand } : { onHand: 0, ...chosen };
  const { makeDays: days = null, weeklyCapacity: capacity = null } = 'makeDays' in chosen ? chosen : {};
  const created = await createListing(context.db, {
    actor,
    now: context.now(),
    input: {
      shopId,
      material: chosen.material,
      colour: chosen.colour,
      pattern: chosen.pattern,
      variants: [
        {
          size: chosen.size,
          priceRupiah: chosen.price,
          onHand: stock.onHand,
          makeDays: days,
          weeklyCapacity: capacity,
        },
      ],
      photoIds,
      publish: form.get('simpan') !== 'dulu',
    },
  });
  if (!created.ok) return refuse(formProblem(created.code, created.field, parsed.values));
  return { ok: true, listingId: created.value.listingId };
}

async function showPhotos(context: RequestContext, shopId: string, ids: readonly string[]): Promise<KeptPhoto[]> {
  const photos = await listLoosePhotos(context.db, shopId, ids);
  return photos.map((photo) => ({ id: photo.id, picture: toPicture(context.media, photo) }));
}
