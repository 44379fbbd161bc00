// One order on the buyer's page: state, what comes next, one primary action, what was bought, what happened.
import { formatRupiah } from '#app/domain/money.ts';
import type { BuyerOrderView } from '#app/server/views/order-view.server.ts';
import { type Text, textFor } from '#app/text/text.ts';
import { DeliveryPhoto } from '#app/ui/parts/delivery-photo.tsx';
import { StatusTag } from '#app/ui/parts/status-tag.tsx';
import { href } from '#app/urls.ts';

function proofKey(order: BuyerOrderView) {
  return order.isForFinance ? 'pendingFinance' : 'pendingProof';
}

function toldKey(order: BuyerOrderView): keyof Text['order']['told'] {
  if (order.status === 'pending') {
    if (order.method === 'cod') return 'pendingCod';
    if (order.method === 'card') return 'pendingCard';
    return order.hasUnreadProof ? proofKey(order) : 'pendingTransfer';
  }
  if (order.status === 'expired' && order.hasUnreadProof) return proofKey(order);
  if (order.status === 'ready' && order.pickupCode) return 'readyPickup';
  return order.status as keyof Text['order']['told'];
}

export function BuyerOrder({ order, token, text }: { order: BuyerOrderView; token: string; text: Text }) {
  const words = text.order;
  return (
    <section className="grid gap-4 border-t border-line pt-5" aria-labelledby={`order-${order.id}`}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 id={`order-${order.id}`} className="text-lg">
          {order.number} <span className="font-sans text-base font-normal text-soft">{words.by(order.shop.name)}</span>
        </h2>
        <StatusTag status={order.status} words={words.status} />
      </div>
      <p>{words.told[toldKey(order)]}</p>
      {order.passedOn ? <PassedOn order={order} passedOn={order.passedOn} words={words.passedOn} /> : null}
      {order.refusal ? <MakersWords words={words} refusal={order.refusal} /> : null}
      {order.pickupCode ? <p className="font-serif text-3xl tracking-widest">{order.pickupCode}</p> : null}
      {order.wasRefused && order.status === 'pending' ? (
        <p className="font-semibold text-mengkudu">{words.proofRefused}</p>
      ) : null}
      {order.bank && !order.hasUnreadProof ? <BankBlock order={order} bank={order.bank} words={words} /> : null}
      {order.deadline && order.action ? <p>{words.payBefore(order.deadline)}</p> : null}
      {order.promisedOn ? <p>{words.promised(order.promisedOn)}</p> : null}
      {order.refundDueRupiah > 0 ? (
        <p className="font-semibold">{words.refundDue(formatRupiah(order.refundDueRupiah))}</p>
      ) : null}
      {order.sisterSize ? (
        <a
          className="button button-quiet w-full"
          href={`${href('products')}?${new URLSearchParams({ ukuran: order.sisterSize, siap: 'sekarang' })}`}
        >
          {words.sisterMats}
        </a>
      ) : null}
      {order.hasDeliveryPhoto ? (
        <DeliveryPhoto address={href('orderDeliveryPhoto', { token, orderId: order.id })} words={words.delivery} />
      ) : null}
      <Actions order={order} token={token} words={words} />
      <Goods order={order} words={words} />
      <Timeline events={order.timeline} words={words} />
      <p>
        <a href={href('complaint')}>{words.help}</a>
      </p>
    </section>
  );
}

/** Another maker makes it: whose mat comes now, and that she may say no. */
function PassedOn({
  order,
  passedOn,
  words,
}: {
  order: BuyerOrderView;
  passedOn: NonNullable<BuyerOrderView['passedOn']>;
  words: Text['order']['passedOn'];
}) {
  return (
    <div className="grid gap-2 border-l-4 border-kunyit pl-4">
      <p>{words.nowBy(passedOn.from, order.shop.name)}</p>
      <ul>
        {passedOn.mats.map(({ title, slug }) => (
          <li key={title} className="font-semibold">
            {slug ? <a href={href('product', { slug })}>{title}</a> : title}
          </li>
        ))}
      </ul>
      {order.mayRefusePassedOn ? <p>{words.mayCancel}</p> : null}
    </div>
  );
}

