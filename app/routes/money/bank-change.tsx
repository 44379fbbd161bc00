// /usaha/saya/rekening/ganti: another account, or none. Only right after signing in: who finds her phone open must not get this far.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changeBankAccount } from '#app/domain/shops/change-bank-account.server.ts';
import { findBankAccount } from '#app/domain/shops/shop-queries.server.ts';
import { bankFields } from '#app/domain/shops/shop-schemas.ts';
import { requireFreshActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { textOf } from '#app/text/text.ts';
import { ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Ganti rekening · Usaha Saya' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireFreshActor(args, 'money/bank-change');
  const found = await findBankAccount(args.context.db, actor, args.context.sealer);
  if (!found) throw redirect(href('businessShop'));
  return { hasAccount: found.now !== null };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireFreshActor(args, 'money/bank-change');
  const { db, now, sealer } = args.context;
  const form = await parseForm(args.request, z.object(bankFields));
  if (!form.ok) return data(form, { status: 422 });
  const { bank: name, rekening: account, pemilik: holder } = form.value;
  const filled = [name, account, holder].filter(Boolean).length;
  if (filled === 1 || filled === 2) {
    const missing = !name ? 'bank' : !account ? 'rekening' : 'pemilik';
    return data(formProblem('required', missing, form.values), { status: 422 });
  }
  const bank = filled === 3 ? { name, account, holder } : null;
  const changed = await changeBankAccount(db, { actor, input: { bank }, now: now(), sealer });
  if (!changed.ok && changed.code === 'notFound') throw new Response(null, { status: 404 });
  if (!changed.ok) return data(formProblem(changed.code, changed.field, form.values), { status: 422 });
  return redirect(href('businessBankAccount'));
}

export default function BankChange() {
  const { hasAccount } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id');
  const words = text.account;
  const shared = { problem, text: text.form, autoComplete: 'off' } as const;
  return (
    <>
      <h1 className="text-xl">{hasAccount ? words.change : words.set}</h1>
      <p>{hasAccount ? words.waits : words.firstHolds}</p>
      <form method="post" className="grid gap-4">
        <ErrorSummary problem={problem} text={text.form} />
        <TextField name="bank" label={text.shop.bank} maxLength={40} {...shared} />
        <TextField name="rekening" label={text.shop.accountNumber} inputMode="numeric" maxLength={30} {...shared} />
        <TextField name="pemilik" label={text.shop.holder} maxLength={80} {...shared} />
        {hasAccount ? <p className="text-sm text-soft">{words.empty}</p> : null}
        <button type="submit" className="button">
          {words.save}
        </button>
      </form>
      <a className="py-2 text-center" href={href('businessBankAccount')}>
        {words.back}
      </a>
    </>
  );
}
