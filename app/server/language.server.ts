// The language of the screen and the number in the cart: the two cookies that a shared page varies by.
import type { Language } from '#app/text/text.ts';

export interface Visitor {
  readonly language: Language;
  readonly cartCount: number;
}

export function readLanguage(request: Request): Visitor {
  const cookies = request.headers.get('Cookie') ?? '';
  const read = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(cookies)?.[1];
  const count = Number(read('keranjang_isi') ?? 0);
  return {
    language: read('bahasa') === 'en' ? 'en' : 'id',
    cartCount: Number.isInteger(count) && count > 0 && count < 1000 ? count : 0,
  };
}
