// The demonstration's front desk: one person per role with a one-click sign-in, and the outbox. Nowhere else does this page exist.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDemonstrationAccounts } from '#app/domain/people/demonstration-accounts.server.ts';
import { requireDemonstration } from '#app/server/access/demonstration.server.ts';
import { simulatorAddress } from '#app/server/card-gateway.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { readOutbox } from '#app/server/views/outbox.server.ts';
import { type Text, textFor, textOf } from '#app/text/text.ts';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.demo.title, NO_INDEX);

export async function loader(args: LoaderFunctionArgs) {
  await requireDemonstration(args, 'machine/demo');
  const { db, environment } = args.context;
  const { language } = readLanguage(args.request);
  return {
    language,
    accounts: await listDemonstrationAccounts(db),
    outbox: await readOutbox(args.context, language),
    simulator: simulatorAddress(environment),
  };
}

export default function Demo() {
  const { language, accounts, outbox, simulator } = useLoaderData<typeof loader>();
  const { demo: text } = textOf(language);
  return (
    <div className="mx-auto grid max-w-3xl gap-8 px-4 py-6">
      <section className="grid gap-3">
        <h1 className="text-2xl">{text.title}</h1>
        <p>{text.lead}</p>
        <ul className="grid gap-2">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} text={text} />
          ))}
        </ul>
        <p>
          {text.buyer} <a href={href('products')}>{text.browse}</a>.
          {simulator ? (
            <>
              {' '}
              {text.card} <a href={simulator}>{text.payments}</a>.
            </>
          ) : null}
        </p>
      </section>
      <section className="grid gap-3">
        <h2 className="text-xl">{text.outbox}</h2>
        <p>
          {text.outboxLead} <a href={href('demoAccounts')}>accounts.json</a>,{' '}
          <a href={href('demoOutbox')}>outbox.json</a>.
        </p>
        {outbox.length === 0 ? <p>{text.noMessages}</p> : null}
        <ul className="grid gap-3">
          {outbox.map((message) => (
            <MessageRow key={message.id} message={message} text={text} />
          ))}
        </ul>
      </section>
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function AccountRow({ account, text }: { account: Loaded['accounts'][number]; text: Text['demo'] }) {
  const role = textFor(text.roles, account.role);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3">
      <span>
        <b>{role}</b>
        <br />
        {account.name} · {account.phone}
      </span>
      <form method="post" action={href('demoSignIn')}>
        <button type="submit" name="accountId" value={account.id} className="button">
          {text.signIn}
          <span className="sr-only"> {text.as(role)}</span>
        </button>
      </form>
    </li>
  );
}

/** What would have gone to a telephone. */
function MessageRow({ message, text }: { message: Loaded['outbox'][number]; text: Text['demo'] }) {
  return (
    <li className="border-t border-line pt-2 wrap-anywhere">
      <span className="text-sm text-soft">
        {message.phone} · {message.at}
        {message.waitsUntil ? ` · ${text.waitsUntil(message.waitsUntil)}` : null}
        {message.isStopped ? ` · ${text.stopped}` : null}
      </span>
      <br />
      <span translate="no">
        <WithLinks text={message.text} />
      </span>
    </li>
  );
}

/** Its addresses as links, as a messenger shows them. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((piece) =>
    piece.startsWith('http') ? (
      <a key={piece} href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
