// Usaha Saya opens on what to do now: one card, one button. Below it her next orders, her mats and her month.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDueMonths } from '#app/domain/checkins/check-in-queries.server.ts';
import { formatMonth, monthOf } from '#app/domain/dates.ts';
import { listMyListings } from '#app/domain/listings/listing-queries.server.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { listWaitingOrders } from '#app/domain/orders/order-queries.server.ts';
import { listAskedReassignments } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { findMoneySummary } from '#app/domain/sales/money-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { viewMakerOrder } from '#app/server/views/maker-order-view.ts';
import { toPicture } from '#app/server/views/pictures.server.ts';
import type { MediaStore } from '#app/services/media/media-store.ts';
import { textOf } from '#app/text/text.ts';
import { OrderRows, StepForm } from '#app/ui/business/maker-order.tsx';
import { AskedRows } from '#app/ui/business/reassignment.tsx';
import { Picture } from '#app/ui/parts/picture.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Usaha Saya · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/today');
  const { db, media, now } = args.context;
  const personId = actor.personId ?? '';
  const month = monthOf(now());
  const [{ waiting }, asked, listings, dueMonths, money] = await Promise.all([
    listWaitingOrders(db, actor),
    listAskedReassignments(db, actor),
    listMyListings(db, { actor, now: now() }),
    listDueMonths(db, personId, now()),
    findMoneySummary(db, personId, month),
  ]);
  return {
    name: actor.name,
    asked,
    waiting: waiting.map((order) => viewMakerOrder(order, now())),
    mats: viewShelf(listings, media),
    dueMonth: dueMonths[0] ?? null,
    month,
    money,
  };
}

/** What buyers see of her, in one line and a few pictures. */
function viewShelf(listings: Awaited<ReturnType<typeof listMyListings>>, media: MediaStore) {
  const onSale = listings.filter((listing) => listing.status === 'published');
  const pictured = onSale.flatMap(({ id, title, photos: [photo] }) =>
    photo ? [{ id, title, picture: toPicture(media, photo, [320]) }] : [],
  );
  return {
    onSale: onSale.length,
    soldOut: onSale.filter((listing) => !listing.isAvailable).length,
    pictured: pictured.slice(0, 3),
  };
}

export default function Today() {
  const { name, asked, waiting, mats, dueMonth, month, money } = useLoaderData<typeof loader>();
  const text = textOf('id');
  // Her own orders come first; the question on the card does not stand in the list too.
  const furtherAsked = waiting[0]?.action ? asked : asked.slice(1);
  return (
    <>
      <p>Selamat datang, Ibu {name}.</p>
      <Now first={waiting[0]} asked={asked[0]} dueMonth={dueMonth} />
      {waiting.length > 1 || furtherAsked.length > 0 ? (
        <section>
          <h2 className="text-lg">Berikutnya</h2>
          <AskedRows asked={furtherAsked} words={text.reassignment} />
          <OrderRows orders={waiting.slice(1, 6)} words={text.order.status} />
        </section>
      ) : null}
      <Mats {...mats} />
      <Month month={month} money={money} />
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Now({
  first,
  asked,
  dueMonth,
}: {
  first: Loaded['waiting'][number] | undefined;
  asked: Loaded['asked'][number] | undefined;
  dueMonth: string | null;
}) {
  const text = textOf('id');
  return (
    <section className="grid gap-3 rounded border-2 border-tarum p-4">
      <p className="text-sm text-soft">Sekarang</p>
      {first?.action ? (
        <>
          <h1 className="text-xl">
            {first.mats} keset, pesanan <a href={href('businessOrder', { id: first.id })}>{first.number}</a>
          </h1>
          <StepForm orderId={first.id} action={first.action} text={text} />
        </>
      ) : asked ? (
        <>
          <h1 className="text-xl">{text.reassignment.askedTitle(asked.fromShopName)}</h1>
          <p>
            {asked.number} · {formatRupiah(asked.totalRupiah)}
          </p>
          <a className="button" href={href('businessReassignment', { id: asked.id })}>
            {text.reassignment.seeAsked}
          </a>
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
  );
}

function Mats({ onSale, soldOut, pictured }: Loaded['mats']) {
  if (onSale === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">Keset Ibu</h2>
      <ul className="grid grid-cols-3 gap-3">
        {pictured.map(({ id, title, picture }) => (
          <li key={id}>
            <a href={href('businessListing', { id })} aria-label={title} className="block overflow-hidden rounded">
              <Picture picture={picture} sizes="30vw" />
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={href('businessListings')}>{onSale} keset dijual</a>
        {soldOut > 0 ? `, ${soldOut} habis` : ''}
      </p>
    </section>
  );
}

function Month({ month, money }: Pick<Loaded, 'month' | 'money'>) {
  const amounts = [
    ['Diterima', money.earnedRupiah],
    ['Menunggu', money.waitingRupiah],
    ['Dijual di luar', money.soldOutsideRupiah],
  ] as const;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">Uang bulan {formatMonth(month)}</h2>
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {amounts.map(([label, rupiah]) => (
          <div key={label}>
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="whitespace-nowrap font-serif text-lg">{formatRupiah(rupiah)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={href('businessMoney')}>Buka buku kas</a>
      </p>
    </section>
  );
}
