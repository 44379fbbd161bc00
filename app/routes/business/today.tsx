// Usaha Saya opens on what to do now: one card, one button. Below it her orders and her month.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDueMonths } from '#app/domain/checkins/check-in-queries.server.ts';
import { formatMonth, monthOf } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { listShopOrders } from '#app/domain/orders/order-queries.server.ts';
import { findMoneySummary } from '#app/domain/sales/money-queries.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { viewMakerOrder } from '#app/server/maker-order-view.ts';
import { textOf } from '#app/text/text.ts';
import { OrderRows, StepForm } from '#app/ui/maker-order.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Usaha Saya · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/today');
  const { db, now } = args.context;
  const personId = actor.personId ?? '';
  const month = monthOf(now());
  const [orders, dueMonths, money] = await Promise.all([
    listShopOrders(db, actor),
    listDueMonths(db, personId, now()),
    findMoneySummary(db, personId, month),
  ]);
  return {
    name: actor.name,
    waiting: orders.waiting.map((order) => viewMakerOrder(order, now())),
    dueMonth: dueMonths[0] ?? null,
    month,
    money,
  };
}

export default function Today() {
  const { name, waiting, dueMonth, month, money } = useLoaderData<typeof loader>();
  const text = textOf('id');
  const first = waiting[0];
  return (
    <>
      <p>Selamat datang, Ibu {name}.</p>
      <section className="grid gap-3 rounded border-2 border-tarum p-4">
        <p className="text-sm text-soft">Sekarang</p>
        {first?.action ? (
          <>
            <h1 className="text-xl">
              {first.mats} keset, pesanan <a href={href('businessOrder', { id: first.id })}>{first.number}</a>
            </h1>
            <StepForm orderId={first.id} action={first.action} text={text.form} />
          </>
        ) : dueMonth ? (
          <>
            <h1 className="text-xl">Bagaimana usaha Ibu bulan {formatMonth(dueMonth)}?</h1>
            <p>Lima pertanyaan, dua menit.</p>
            <a className="button" href={href('businessCheckIn', undefined, { bulan: dueMonth })}>
              Jawab
            </a>
          </>
        ) : (
          <>
            <h1 className="text-xl">Semua beres. Ada keset baru?</h1>
            <a className="button" href={href('businessNewListing')}>
              Foto dan jual keset
            </a>
          </>
        )}
      </section>
      <section className="grid gap-2">
        <h2 className="text-lg">Uang bulan {formatMonth(month)}</h2>
        <dl className="grid grid-cols-3 gap-3">
          {(
            [
              ['Diterima', money.earnedRupiah],
              ['Menunggu', money.waitingRupiah],
              ['Dijual di luar', money.soldOutsideRupiah],
            ] as const
          ).map(([label, rupiah]) => (
            <div key={label}>
              <dt className="text-sm text-soft">{label}</dt>
              <dd className="font-serif text-lg">{formatRupiah(rupiah)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={href('businessMoney')}>Buka buku kas</a>
        </p>
      </section>
      {waiting.length > 1 ? (
        <section>
          <h2 className="text-lg">Berikutnya</h2>
          <OrderRows orders={waiting.slice(1, 6)} words={text.order.status} />
        </section>
      ) : null}
    </>
  );
}
