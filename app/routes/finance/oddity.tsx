// Something that did not fit: an event of Stripe's, or a difference between the books. Finance writes down what it was.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatInstant } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { lookAtOddity } from '#app/domain/reconciliation/look-at-oddity.server.ts';
import { findOddity, type OddityKind } from '#app/domain/reconciliation/money-desk.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { FinanceNav } from '#app/ui/frames/finance-nav.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { eventWords, movementWords, wordsFor } from '#app/ui/office/money-words.ts';
import { ErrorSummary, TextArea } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({ catatan: z.string().trim().min(1, 'required').max(500, 'tooLong') });

export const meta = titled((text) => text.finance.check);

/** An event is known by Stripe's id, a difference by ours. */
function readSubject(params: ActionFunctionArgs['params']): { kind: OddityKind; id: string } {
  const { kind, id = '' } = params;
  if (kind === 'event') return { kind, id };
  if (kind === 'difference') return { kind, id: asId(id) };
  throw new Response(null, { status: 404 });
}

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'finance/oddity');
  const { language } = readLanguage(args.request);
  const { finance: text } = textOf(language);
  const { kind, id } = readSubject(args.params);
  const oddity = await findOddity(args.context.db, kind, id);
  if (!oddity) throw new Response(null, { status: 404 });
  if (oddity.kind === 'event') {
    const { event } = oddity;
    return {
      language,
      title: eventWords(event.kind, text),
      facts: [
        [text.cause, wordsFor(text.quarantine, event.quarantineReason)],
        [text.received, formatInstant(event.receivedAt, language)],
        [text.stripeKind, event.kind],
        [text.stripeNumber, event.objectId ?? event.id],
      ],
      note: event.lookedAt && event.note,
    };
  }
  const { difference } = oddity;
  const sum = (rupiah: bigint | null) => (rupiah === null ? text.notBooked : formatRupiah(Number(rupiah)));
  return {
    language,
    title: text.differenceOf(movementWords(difference.kind, text)),
    facts: [
      [text.stripeBook, sum(difference.gatewayRupiah)],
      [text.ourBook, sum(difference.ledgerRupiah)],
      [text.time, formatInstant(difference.happenedAt, language)],
      [text.stripeNumber, difference.sourceId],
    ],
    note: difference.lookedAt && difference.note,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'finance/oddity');
  const { db, now } = args.context;
  const subject = readSubject(args.params);
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const looked = await lookAtOddity(db, { actor, input: { ...subject, note: form.value.catatan }, now: now() });
  if (looked.ok) return redirect(href('officeMoney'));
  if (looked.code === 'notFound') throw new Response(null, { status: 404 });
  return data(formProblem(looked.code, looked.field, form.values), { status: 422 });
}

export default function Oddity() {
  const { language, title, facts, note } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { finance: text, form } = textOf(language);
  return (
    <>
      <FinanceNav text={text} />
      <h1 className="text-2xl">{title}</h1>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd className="mb-2 wrap-anywhere sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      {note ? (
        <p>{text.checkedNote(note)}</p>
      ) : (
        <form method="post" className="grid max-w-md gap-4">
          <ErrorSummary problem={problem} text={form} />
          <TextArea name="catatan" label={text.note} hint={text.noteHint} problem={problem} text={form} />
          <button type="submit" className="button">
            {text.checked}
          </button>
        </form>
      )}
    </>
  );
}
