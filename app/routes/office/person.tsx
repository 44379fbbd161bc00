// A woman's file at the desk. Opening it is written down, and she can see it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPersonFile } from '#app/domain/people/person-file.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { viewPerson } from '#app/server/views/person-view.server.ts';
import { PersonFacts, PersonMonths, PersonReads } from '#app/ui/office/person-parts.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Berkas · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'office/person');
  const { db, now, sealer } = args.context;
  const input = { personId: asId(args.params.id), purpose: 'office' };
  const file = await findPersonFile(db, { viewer, input, now: now(), sealer });
  if (!file) throw new Response(null, { status: 404 });
  return viewPerson(file);
}

export default function OfficePerson() {
  const person = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="text-2xl">{person.name}</h1>
      <p className="text-soft">Pembukaan berkas ini tercatat, dan yang bersangkutan dapat melihatnya.</p>
      <PersonFacts person={person} />
      {person.shop ? (
        <p>
          Toko:{' '}
          {person.shop.status === 'open' ? (
            <a href={href('maker', { slug: person.shop.slug })}>{person.shop.name}</a>
          ) : (
            `${person.shop.name}, tidak tampil`
          )}
        </p>
      ) : null}
      <section className="grid gap-3">
        <h2 className="text-xl">Penghasilan, tiga bukti</h2>
        <PersonMonths months={person.months} />
      </section>
      <PersonReads reads={person.reads} />
    </>
  );
}
