// The frame of the three working surfaces: a narrow one with a thumb bar (makers, officers) and a wide one for the desk.
import type { ReactNode } from 'react';
import type { Text } from '#app/text/text.ts';
import { Icon, type IconName } from '#app/ui/parts/icon.tsx';
import { href } from '#app/urls.ts';
import { LanguageSwitch } from './language-switch.tsx';

export interface WorkLink {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
}

export function isCurrent(path: string, to: string, links: readonly WorkLink[]): boolean {
  const best = links
    .filter((link) => path === link.to || path.startsWith(`${link.to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0];
  return best?.to === to;
}

interface Frame {
  title: string;
  path: string;
  links: readonly WorkLink[];
  text: Text['site'];
  /** Makers' pages are in Indonesian only. */
  hasLanguages?: boolean;
  children: ReactNode;
}

export function ThumbFrame({ title, path, links, text, hasLanguages = false, children }: Frame) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-2xl flex-col">
      <div className="lurik" />
      <header className="flex min-h-14 flex-wrap items-center gap-x-4 border-b border-line px-4">
        <span className="font-serif text-lg font-bold whitespace-nowrap">{title}</span>
        <div className="no-print ml-auto flex gap-4">
          {hasLanguages ? <LanguageSwitch text={text} className={QUIET} /> : null}
          <SignOut text={text} />
        </div>
      </header>
      <main id="isi" className="grid content-start gap-6 px-4 py-5">
        {children}
      </main>
      <nav className="no-print sticky bottom-0 mt-auto grid auto-cols-fr grid-flow-col border-t border-line bg-paper text-center text-sm">
        {links.map((link) => (
          <a
            key={link.to}
            href={link.to}
            aria-current={isCurrent(path, link.to, links) ? 'page' : undefined}
            className="grid min-h-14 content-center justify-items-center gap-1 border-t-4 border-transparent py-2 text-ink no-underline aria-[current=page]:border-tarum aria-[current=page]:text-tarum"
          >
            <Icon name={link.icon} />
            {link.label}
          </a>
        ))}
      </nav>
    </div>
  );
}

export function DeskFrame({ title, path, links, text, children }: Frame) {
  return (
    <>
      <div className="lurik" />
      <header className="border-b border-line">
        <nav className="mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-x-5 px-4">
          <span className="font-serif text-lg font-bold">{title}</span>
          {links.map((link) => (
            <a
              key={link.to}
              href={link.to}
              aria-current={isCurrent(path, link.to, links) ? 'page' : undefined}
              className="py-3 aria-[current=page]:font-bold aria-[current=page]:text-ink"
            >
              {link.label}
            </a>
          ))}
          <div className="no-print ml-auto flex gap-5">
            <LanguageSwitch text={text} className={QUIET} />
            <SignOut text={text} />
          </div>
        </nav>
      </header>
      <main id="isi" className="mx-auto grid max-w-6xl gap-8 px-4 py-6">
        {children}
      </main>
    </>
  );
}

const QUIET = 'min-h-12 cursor-pointer whitespace-nowrap text-tarum underline';

function SignOut({ text }: { text: Text['site'] }) {
  return (
    <form method="post" action={href('signOut')}>
      <button type="submit" className={QUIET}>
        {text.signOut}
      </button>
    </form>
  );
}
