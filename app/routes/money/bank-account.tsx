// /usaha/saya/rekening: where buyers transfer to, the change that waits, and the button that takes it back.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatInstant } from '#app/domain/dates.ts';
import { findBankAccount } from '#app/domain/shops/shop-queries.server.ts';
import { withdrawBankChange } from '#app/domain/shops/withdraw-bank-change.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Rekening · Usaha Saya' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'money/bank-account');
  const { db, sealer } = args.context;
  const found = await findBankAccount(db, actor, sealer);
  if (!found) throw redirect(href('businessShop'));
  const { now, next } = found;
  const isTooLate = new URL(args.request.url).searchParams.get('kabar') === 'conflict';
  return { now, next: next && { ...next, effectiveAt: formatInstant(next.effectiveAt) }, isTooLate };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'money/bank-account');
  const withdrawn = await withdrawBankChange(args.context.db, { actor, now: args.context.now() });
  return redirect(href('businessBankAccount', undefined, withdrawn.ok ? undefined : { kabar: withdrawn.code }));
}

export default function BankAccount() {
  const { now, next, isTooLate } = useLoaderData<typeof loader>();
  const { account: words } = textOf('id');
  return (
    <>
      <h1 className="text-xl">{words.title}</h1>
      {isTooLate ? (
        <p role="status" className="rounded bg-kunyit p-3 text-on-kunyit">
          {words.tooLate}
        </p>
      ) : null}
      {next ? (
        <section className="grid gap-3 rounded border-2 border-kunyit p-4">
          <h2 className="text-lg">{words.waiting(next.effectiveAt)}</h2>
          <Shown bank={next} />
          <p>{words.notYou}</p>
          <form method="post">
            <button type="submit" className="button button-danger w-full">
              {words.withdraw}
            </button>
          </form>
        </section>
      ) : null}
      <section className="grid gap-2">
        <h2 className="text-lg">{words.current}</h2>
        {now ? <Shown bank={now} /> : <p>{words.none}</p>}
      </section>
      <a className="button" href={href('businessBankChange')}>
        {now ? words.change : words.set}
      </a>
    </>
  );
}

function Shown({ bank }: { bank: { name: string; account: string; holder: string } }) {
  return (
    <p>
      {bank.name} <span className="font-serif text-lg">{bank.account}</span>
      <br />
      <span className="text-soft">{bank.holder}</span>
    </p>
  );
}
