// A picture by width and format: sized before it comes so that nothing jumps; the first one at once, the others when they are near.
import { COLOURS } from '#app/domain/listings/listing-vocabulary.ts';
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';

export function Picture({
  picture,
  sizes,
  isFirst = false,
  className = 'aspect-4/3 w-full bg-cloth object-cover',
}: {
  picture: PictureSources;
  sizes: string;
  isFirst?: boolean;
  className?: string;
}) {
  return (
    <picture>
      <source type="image/avif" srcSet={picture.avif} sizes={sizes} />
      <img
        src={picture.src}
        srcSet={picture.webp}
        sizes={sizes}
        alt={picture.alt}
        width={picture.width}
        height={picture.height}
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
        className={className}
        {...(isFirst ? { fetchpriority: 'high' } : {})}
      />
    </picture>
  );
}

/** Where no photo exists: stripes in colours that follow from the shop's address, never a grey box. */
export function LurikPicture({ seed }: { seed: string }) {
  const number = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  const pick = (step: number) => COLOURS[(number + step * 3) % (COLOURS.length - 1)]?.hex;
  return (
    <svg viewBox="0 0 40 30" className="aspect-4/3 w-full" aria-hidden="true" preserveAspectRatio="none">
      <rect width="40" height="30" fill="#f3eada" />
      {[0, 10, 20, 30].map((x) => (
        <g key={x} transform={`translate(${x})`}>
          <rect width="3.6" height="30" fill={pick(0)} />
          <rect x="4.6" width="2.4" height="30" fill={pick(1)} />
          <rect x="8" width="1" height="30" fill={pick(2)} />
        </g>
      ))}
    </svg>
  );
}
