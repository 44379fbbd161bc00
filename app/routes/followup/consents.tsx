// A woman's consents in the officer's hand: where each stands, and a form to write down her answer with witness and channel.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OFFICER_CHANNELS, PURPOSES } from '#app/domain/consents/consent-purposes.ts';
import { consentOnBehalfSchema } from '#app/domain/consents/consent-schemas.ts';
import { listConsents } from '#app/domain/consents/list-consents.server.ts';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { viewConsents } from '#app/server/views/consent-view.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { ConsentList } from '#app/ui/business/consent-list.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { Chips, ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.person.consents);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'followup/consents');
  const { db, now } = args.context;
  const personId = asId(args.params.id);
  const found = await listConsents(db, { viewer, personId, now: now() });
  if (!found) throw new Response(null, { status: 404 });
  const { language } = readLanguage(args.request);
  return { language, personId, name: found.name, consents: viewConsents(found.states, language) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'followup/consents');
  const personId = asId(args.params.id);
  const form = await parseForm(args.request, consentOnBehalfSchema);
  if (!form.ok) return data(form, { status: 422 });
  // The sentences were read out from this screen, so its language is part of the evidence.
  const { language } = readLanguage(args.request);
  const { tujuan, izin, cara, saksi } = form.value;
  const recorded = await recordConsent(args.context.db, {
    actor,
    now: args.context.now(),
    input: { personId, purpose: tujuan, isGiven: izin === 'ya', channel: cara, witness: saksi, language },
  });
  if (recorded.ok) return redirect(href('followupConsents', { id: personId }));
  if (recorded.code === 'notFound') throw new Response(null, { status: 404 });
  return data(formProblem(recorded.code, recorded.field, form.values), { status: 422 });
}

export default function FollowupConsents() {
  const { language, personId, name, consents } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { consent: text, form, person } = textOf(language);
  const shared = { problem, text: form };
  return (
    <>
      <h1 className="text-xl">{text.titleFor(name)}</h1>
      <ErrorSummary {...shared} />
      <p>{text.lead}</p>
      <ConsentList consents={consents} text={text} />
      <form method="post" className="grid gap-5 border-t border-line pt-5">
        <h2 className="text-lg">{text.record}</h2>
        <p>{text.recordLead}</p>
        <Chips
          name="tujuan"
          label={text.purpose}
          options={PURPOSES.map((purpose) => [purpose, text.purposes[purpose].title] as const)}
          {...shared}
        />
        <Chips
          name="izin"
          label={text.answer}
          options={[
            ['ya', text.yes],
            ['tidak', text.no],
          ]}
          {...shared}
        />
        <Chips
          name="cara"
          label={text.channel}
          options={OFFICER_CHANNELS.map((channel) => [channel, text.channels[channel]] as const)}
          {...shared}
        />
        <TextField name="saksi" label={text.witness} maxLength={80} {...shared} />
        <button type="submit" className="button">
          {text.save}
        </button>
      </form>
      <p className="text-soft">{text.informed}</p>
      <p>
        <a href={href('followupPerson', { id: personId })}>{person.back}</a>
      </p>
    </>
  );
}
