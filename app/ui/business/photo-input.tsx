// The camera button, and the pictures already taken. A small script shrinks and sends them ahead; without it the form carries the file.
import type { KeptPhoto, UploadPlace } from '#app/domain/photos/picture-sources.ts';
import type { Text } from '#app/text/text.ts';
import { Icon } from '#app/ui/parts/icon.tsx';
import { Picture } from '#app/ui/parts/picture.tsx';

export function PhotoInput({
  photos,
  upload,
  error,
  text,
}: {
  photos: readonly KeptPhoto[];
  upload: UploadPlace | null;
  error: string | undefined;
  text: Text['listingForm'];
}) {
  // What the script says while it works, in the language of the page.
  const { shrinking, sending, photo, kept, later } = text;
  return (
    <div
      className="grid min-w-0 gap-3"
      data-photo-upload={
        upload ? JSON.stringify({ ...upload, text: { shrinking, sending, photo, kept, later } }) : undefined
      }
    >
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3" data-photos>
        {photos.map(({ id, picture }) => (
          <li key={id} className="overflow-hidden rounded">
            <input type="hidden" name="photoId" value={id} />
            <Picture picture={picture} sizes="50vw" />
          </li>
        ))}
      </ul>
      <CameraButton label={photos.length > 0 ? text.addPhoto : text.takePhoto} isWrong={error !== undefined} />
      <p id="foto-status" role="status" className={error ? 'font-semibold text-mengkudu' : 'text-sm text-soft'}>
        {error ?? text.photoHint}
      </p>
      {upload ? <script type="module" src="/scripts/photo-upload.js" /> : null}
    </div>
  );
}

/** A large target over the file input itself, which the script and the form both read. */
function CameraButton({ label, isWrong }: { label: string; isWrong: boolean }) {
  return (
    <label
      htmlFor="foto"
      className="grid min-w-0 cursor-pointer grid-cols-[minmax(0,1fr)] place-items-center gap-2 rounded border-2 border-dashed border-tarum bg-cloth px-4 py-10 text-center text-tarum focus-within:outline-3 focus-within:outline-tarum"
    >
      <Icon name="camera" size={48} />
      <span className="text-lg font-semibold">{label}</span>
      <input
        id="foto"
        name="foto"
        type="file"
        accept="image/*"
        capture="environment"
        className="max-w-full text-sm"
        aria-describedby="foto-status"
        aria-invalid={isWrong || undefined}
      />
    </label>
  );
}