function MakersWords({ refusal, words }: { refusal: string; words: Text['order'] }) {
  return (
    <figure className="border-l-4 border-kunyit pl-4">
      <figcaption className="text-sm text-soft">{words.makerSays}</figcaption>
      <blockquote translate="no" className="whitespace-pre-line">
        {refusal}
      </blockquote>
    </figure>
  );
}

function BankBlock({
  order,
  bank,
  words,
}: {
  order: BuyerOrderView;
  bank: NonNullable<BuyerOrderView['bank']>;
  words: Text['order'];
}) {
  return (
    <dl className="grid gap-1 rounded bg-cloth p-4">
      <dt className="text-soft">{words.accountNumber}</dt>
      <dd className="font-serif text-xl">{bank.account}</dd>
      <dd>{words.accountOf(bank.name, bank.holder)}</dd>
      <dt className="mt-2 text-soft">{words.exactAmount}</dt>
      <dd className="font-serif text-xl">{formatRupiah(order.payRupiah)}</dd>
      {order.discountRupiah > 0 ? (
        <dd className="text-sm text-soft">{words.uniqueNote(formatRupiah(order.discountRupiah))}</dd>
      ) : null}
    </dl>
  );
}

/** What was bought, and where it is handed over. */
function Goods({ order, words }: { order: BuyerOrderView; words: Text['order'] }) {
  return (
    <>
      <ul>
        {order.lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-4">
            <span>
              {line.quantity} × {line.title}
            </span>
            <span>{formatRupiah(line.unitPriceRupiah * line.quantity)}</span>
          </li>
        ))}
      </ul>
      {order.place ? (
        <p>
          {words.pickupAt}: {order.place}
        </p>
      ) : null}
      {order.address ? (
        <p>
          {words.broughtTo}: {order.address} ({formatRupiah(order.deliveryRupiah)})
        </p>
      ) : null}
    </>
  );
}

/** Only the events that a buyer has a word for. */
function Timeline({ events, words }: { events: BuyerOrderView['timeline']; words: Text['order'] }) {
  const happened = { ...words.status, reassigned: words.passedOn.happened };
  return (
    <div className="grid gap-2">
      <h3 className="text-base">{words.timeline}</h3>
      <ol className="grid gap-2 border-l-4 border-tarum pl-4">
        {events
          .filter((event) => Object.hasOwn(happened, event.status))
          .map((event) => (
            <li key={`${event.status}-${event.at}`}>
              {textFor(happened, event.status)} <span className="text-soft">{event.at}</span>
            </li>
          ))}
      </ol>
    </div>
  );
}

function Actions({ order, token, words }: { order: BuyerOrderView; token: string; words: Text['order'] }) {
  const post = (address: string, label: string, { look = 'button', news = '' } = {}) => (
    <form method="post" action={address}>
      <input type="hidden" name="orderId" value={order.id} />
      {news ? <input type="hidden" name="kabar" value={news} /> : null}
      <button type="submit" className={`${look} w-full`}>
        {label}
      </button>
    </form>
  );
  return (
    <div className="grid gap-3">
      {order.action === 'confirm' ? post(href('orderConfirmation', { token }), words.confirmCod) : null}
      {order.action === 'payCard' ? post(href('orderPayment', { token }), words.payCard) : null}
      {order.action === 'received' || order.action === 'allFine'
        ? post(href('orderReceipt', { token }), words[order.action], { news: order.action })
        : null}
      {order.action === 'sendProof' || order.action === 'proveLate' ? (
        <a
          className={order.action === 'sendProof' ? 'button' : 'button button-quiet'}
          href={href('orderProof', { token }, { pesanan: order.id })}
        >
          {words[order.action]}
        </a>
      ) : null}
      {order.canCancel
        ? post(href('orderCancellation', { token }), words.cancel, { look: 'button button-danger' })
        : null}
    </div>
  );
}
