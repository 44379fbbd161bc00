// Keeps the store of pictures to what is shown somewhere.
import { forgetLoosePhotos } from '#app/domain/photos/forget-loose-photos.server.ts';
import type { Services } from '#app/server/context.ts';

export async function forgetPhotos({ db, now, media, log }: Services): Promise<void> {
  const files = await forgetLoosePhotos(db, { now: now() });
  // A file of another store than today's stays where it is: whoever changed the store decides about the old one.
  const ours = files.filter((file) => file.store === media.kind);
  for (const { storeKey } of ours) await media.delete(storeKey);
  if (ours.length > 0) log.info({ files: ours.length }, 'pictures that no mat shows were deleted');
}
