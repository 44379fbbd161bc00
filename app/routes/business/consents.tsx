// What the maker allows: each purpose with one button, to give it or to take it back.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ownConsentSchema } from '#app/domain/consents/consent-schemas.ts';
import { listConsents } from '#app/domain/consents/list-consents.server.ts';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { viewConsents } from '#app/server/views/consent-view.server.ts';
import { textOf } from '#app/text/text.ts';
import { ConsentList } from '#app/ui/business/consent-list.tsx';
import { ErrorSummary } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Izin saya · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'business/consents');
  const { db, now } = args.context;
  const found = await listConsents(db, { viewer, personId: viewer.personId ?? '', now: now() });
  if (!found) throw new Response(null, { status: 404 });
  return { consents: viewConsents(found.states, 'id') };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'business/consents');
  const form = await parseForm(args.request, ownConsentSchema);
  if (!form.ok) return data(form, { status: 422 });
  const recorded = await recordConsent(args.context.db, {
    actor,
    now: args.context.now(),
    input: {
      personId: actor.personId ?? '',
      purpose: form.value.tujuan,
      isGiven: form.value.izin === 'ya',
      channel: 'app',
      witness: null,
      language: 'id',
    },
  });
  if (!recorded.ok) return data(formProblem(recorded.code, undefined, form.values), { status: 404 });
  return redirect(href('businessConsents'));
}

export default function BusinessConsents() {
  const { consents } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { consent: text, form } = textOf('id');
  return (
    <>
      <h1 className="text-xl">{text.title}</h1>
      <ErrorSummary problem={problem} text={form} />
      <p>{text.lead}</p>
      <ConsentList
        consents={consents}
        text={text}
        action={({ purpose, isGiven }) => (
          <form method="post">
            <input type="hidden" name="tujuan" value={purpose} />
            <button
              type="submit"
              name="izin"
              value={isGiven ? 'tidak' : 'ya'}
              className="button button-quiet"
              aria-label={`${isGiven ? text.withdraw : text.give}: ${text.purposes[purpose].title}`}
            >
              {isGiven ? text.withdraw : text.give}
            </button>
          </form>
        )}
      />
      <p className="text-soft">{text.informed}</p>
      <p>
        <a href={href('businessShop')}>Kembali ke Saya</a>
      </p>
    </>
  );
}
