// The title of a page's tab, in the language of the screen.
import type { MetaFunction } from '@remix-run/react';
import { type Language, type Text, textOf } from '#app/text/text.ts';

/** A page that is for one visitor only. */
export const NO_INDEX = { name: 'robots', content: 'noindex' };

/** `Angkatan · Keset Kita`, and whatever else the page says about itself. */
export function titled(say: (text: Text) => string, ...more: { name: string; content: string }[]): MetaFunction {
  return ({ matches }) => {
    const root = matches.find((match) => match.id === 'root')?.data as { language?: Language } | undefined;
    const text = textOf(root?.language ?? 'id');
    return [{ title: `${say(text)} · ${text.site.name}` }, ...more];
  };
}
