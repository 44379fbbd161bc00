// Between the pages of finance.
import { href } from '#app/urls.ts';

const PAGES = [
  ['desk', 'Uang hari ini', href('officeMoney')],
  ['proofs', 'Bukti transfer', href('officeProofs')],
] as const;

export function FinanceNav({ current }: { current?: (typeof PAGES)[number][0] }) {
  return (
    <nav aria-label="Keuangan" className="no-print flex flex-wrap gap-3">
      {PAGES.map(([name, label, to]) => (
        <a key={name} href={to} className="chip" aria-current={name === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
