// /usaha/uang/catat: one line of the cash book: sold outside, or a cost.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/domain/dates.ts';
import { CASH_CATEGORIES, cashEntryForm } from '#app/domain/sales/cash-entry-schemas.ts';
import { recordCashEntry } from '#app/domain/sales/record-cash-entry.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { textOf } from '#app/text/text.ts';
import { CASH_WORDS } from '#app/ui/business/cash-book.tsx';
import { Chips, ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Catat uang · Usaha Saya' }];

export async function loader(args: LoaderFunctionArgs) {
  const { personId } = await requireActor(args, 'money/cash-entry');
  if (!personId) throw new Response(null, { status: 404 });
  return { today: dayOf(args.context.now()) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'money/cash-entry');
  if (!actor.personId) throw new Response(null, { status: 404 });
  const form = await parseForm(request, cashEntryForm);
  if (!form.ok) return data(form, { status: 422 });
  const input = { ...form.value, personId: actor.personId };
  const result = await recordCashEntry(context.db, { actor, input, now: context.now() });
  if (!result.ok) return data(formProblem(result.code, result.field, form.values), { status: 422 });
  return redirect(href('businessMoney', undefined, { bulan: form.value.happenedOn.slice(0, 7) }));
}

export default function CashEntryPage() {
  const { today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id').form;
  const field = { problem, text };
  return (
    <>
      <h1 className="text-2xl">Catat uang</h1>
      <form method="post" className="grid gap-5">
        <ErrorSummary problem={problem} text={text} />
        <Chips
          name="category"
          label="Uang apa?"
          initial="outside"
          options={CASH_CATEGORIES.map((category) => [category, CASH_WORDS[category]])}
          {...field}
        />
        <TextField
          name="amountRupiah"
          label="Jumlah (Rp)"
          hint="Misalnya 35000 atau 35 ribu"
          inputMode="numeric"
          autoComplete="off"
          required
          {...field}
        />
        <TextField name="happenedOn" type="date" label="Tanggal" initial={today} max={today} required {...field} />
        <TextField
          name="quantity"
          label={`Berapa keset ${text.optional}`}
          inputMode="numeric"
          autoComplete="off"
          {...field}
        />
        <TextField name="note" label={`Catatan ${text.optional}`} maxLength={200} autoComplete="off" {...field} />
        <button type="submit" className="button">
          Simpan
        </button>
        <a className="py-2 text-center" href={href('businessMoney')}>
          Batal
        </a>
      </form>
    </>
  );
}
