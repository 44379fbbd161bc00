// Pictures that came inside a form: those of mats are kept as rows of the shop, so that a form that fails does not lose them; private
// ones by their key alone.
import type { Actor } from '#app/domain/access/actor.ts';
import { addPhoto } from '#app/domain/photos/add-photo.server.ts';
import type { UploadPlace } from '#app/domain/photos/picture-sources.ts';
import { startUpload } from '#app/domain/photos/start-upload.server.ts';
import { failure, type Result, success } from '#app/domain/result.ts';
import type { RequestContext } from '#app/server/context.ts';
import type { MediaRefusal } from '#app/services/media/media-store.ts';
import { href } from '#app/urls.ts';

/** Message keys of `text.form`. */
export const PHOTO_PROBLEM: Readonly<Record<MediaRefusal, string>> = {
  notAPicture: 'notAPicture',
  tooLarge: 'photoTooLarge',
  tooSmall: 'photoTooSmall',
  unavailable: 'photoUnavailable',
  quota: 'photoUnavailable',
};

/** Ids sent ahead come first, then the file in the form, if any. `problem` is what was wrong with that file. */
export async function receivePhotos(
  form: FormData,
  { context, actor, shopId }: { context: RequestContext; actor: Actor; shopId: string },
): Promise<{ photoIds: string[]; problem: string | null }> {
  const photoIds = form.getAll('photoId').filter((id): id is string => typeof id === 'string');
  for (const file of form.getAll('foto')) {
    if (typeof file === 'string' || (file.size === 0 && file.name === '')) continue;
    const stored = await context.media.storeBytes(new Uint8Array(await file.arrayBuffer()));
    if (!stored.ok) return { photoIds, problem: PHOTO_PROBLEM[stored.reason] };
    const added = await addPhoto(context.db, { actor, now: context.now(), input: { shopId, picture: stored.picture } });
    if (added.ok) photoIds.push(added.value.photoId);
  }
  return { photoIds, problem: null };
}

/** A receipt, a mat at somebody's door. The code is a message key of `text.form`, `required` where no file was chosen. */
export async function keepPrivatePicture(
  form: FormData,
  field: string,
  { privatePictures }: Pick<RequestContext, 'privatePictures'>,
): Promise<Result<{ storeKey: string; contentHash: string; look: string }, string>> {
  const file = form.get(field);
  if (!(file instanceof File) || file.size === 0) return failure('required', field);
  const stored = await privatePictures.store(new Uint8Array(await file.arrayBuffer()));
  return stored.ok ? success(stored.value) : failure(PHOTO_PROBLEM[stored.reason], field);
}

/** Leave for the form's script to send one picture ahead. */
export async function openUploadPlace(
  context: RequestContext,
  { actor, shopId }: { actor: Actor; shopId: string },
): Promise<UploadPlace | null> {
  const { db, media } = context;
  const started = await startUpload(db, { actor, now: context.now(), input: { shopId, store: media.kind } });
  if (!started.ok) return null;
  const { uploadId, storeKey, expiresAt } = started.value;
  return { ticket: media.createTicket({ uploadId, storeKey, expiresAt }), done: href('upload', { id: uploadId }) };
}
