// A woman's file at the desk. Opening it is written down, and she can see it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPersonFile } from '#app/domain/people/person-file.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { viewPerson } from '#app/server/views/person-view.server.ts';
import { textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { PersonFacts, PersonMonths, PersonReads } from '#app/ui/office/person-parts.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.person.title);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'office/person');
  const { db, now, sealer } = args.context;
  const input = { personId: asId(args.params.id), purpose: 'office' };
  const file = await findPersonFile(db, { viewer, input, now: now(), sealer });
  if (!file) throw new Response(null, { status: 404 });
  const { language } = readLanguage(args.request);
  return { language, person: viewPerson(file, language) };
}

export default function OfficePerson() {
  const { language, person } = useLoaderData<typeof loader>();
  const text = textOf(language);
  const { person: words } = text;
  return (
    <>
      <h1 className="text-2xl">{person.name}</h1>
      <p className="text-soft">{words.logged}</p>
      <PersonFacts person={person} text={text} />
      {person.shop ? (
        <p>
          {words.shop}{' '}
          {person.shop.status === 'open' ? (
            <a href={href('maker', { slug: person.shop.slug })}>{person.shop.name}</a>
          ) : (
            words.notShown(person.shop.name)
          )}
        </p>
      ) : null}
      <section className="grid gap-3">
        <h2 className="text-xl">{words.threeSources}</h2>
        <PersonMonths months={person.months} language={language} />
      </section>
      <PersonReads reads={person.reads} text={words} />
    </>
  );
}
