// The demonstration's front desk: one person per role with a one-click sign-in, and the outbox. Nowhere else does this page exist.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDemonstrationAccounts } from '#app/domain/people/demonstration-accounts.server.ts';
import { requireDemonstration } from '#app/server/access/demonstration.server.ts';
import { simulatorAddress } from '#app/server/card-gateway.ts';
import { readOutbox } from '#app/server/views/outbox.server.ts';
import { href } from '#app/urls.ts';

const ROLE_WORDS: Readonly<Record<string, string>> = {
  maker: 'Perajin (lulusan dengan toko)',
  field_officer: 'Pendamping lapangan',
  programme_officer: 'Petugas program Dinsos',
  analyst: 'Analis (tanpa nama)',
  finance: 'Bendahara',
  administrator: 'Administrator',
};

export const meta: MetaFunction = () => [{ title: 'Demonstrasi · Keset Kita' }, { name: 'robots', content: 'noindex' }];

export async function loader(args: LoaderFunctionArgs) {
  await requireDemonstration(args, 'machine/demo');
  const { db, environment } = args.context;
  return {
    accounts: await listDemonstrationAccounts(db),
    outbox: await readOutbox(args.context),
    simulator: simulatorAddress(environment),
  };
}

export default function Demo() {
  const { accounts, outbox, simulator } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-3xl gap-8 px-4 py-6">
      <section className="grid gap-3">
        <h1 className="text-2xl">Demonstrasi</h1>
        <p>Semua orang, pesanan, dan uang di sini buatan. Pilih siapa Anda:</p>
        <ul className="grid gap-2">
          {accounts.map((account) => (
            <li
              key={account.id}
              className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3"
            >
              <span>
                <b>{ROLE_WORDS[account.role] ?? account.role}</b>
                <br />
                {account.name} · {account.phone}
              </span>
              <form method="post" action={href('demoSignIn')}>
                <button type="submit" name="accountId" value={account.id} className="button">
                  Masuk<span className="sr-only"> sebagai {ROLE_WORDS[account.role] ?? account.role}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
        <p>
          Pembeli tidak perlu masuk: <a href={href('products')}>pilih keset</a>.
          {simulator ? (
            <>
              {' '}
              Kartu dibayar di simulator yang terbuka sendiri; <a href={simulator}>semua pembayarannya</a>.
            </>
          ) : null}
        </p>
      </section>
      <section className="grid gap-3">
        <h2 className="text-xl">Kotak keluar</h2>
        <p>
          Pesan yang di dunia nyata sampai ke HP. Untuk program: <a href={href('demoAccounts')}>accounts.json</a>,{' '}
          <a href={href('demoOutbox')}>outbox.json</a>.
        </p>
        {outbox.length === 0 ? <p>Belum ada pesan.</p> : null}
        <ul className="grid gap-3">
          {outbox.map((message) => (
            <li key={message.id} className="border-t border-line pt-2 wrap-anywhere">
              <span className="text-sm text-soft">
                {message.phone} · {message.at}
              </span>
              <br />
              <WithLinks text={message.text} />
            </li>
          ))}
        </ul>
      </section>
    </div>
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
