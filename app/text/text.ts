// Every sentence on screen, by noun. Indonesian is the source; English has the same shape or does not compile.
import * as en from './en/all.ts';
import * as id from './id/all.ts';

export type Language = 'id' | 'en';
export type Text = Widen<typeof id>;

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T extends readonly (infer Item)[]
      ? readonly Widen<Item>[]
      : { readonly [Key in keyof T]: Widen<T[Key]> };

const TEXTS: Readonly<Record<Language, Text>> = { id, en };

export function textOf(language: Language): Text {
  return TEXTS[language];
}

/** Text of a code that comes as a plain string (a status, a failure); a code without text is a bug and throws. */
export function textFor(texts: Readonly<Record<string, string>>, code: string): string {
  const text = texts[code];
  if (text === undefined) throw new Error(`no text for '${code}'`);
  return text;
}
