// Keeps the stores of pictures to what is shown somewhere.
import { DAY_MS } from '#app/domain/dates.ts';
import { forgetLoosePhotos } from '#app/domain/photos/forget-loose-photos.server.ts';
import { forgetOldPictures, listUnnamedPictures } from '#app/domain/photos/forget-old-pictures.server.ts';
import type { Services } from '#app/server/context.ts';

export async function forgetPhotos({ db, now, media, log }: Services): Promise<void> {
  const files = await forgetLoosePhotos(db, { now: now() });
  // A file of another store than today's stays where it is: whoever changed the store decides about the old one.
  const ours = files.filter((file) => file.store === media.kind);
  for (const { storeKey } of ours) await media.delete(storeKey);
  if (ours.length > 0) log.info({ files: ours.length }, 'pictures that no mat shows were deleted');
}

/** So many pictures, and the database names none of them: they are of another database, and this one was set by mistake. */
const NOT_OURS = 20;

/** A picture of the last day is left alone: the row that names it may be on its way. */
export async function forgetPrivatePictures({ db, now, privatePictures, log }: Services): Promise<void> {
  await forgetOldPictures(db, { now: now() });
  const kept = await privatePictures.listOlder(new Date(now().getTime() - DAY_MS));
  const unnamed = await listUnnamedPictures(db, kept);
  if (unnamed.length === kept.length && kept.length >= NOT_OURS)
    return log.error(
      { files: kept.length },
      'the private pictures of DATA_DIR are not of this database: none was deleted',
    );
  for (const storeKey of unnamed) await privatePictures.delete(storeKey);
  if (unnamed.length > 0) log.info({ files: unnamed.length }, 'private pictures that no order needs were deleted');
}
