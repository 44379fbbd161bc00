// The language of the screen and the number in the cart: the two cookies that a shared page varies by.
import type { Language } from '#app/text/text.ts';

export interface Visitor {
  readonly language: Language;
  readonly cartCount: number;
}

const ENGLISH = /(?:^|; )bahasa=en(?:;|$)/;
const COUNT = /(?:^|; )keranjang_isi=(\d{1,3})(?:;|$)/;

/** `cookies` is the Cookie header, empty when there is none. What is no language or number counts as absent. */
export function readVisitorCookies(cookies: string): Visitor {
  if (cookies === '') return { language: 'id', cartCount: 0 };
  return { language: ENGLISH.test(cookies) ? 'en' : 'id', cartCount: Number(COUNT.exec(cookies)?.[1] ?? 0) };
}

export function readLanguage(request: Request): Visitor {
  return readVisitorCookies(request.headers.get('Cookie') ?? '');
}
