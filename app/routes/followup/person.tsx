// A woman's file in the officer's hand: reach her, ask the monthly question, open her shop, list a mat for her.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDueMonths } from '#app/domain/checkins/check-in-queries.server.ts';
import { formatMonth } from '#app/domain/dates.ts';
import { findPersonFile } from '#app/domain/people/person-file.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { viewPerson } from '#app/server/views/person-view.server.ts';
import { PersonFacts, PersonMonths, PersonReads } from '#app/ui/office/person-parts.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Ibu · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'followup/person');
  const { db, now, sealer } = args.context;
  const input = { personId: asId(args.params.id), purpose: 'follow-up' };
  const file = await findPersonFile(db, { viewer, input, now: now(), sealer });
  if (!file) throw new Response(null, { status: 404 });
  const [dueMonth] = await listDueMonths(db, file.id, now());
  return { person: viewPerson(file), dueMonth: dueMonth ?? null };
}

export default function FollowupPerson() {
  const { person, dueMonth } = useLoaderData<typeof loader>();
  const { id } = person;
  return (
    <>
      <h1 className="text-xl">{person.name}</h1>
      <div className="grid gap-3">
        {dueMonth ? (
          <a className="button" href={href('followupCheckIn', { id }, { bulan: dueMonth })}>
            Tanya bulan {formatMonth(dueMonth)}
          </a>
        ) : null}
        {person.phone ? (
          <a className="button button-quiet" href={`https://wa.me/${person.phone.slice(1)}`}>
            WhatsApp {person.phone}
          </a>
        ) : (
          <p>Belum ada nomor HP.</p>
        )}
        <a className="button button-quiet" href={href('followupConsents', { id })}>
          Izin Ibu ini
        </a>
        {person.shop ? (
          <a className="button button-quiet" href={href('followupListing', { id })}>
            Jualkan keset untuk Ibu ini
          </a>
        ) : (
          <a className="button button-quiet" href={href('followupShop', { id })}>
            Bukakan toko
          </a>
        )}
      </div>
      {person.shop ? (
        <p>
          Toko:{' '}
          {person.shop.status === 'open' ? (
            <a href={href('maker', { slug: person.shop.slug })}>{person.shop.name}</a>
          ) : (
            `${person.shop.name}, belum tampil (izin halaman toko belum ada)`
          )}
        </p>
      ) : null}
      <PersonMonths months={person.months} />
      <PersonFacts person={person} />
      <PersonReads reads={person.reads} />
    </>
  );
}
