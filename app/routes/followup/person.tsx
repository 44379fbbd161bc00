// A woman's file in the officer's hand: reach her, ask the monthly question, open her shop, list a mat for her.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDueMonths } from '#app/domain/checkins/check-in-queries.server.ts';
import { dayOf, formatDay, formatMonth } from '#app/domain/dates.ts';
import { listRefusals } from '#app/domain/orders/order-queries.server.ts';
import { findPersonFile } from '#app/domain/people/person-file.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { viewPerson } from '#app/server/views/person-view.server.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { PersonFacts, PersonMonths, PersonReads, PersonRefusals } from '#app/ui/office/person-parts.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.person.followupTitle);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'followup/person');
  const { db, now, sealer } = args.context;
  const input = { personId: asId(args.params.id), purpose: 'follow-up' };
  const file = await findPersonFile(db, { viewer, input, now: now(), sealer });
  if (!file) throw new Response(null, { status: 404 });
  const [dueMonth] = await listDueMonths(db, file.id, now());
  const { language } = readLanguage(args.request);
  const refusals = (await listRefusals(db, file.id, sealer)).map(({ id, number, endedAt, words }) => ({
    ...{ id, number, words },
    day: endedAt ? formatDay(dayOf(endedAt), language) : '',
  }));
  return { language, person: viewPerson(file, language), dueMonth: dueMonth ?? null, refusals };
}

export default function FollowupPerson() {
  const { language, person, dueMonth, refusals } = useLoaderData<typeof loader>();
  const text = textOf(language);
  const { person: words } = text;
  const { id } = person;
  return (
    <>
      <h1 className="text-xl">{person.name}</h1>
      <div className="grid gap-3">
        {dueMonth ? (
          <a className="button" href={href('followupCheckIn', { id }, { bulan: dueMonth })}>
            {words.ask(formatMonth(dueMonth, language))}
          </a>
        ) : null}
        <Phone phone={person.phone} words={words} />
        <a className="button button-quiet" href={href('followupConsents', { id })}>
          {words.consents}
        </a>
        {person.shop ? (
          <a className="button button-quiet" href={href('followupListing', { id })}>
            {words.listMat}
          </a>
        ) : (
          <a className="button button-quiet" href={href('followupShop', { id })}>
            {words.openShop}
          </a>
        )}
      </div>
      {person.shop ? (
        <p>
          {words.shop}{' '}
          {person.shop.status === 'open' ? (
            <a href={href('maker', { slug: person.shop.slug })}>{person.shop.name}</a>
          ) : (
            words.notShownYet(person.shop.name)
          )}
        </p>
      ) : null}
      <PersonMonths months={person.months} language={language} />
      <PersonRefusals refusals={refusals} text={words} />
      <PersonFacts person={person} text={text} />
      <PersonReads reads={person.reads} text={words} />
    </>
  );
}

function Phone({ phone, words }: { phone: string | null; words: Text['person'] }) {
  if (!phone) return <p>{words.noPhone}</p>;
  return (
    <a className="button button-quiet" href={`https://wa.me/${phone.slice(1)}`}>
      {words.whatsapp(phone)}
    </a>
  );
}
