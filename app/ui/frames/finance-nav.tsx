// Between the pages of finance.
import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

const PAGES = [
  ['desk', href('officeMoney')],
  ['proofs', href('officeProofs')],
] as const;

export function FinanceNav({ current, text }: { current?: (typeof PAGES)[number][0]; text: Text['finance'] }) {
  return (
    <nav aria-label={text.title} className="no-print flex flex-wrap gap-3">
      {PAGES.map(([name, to]) => (
        <a key={name} href={to} className="chip" aria-current={name === current ? 'page' : undefined}>
          {text[name]}
        </a>
      ))}
    </nav>
  );
}
