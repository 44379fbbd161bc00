// One order: what to do, for whom, where to; the transfer proof when there is one to look at.
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay, formatInstant, fromDateColumn } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { canMakerRefuse } from '#app/domain/orders/maker-steps.ts';
import { findShopOrder } from '#app/domain/orders/order-queries.server.ts';
import { listLikeOthers } from '#app/domain/payments/proof-likeness.server.ts';
import { findPassedOn } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { viewMakerOrder } from '#app/server/views/maker-order-view.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { ACTION_WORDS, StepForm } from '#app/ui/business/maker-order.tsx';
import { ProofReview } from '#app/ui/business/proof-review.tsx';
import { DeliveryPhoto } from '#app/ui/parts/delivery-photo.tsx';
import { Fact } from '#app/ui/parts/fact.tsx';
import { ErrorSummary } from '#app/ui/parts/fields.tsx';
import { StatusTag } from '#app/ui/parts/status-tag.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Pesanan · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/order');
  const { db, now, sealer } = args.context;
  const order = await findShopOrder(db, actor, asId(args.params.id), sealer);
  const mayBePassedOn = !order || order.status === 'confirmed';
  const passedOn = mayBePassedOn ? await findPassedOn(db, actor, asId(args.params.id)) : null;
  // An order that another took over is hers no more; what became of it she may know.
  if (!order && passedOn) throw redirect(href('businessReassignment', { id: passedOn.id }));
  if (!order) throw new Response(null, { status: 404 });
  const payment = order.payments[0];
  const unread = payment?.proofs.find((proof) => proof.verdict === 'unread');
  const alike = await listLikeOthers(db, unread ? [unread.id] : [], now());
  return {
    ...viewMakerOrder(order, now()),
    problem: new URL(args.request.url).searchParams.get('kabar'),
    lines: order.lines.map(({ id, title, quantity, unitPriceRupiah }) => ({ id, title, quantity, unitPriceRupiah })),
    buyer: order.buyer,
    address: order.address && order.area ? `${order.address}, ${order.area.name}` : null,
    place: order.pickupPoint ? `${order.pickupPoint.name} (${order.pickupPoint.hours})` : null,
    note: order.note,
    refusal: order.refusal,
    promised: order.promisedOn ? formatDay(fromDateColumn(order.promisedOn)) : null,
    placed: formatInstant(order.placedAt),
    method: order.method as 'cod' | 'transfer' | 'card',
    payRupiah: payment?.orderId ? payment.amountRupiah : order.totalRupiah,
    proof: unread
      ? { id: unread.id, sent: formatInstant(unread.submittedAt), isLikeAnother: alike.has(unread.id) }
      : null,
    asked: passedOn ? { id: passedOn.id, shop: passedOn.toShopName } : null,
    hasDeliveryPhoto: order.deliveryPhotoKey !== null,
    canRefuse: canMakerRefuse(order),
    canTakeBack: order.status === 'shipped' && order.method === 'cod',
  };
}

const METHOD = {
  cod: 'tunai saat diterima',
  transfer: 'transfer ke rekening Ibu',
  card: 'kartu, lewat koperasi',
} as const;

/** The field that a problem belongs to. */
const FIELD_OF: Readonly<Record<string, string>> = {
  wrongCode: 'kode',
  ...{ photoMissing: 'foto', notAPicture: 'foto', photoTooLarge: 'foto', photoTooSmall: 'foto' },
};

