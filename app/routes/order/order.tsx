// The buyer's page, by its random link: each order of the purchase with what comes next and one action.
import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatRupiah } from '#app/domain/money.ts';
import { findLinkedPurchase, listOrderEvents } from '#app/domain/orders/order-queries.server.ts';
import { strikeDueClocks } from '#app/domain/orders/strike-clock.server.ts';
import { listTakenOver, REASSIGNED } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { viewBuyerOrder } from '#app/server/views/order-view.server.ts';
import { textOf } from '#app/text/text.ts';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { BuyerOrder } from '#app/ui/market/buyer-order.tsx';
import { OrderNews } from '#app/ui/market/order-news.tsx';

export const meta = titled((text) => text.order.purchaseTitle, NO_INDEX, { name: 'referrer', content: 'no-referrer' });

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'order/order');
  const { db, sealer, now } = args.context;
  const token = args.params.token ?? '';
  await strikeDueClocks(db, { input: { token }, now: now(), sealer });
  const purchase = await findLinkedPurchase(db, token, sealer);
  if (!purchase) throw new Response(null, { status: 404 });
  const events = await listOrderEvents(
    db,
    purchase.orders.map((order) => order.id),
  );
  const passedOn = events.flatMap(({ kind, subjectId }) => (kind === REASSIGNED ? [subjectId] : []));
  const takenOver = passedOn.length > 0 ? await listTakenOver(db, passedOn) : [];
  const notice = new URL(args.request.url).searchParams.get('kabar');
  const { language } = readLanguage(args.request);
  return data({
    language,
    token,
    number: purchase.number,
    totalRupiah: purchase.totalRupiah,
    notice:
      notice === 'cardOpen' || notice === 'cardProcessing' || notice === 'cardUnavailable' || notice === 'conflict'
        ? notice
        : null,
    isNewsStopped: purchase.newsStoppedAt !== null,
    // Of an order that is over there is no more news.
    hasNews: purchase.orders.some((order) => order.endedAt === null),
    orders: purchase.orders.map((order) => viewBuyerOrder(order, events, { takenOver, language, now: now() })),
  });
}

export default function Order() {
  const { language, token, number, totalRupiah, orders, notice, ...news } = useLoaderData<typeof loader>();
  const text = textOf(language);
  const notices = {
    cardOpen: text.order.cardOpen,
    cardProcessing: text.order.cardProcessing,
    cardUnavailable: text.form.cardUnavailable,
    conflict: text.form.conflict,
  };
  return (
    <div className="mx-auto grid max-w-2xl gap-6 px-4 py-6">
      <div className="grid gap-1">
        <h1 className="text-2xl">{text.order.purchaseTitle}</h1>
        <p className="text-soft">
          {number} · {formatRupiah(totalRupiah)}
        </p>
      </div>
      {notice ? (
        <p role="status" className="rounded bg-kunyit p-3 text-on-kunyit">
          {notices[notice as keyof typeof notices]}
        </p>
      ) : null}
      <p>{text.order.keepLink}</p>
      {orders.map((order) => (
        <BuyerOrder key={order.id} order={order} token={token} text={text} />
      ))}
      {news.hasNews ? <OrderNews isStopped={news.isNewsStopped} token={token} words={text.order} /> : null}
    </div>
  );
}
