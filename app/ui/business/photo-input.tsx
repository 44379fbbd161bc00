// The camera button, and the pictures already taken. A small script shrinks and sends them ahead; without it the form carries the file.
import type { KeptPhoto, UploadPlace } from '#app/domain/photos/picture-sources.ts';
import type { Text } from '#app/text/text.ts';
import { CameraButton } from '#app/ui/parts/camera-button.tsx';
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
      <CameraButton
        label={photos.length > 0 ? text.addPhoto : text.takePhoto}
        isWrong={error !== undefined}
        describedBy="foto-status"
      />
      <p id="foto-status" role="status" className={error ? 'font-semibold text-mengkudu' : 'text-sm text-soft'}>
        {error ?? text.photoHint}
      </p>
      {upload ? <script type="module" src="/scripts/photo-upload.js" /> : null}
    </div>
  );
}
