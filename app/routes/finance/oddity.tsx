// Something that did not fit: an event of Stripe's, or a difference between the books. Finance writes down what it was.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatInstant } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { lookAtOddity } from '#app/domain/reconciliation/look-at-oddity.server.ts';
import { findOddity, type OddityKind } from '#app/domain/reconciliation/money-desk.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { textOf } from '#app/text/text.ts';
import { FinanceNav } from '#app/ui/frames/finance-nav.tsx';
import { eventWords, movementWords, QUARANTINE_REASONS } from '#app/ui/office/money-words.ts';
import { ErrorSummary, TextArea } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({ catatan: z.string().trim().min(1, 'required').max(500, 'tooLong') });

export const meta: MetaFunction = () => [{ title: 'Periksa · Keset Kita' }];

/** An event is known by Stripe's id, a difference by ours. */
function readSubject(params: ActionFunctionArgs['params']): { kind: OddityKind; id: string } {
  const { kind, id = '' } = params;
  if (kind === 'event') return { kind, id };
  if (kind === 'difference') return { kind, id: asId(id) };
  throw new Response(null, { status: 404 });
}

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'finance/oddity');
  const { kind, id } = readSubject(args.params);
  const oddity = await findOddity(args.context.db, kind, id);
  if (!oddity) throw new Response(null, { status: 404 });
  if (oddity.kind === 'event') {
    const { event } = oddity;
    return {
      title: eventWords(event.kind),
      facts: [
        ['Sebab', QUARANTINE_REASONS[event.quarantineReason ?? ''] ?? event.quarantineReason ?? ''],
        ['Diterima', formatInstant(event.receivedAt)],
        ['Jenis di Stripe', event.kind],
        ['Nomor di Stripe', event.objectId ?? event.id],
      ],
      note: event.lookedAt && event.note,
    };
  }
  const { difference } = oddity;
  const sum = (rupiah: bigint | null) => (rupiah === null ? 'tidak tercatat' : formatRupiah(Number(rupiah)));
  return {
    title: `${movementWords(difference.kind)}: selisih`,
    facts: [
      ['Buku Stripe', sum(difference.gatewayRupiah)],
      ['Buku kita', sum(difference.ledgerRupiah)],
      ['Waktu', formatInstant(difference.happenedAt)],
      ['Nomor di Stripe', difference.sourceId],
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
  const { title, facts, note } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id').form;
  return (
    <>
      <FinanceNav />
      <h1 className="text-2xl">{title}</h1>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {note ? (
        <p>Sudah diperiksa: {note}</p>
      ) : (
        <form method="post" className="grid max-w-md gap-4">
          <ErrorSummary problem={problem} text={text} />
          <TextArea
            name="catatan"
            label="Apa sebabnya, dan apa yang sudah dilakukan?"
            hint="Buka nomor ini di dasbor Stripe dulu. Catatan ini tinggal di buku."
            problem={problem}
            text={text}
          />
          <button type="submit" className="button">
            Sudah diperiksa
          </button>
        </form>
      )}
    </>
  );
}
