// The month's lines of a maker's cash book; a mistake is struck out and stays to be read.

import { formatDay } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { CashCategory } from '#app/domain/sales/cash-entry-schemas.ts';

export const CASH_WORDS: Readonly<Record<CashCategory, string>> = {
  outside: 'Dijual di luar',
  materials: 'Bahan',
  transport: 'Ongkos',
  energy: 'Listrik',
  wages: 'Upah',
  other: 'Lain',
};

interface Entry {
  id: string;
  kind: string;
  category: string;
  amountRupiah: number;
  quantity: number | null;
  happenedOn: string;
  note: string | null;
  struckAt: boolean;
}

export function CashBook({ entries, costsRupiah }: { entries: readonly Entry[]; costsRupiah: number }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">Buku kas</h2>
      {entries.length === 0 ? (
        <p className="text-soft">Belum ada catatan bulan ini. Uang dari luar dan belanja bahan dicatat di sini.</p>
      ) : (
        <>
          <p className="text-soft">Biaya bulan ini {formatRupiah(costsRupiah)}</p>
          <ul className="divide-y divide-line">
            {entries.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Line({ entry }: { entry: Entry }) {
  const isCost = entry.kind === 'cost';
  const Shown = entry.struckAt ? 's' : 'span';
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-x-4 py-2">
      <span>
        <Shown>{CASH_WORDS[entry.category as CashCategory] ?? entry.category}</Shown>
        <span className="block text-sm text-soft">
          {[formatDay(entry.happenedOn), entry.quantity ? `${entry.quantity} keset` : '', entry.note ?? '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="text-right">
        <Shown className="tabular-nums">{formatRupiah(isCost ? -entry.amountRupiah : entry.amountRupiah)}</Shown>
        {entry.struckAt ? (
          <span className="block text-sm text-soft">dicoret</span>
        ) : (
          <form method="post" className="no-print">
            <input type="hidden" name="entryId" value={entry.id} />
            <button type="submit" className="min-h-12 cursor-pointer text-mengkudu underline">
              Coret
            </button>
          </form>
        )}
      </span>
    </li>
  );
}
