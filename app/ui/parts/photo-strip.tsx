// A mat's pictures side by side under the thumb: CSS scroll snap, no script.
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';
import type { Text } from '#app/text/text.ts';
import { LurikPicture, Picture } from './picture.tsx';

const SIZES = '(min-width:64rem) 560px,100vw';

export function PhotoStrip({
  pictures,
  seed,
  text,
}: {
  pictures: readonly PictureSources[];
  seed: string;
  text: Text['listing'];
}) {
  if (pictures.length === 0) return <LurikPicture seed={seed} />;
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    <ul
      tabIndex={pictures.length > 1 ? 0 : undefined}
      className="flex snap-x snap-mandatory items-start self-start overflow-x-auto md:rounded"
    >
      {pictures.map((picture, index) => (
        <li key={picture.src} className="relative w-full flex-none snap-center">
          <Picture picture={picture} sizes={SIZES} isFirst={index === 0} />
          {pictures.length > 1 ? (
            <span className="absolute right-3 bottom-3 rounded bg-paper px-2 text-sm">
              {text.photoCount(index + 1, pictures.length)}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
