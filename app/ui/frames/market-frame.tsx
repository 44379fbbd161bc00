// The frame of the public shop: woven band, name, mats, cart; the footer says who runs it.
import type { ReactNode } from 'react';
import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { LanguageSwitch } from './language-switch.tsx';

export function MarketFrame({
  text,
  cartCount,
  isDemonstration,
  children,
}: {
  text: Text['site'];
  cartCount: number;
  isDemonstration: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <a href="#isi" className="sr-only focus:not-sr-only">
        {text.skip}
      </a>
      <div className="lurik" />
      <Header text={text} cartCount={cartCount} />
      <main id="isi">{children}</main>
      <Footer text={text} isDemonstration={isDemonstration} />
    </>
  );
}

function Header({ text, cartCount }: { text: Text['site']; cartCount: number }) {
  return (
    <header className="border-b border-line">
      <nav className="mx-auto flex min-h-14 max-w-5xl flex-wrap items-center gap-x-3 px-4 sm:gap-x-5">
        <a href={href('home')} className="font-serif text-lg font-bold text-ink no-underline">
          {text.name}
        </a>
        <a href={href('products')} className="py-3">
          {text.products}
        </a>
        <a href={href('cart')} className="ml-auto py-3">
          {text.cart}
          {cartCount > 0 ? ` (${cartCount})` : ''}
        </a>
        <a href={href('signIn')} className="hidden py-3 sm:inline">
          {text.signIn}
        </a>
      </nav>
    </header>
  );
}

function Footer({ text, isDemonstration }: { text: Text['site']; isDemonstration: boolean }) {
  return (
    <footer className="mt-12 border-t border-line bg-cloth">
      <div className="mx-auto grid max-w-5xl gap-4 px-4 py-6">
        <p className="flex flex-wrap gap-x-5">
          {(['signIn', 'howItWorks', 'complaint', 'privacy'] as const).map((name) => (
            <a key={name} href={href(name)} className="py-2">
              {text[name]}
            </a>
          ))}
        </p>
        <p className="text-soft">{text.runBy}</p>
        {isDemonstration ? (
          <p className="grid justify-items-start gap-2">
            <span className="rounded bg-kunyit px-3 py-1 text-on-kunyit">{text.simulated}</span>
            <a href={href('demo')}>{text.demo}</a>
          </p>
        ) : null}
        <LanguageSwitch text={text} className="button button-quiet" />
      </div>
    </footer>
  );
}
