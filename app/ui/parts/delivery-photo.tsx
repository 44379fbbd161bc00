// The mat at the buyer's door: shown to the buyer by her link, and to the maker who took it.
import type { Text } from '#app/text/text.ts';

export function DeliveryPhoto({ address, words }: { address: string; words: Text['order']['delivery'] }) {
  return (
    <figure className="grid justify-items-start gap-1">
      <img src={address} alt={words.caption} className="max-h-80 w-auto max-w-full rounded border border-line" />
      <figcaption className="text-sm text-soft">{words.caption}</figcaption>
    </figure>
  );
}
