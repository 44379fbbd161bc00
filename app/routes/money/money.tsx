// /usaha/uang: what she earned, what is on its way, her cash book of the month; POST strikes a line of it.

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { addMonths, dayOf, formatDay, formatMonth, fromDateColumn, monthOf } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import {
  findMoneySummary,
  listCashEntries,
  listEarnedOrders,
  listLedgerMovements,
} from '#app/domain/sales/money-queries.server.ts';
import { strikeCashEntry } from '#app/domain/sales/strike-cash-entry.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { readMonth } from '#app/server/forms/month-parameter.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { CashBook } from '#app/ui/business/cash-book.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Uang · Usaha Saya' }];

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { personId } = await requireActor(args, 'money/money');
  if (!personId) throw new Response(null, { status: 404 });
  const current = monthOf(context.now());
  const month = readMonth(request, current);
  const [summary, entries, orders, movements] = await Promise.all([
    findMoneySummary(context.db, personId, month),
    listCashEntries(context.db, personId, month),
    listEarnedOrders(context.db, [personId], month),
    listLedgerMovements(context.db, personId, month),
  ]);
  return {
    month,
    isCurrent: month === current,
    summary,
    entries: entries.map((entry) => ({
      ...entry,
      happenedOn: fromDateColumn(entry.happenedOn),
      struckAt: entry.struckAt !== null,
    })),
    orders: orders.map((order) => ({
      id: order.id,
      number: order.number,
      rupiah: order.rupiah,
      completedOn: order.completedAt ? dayOf(order.completedAt) : '',
    })),
    movements: movements.map(({ bookedAt, ...movement }) => ({ ...movement, bookedOn: dayOf(bookedAt) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'money/money');
  const entryId = asId((await request.formData()).get('entryId'));
  const result = await strikeCashEntry(context.db, { actor, input: { entryId }, now: context.now() });
  if (!result.ok) throw new Response(null, { status: 404 });
  return redirect(href('businessMoney', undefined, { bulan: result.value }));
}

export default function MoneyPage() {
  const { month, isCurrent, summary, entries, orders, movements } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="grid gap-2">
        <h1 className="text-2xl">Uang {formatMonth(month)}</h1>
        <MonthSwitch month={month} isCurrent={isCurrent} />
      </header>
      <dl className="flex flex-wrap gap-x-8 gap-y-3 border-y border-line py-4">
        <Amount label="Diterima" rupiah={summary.earnedRupiah} note={`${summary.earnedOrders} pesanan`} />
        <Amount label="Menunggu" rupiah={summary.waitingRupiah} note={`${summary.waitingOrders} pesanan`} />
        <Amount label="Dijual di luar" rupiah={summary.soldOutsideRupiah} note="catatan Ibu" />
      </dl>
      <a className="button" href={href('businessCashEntry')}>
        Catat uang
      </a>
      <CashBook entries={entries} costsRupiah={summary.costsRupiah} />
      <EarnedOrders orders={orders} />
      <Ledger movements={movements} owedRupiah={summary.owedRupiah} />
    </>
  );
}

function MonthSwitch({ month, isCurrent }: { month: string; isCurrent: boolean }) {
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <nav className="no-print flex justify-between gap-4" aria-label="Pilih bulan">
      <a className="py-2" href={href('businessMoney', undefined, { bulan: before })}>
        ‹ {formatMonth(before, 'id', 'short')}
      </a>
      {isCurrent ? null : (
        <a className="py-2" href={href('businessMoney', undefined, { bulan: after })}>
          {formatMonth(after, 'id', 'short')} ›
        </a>
      )}
    </nav>
  );
}

function Amount({ label, rupiah, note }: { label: string; rupiah: number; note: string }) {
  return (
    <div>
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="whitespace-nowrap font-serif text-xl">{formatRupiah(rupiah)}</dd>
      <dd className="text-sm text-soft">{note}</dd>
    </div>
  );
}

interface Order {
  id: string;
  number: string;
  rupiah: number;
  completedOn: string;
}

function EarnedOrders({ orders }: { orders: readonly Order[] }) {
  if (orders.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">Pesanan selesai</h2>
      <ul className="divide-y divide-line">
        {orders.map((order) => (
          <li key={order.id} className="flex justify-between gap-4 py-2">
            <span>
              <a href={href('businessOrder', { id: order.id })}>{order.number}</a>
              <span className="block text-sm text-soft">{formatDay(order.completedOn)}</span>
            </span>
            <span className="tabular-nums">{formatRupiah(order.rupiah)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Movement {
  id: string;
  rupiah: number;
  orderNumber: string | null;
  bookedOn: string;
}

/** Only where an operator's account holds money for her. */
function Ledger({ movements, owedRupiah }: { movements: readonly Movement[]; owedRupiah: number }) {
  if (movements.length === 0 && owedRupiah === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">Di rekening bersama</h2>
      <p>
        Yang akan dibayarkan ke Ibu: <strong>{formatRupiah(owedRupiah)}</strong>
      </p>
      <ul className="divide-y divide-line">
        {movements.map((movement) => (
          <li key={movement.id} className="flex justify-between gap-4 py-2">
            <span>
              {describe(movement)}
              <span className="block text-sm text-soft">{formatDay(movement.bookedOn)}</span>
            </span>
            <span className="tabular-nums">{formatRupiah(movement.rupiah)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function describe({ rupiah, orderNumber }: Movement): string {
  if (orderNumber) return rupiah > 0 ? `Dari pesanan ${orderNumber}` : `Dikembalikan untuk pesanan ${orderNumber}`;
  return rupiah > 0 ? 'Masuk' : 'Dibayarkan ke Ibu';
}