export default function BusinessOrder() {
  const order = useLoaderData<typeof loader>();
  const text = textOf('id');
  const problem =
    order.problem && Object.hasOwn(text.form, order.problem)
      ? { errors: { [FIELD_OF[order.problem] ?? '']: order.problem }, values: {} }
      : undefined;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h1 className="text-xl">{text.order.title(order.number)}</h1>
        <StatusTag status={order.status} words={text.order.status} />
      </div>
      <Receipt order={order} problem={problem} text={text} />
      {order.action && order.action !== 'reviewProof' ? (
        <StepForm orderId={order.id} action={order.action} problem={problem} text={text} />
      ) : null}
      {order.hasDeliveryPhoto ? (
        <DeliveryPhoto address={href('businessDeliveryPhoto', { id: order.id })} words={text.order.delivery} />
      ) : null}
      {order.asked ? (
        <p>
          <a href={href('businessReassignment', { id: order.asked.id })}>
            {text.reassignment.waitingFor(order.asked.shop)}
          </a>
        </p>
      ) : null}
      <Mats order={order} />
      <Facts order={order} text={text} />
      {order.canTakeBack || order.canRefuse ? <Trouble order={order} text={text} /> : null}
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** A receipt to answer, or the word that finance answers it. */
function Receipt({ order, problem, text }: { order: Shown; problem: FormProblem | undefined; text: Text }) {
  if (order.isForFinance)
    return (
      <p role="status" className="rounded bg-kunyit p-3 text-on-kunyit">
        {text.finance.proof.handedOver}
      </p>
    );
  if (!order.proof) return null;
  return (
    <>
      <ErrorSummary problem={problem} text={text.form} />
      <ProofReview
        text={text.finance.proof}
        proof={order.proof}
        payRupiah={order.payRupiah}
        imageAddress={href('businessProof', { id: order.id, proofId: order.proof.id })}
        action={href('businessOrderStep', { id: order.id })}
      />
    </>
  );
}

function Mats({ order }: { order: Shown }) {
  return (
    <ul>
      {order.lines.map((line) => (
        <li key={line.id} className="flex justify-between gap-4 border-t border-line py-2">
          <span>
            {line.quantity} × {line.title}
          </span>
          <span>{formatRupiah(line.unitPriceRupiah * line.quantity)}</span>
        </li>
      ))}
      <li className="flex justify-between gap-4 border-t border-line py-2 font-semibold">
        <span>Dibayar ({METHOD[order.method]})</span>
        <span>{formatRupiah(order.totalRupiah)}</span>
      </li>
    </ul>
  );
}

function Facts({ order, text }: { order: Shown; text: Text }) {
  const rows = [
    [text.order.refuse.mine, order.refusal],
    ['Diantar ke', order.address],
    ['Diambil di', order.place],
    ['Pesan pembeli', order.note],
    ['Dijanjikan', order.promised],
    ['Dipesan', order.placed],
  ] as const;
  return (
    <dl className="grid gap-2">
      {order.buyer ? (
        <Fact label="Pembeli">
          {order.buyer.name}, <a href={`https://wa.me/${order.buyer.phone.slice(1)}`}>{order.buyer.phone}</a>
        </Fact>
      ) : null}
      {rows.map(([label, value]) => (
        <Fact key={label} label={label}>
          {value}
        </Fact>
      ))}
    </dl>
  );
}

/** She takes a refused mat back, asks another maker, or tells the buyer why she cannot. */
function Trouble({ order, text }: { order: Shown; text: Text }) {
  return (
    <details>
      <summary className="min-h-12 cursor-pointer py-3">{text.order.refuse.summary}</summary>
      <div className="grid gap-3">
        {order.status === 'confirmed' && !order.asked ? (
          <a className="button button-quiet" href={href('businessOrderSisters', { id: order.id })}>
            {text.reassignment.askSister}
          </a>
        ) : null}
        {order.canRefuse ? (
          <a className="button button-danger" href={href('businessOrderRefusal', { id: order.id })}>
            {ACTION_WORDS.refuse}
          </a>
        ) : (
          <form method="post" action={href('businessOrderStep', { id: order.id })} className="grid">
            <button type="submit" name="langkah" value="takeBack" className="button button-danger">
              {ACTION_WORDS.takeBack}
            </button>
          </form>
        )}
      </div>
    </details>
  );
}
