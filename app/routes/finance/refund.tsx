// One refund: who gets how much back and why, and the form that says it has been transferred.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatInstant } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { findRefund } from '#app/domain/reconciliation/money-desk.server.ts';
import { markRefundPaid } from '#app/domain/refunds/mark-refund-paid.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { FinanceNav } from '#app/ui/frames/finance-nav.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { wordsFor } from '#app/ui/office/money-words.ts';
import { ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({ acuan: z.string().trim().min(1, 'required').max(60, 'tooLong') });

export const meta = titled((text) => text.finance.refundTitle);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'finance/refund');
  const refund = await findRefund(args.context.db, asId(args.params.id));
  if (!refund) throw new Response(null, { status: 404 });
  const { purchase, gatewayIntentId } = refund.payment;
  const { language } = readLanguage(args.request);
  return {
    language,
    amount: formatRupiah(refund.amountRupiah),
    number: refund.order?.number ?? purchase.number,
    shopName: refund.order?.shop.name ?? null,
    buyerName: purchase.buyerName,
    buyerPhone: purchase.buyerPhone,
    reason: wordsFor(textOf(language).finance.reasons, refund.reason),
    isCard: gatewayIntentId !== null,
    needsHand: refund.needsHand,
    paid: refund.paidAt && formatInstant(refund.paidAt, language),
    reference: refund.reference,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'finance/refund');
  const { db, now } = args.context;
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const input = { refundId: asId(args.params.id), reference: form.value.acuan };
  const marked = await markRefundPaid(db, { actor, input, now: now() });
  if (marked.ok) return redirect(href('officeMoney'));
  if (marked.code === 'notFound') throw new Response(null, { status: 404 });
  return data(formProblem(marked.code, marked.field, form.values), { status: 409 });
}

export default function Refund() {
  const refund = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { finance: text, form } = textOf(refund.language);
  return (
    <>
      <FinanceNav text={text} />
      <h1 className="text-2xl">{text.refundTo(refund.amount, refund.buyerName)}</h1>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-soft">{text.order}</dt>
        <dd>{refund.number}</dd>
        {refund.shopName ? (
          <>
            <dt className="text-soft">{text.shop}</dt>
            <dd>{refund.shopName}</dd>
          </>
        ) : null}
        <dt className="text-soft">{text.cause}</dt>
        <dd>{refund.reason}</dd>
        <dt className="text-soft">{text.buyerPhone}</dt>
        <dd>{refund.buyerPhone}</dd>
      </dl>
      {refund.paid ? (
        <p>{text.returned(refund.paid, refund.reference)}</p>
      ) : refund.needsHand ? (
        <form method="post" className="grid max-w-md gap-4">
          <ErrorSummary problem={problem} text={form} />
          <p>{refund.isCard ? text.stripeRefused : text.makerHasIt}</p>
          <TextField
            name="acuan"
            label={text.reference}
            hint={text.referenceHint}
            problem={problem}
            text={form}
            maxLength={60}
            required
          />
          <button type="submit" className="button">
            {text.markReturned}
          </button>
        </form>
      ) : (
        <p>{text.stripeReturns}</p>
      )}
    </>
  );
}
