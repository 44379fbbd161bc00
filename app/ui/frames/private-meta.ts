// Title of a page that belongs to one visitor: in her language, and never found by searching.
import { type Language, type Text, textOf } from '#app/text/text.ts';

export function privateMeta(language: Language | undefined, title: (text: Text) => string) {
  const text = textOf(language ?? 'id');
  return [{ title: `${title(text)} · ${text.site.name}` }, { name: 'robots', content: 'noindex' }];
}
