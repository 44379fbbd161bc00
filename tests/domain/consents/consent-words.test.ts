// A consent names the words it was given to: changed words need a new version.
import { expect, it } from 'vitest';
import { PURPOSES, TEXT_VERSION } from '#app/domain/consents/consent-purposes.ts';
import { hashToken } from '#app/domain/ids.ts';
import { textOf } from '#app/text/text.ts';

/** Hash of the sentences in both languages, by version; add a line, never change one. */
const WORDS: Readonly<Record<string, string>> = {
  '2026-11': '3cd6bc5e163c4a8b7c274cf4729dc913cdddbc7b7b564c8175ff797883b2fe5f',
};

it('the sentences are those of the version in force', () => {
  const words = (['id', 'en'] as const).map((language) => textOf(language).consent.purposes);
  expect(words.map((purposes) => Object.keys(purposes))).toEqual([PURPOSES, PURPOSES]);
  expect(hashToken(JSON.stringify(words))).toBe(WORDS[TEXT_VERSION]);
});
