// One field and its button: search over all mats.
import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

export function SearchForm({ text, query = '' }: { text: Text['listing']; query?: string }) {
  return (
    <form action={href('products')} className="flex max-w-xl">
      <input
        type="search"
        name="cari"
        defaultValue={query}
        maxLength={80}
        aria-label={text.searchLabel}
        placeholder={text.searchHint}
        className="input rounded-r-none"
      />
      <button type="submit" className="button rounded-l-none">
        {text.search}
      </button>
    </form>
  );
}
