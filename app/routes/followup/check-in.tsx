// /pendampingan/ibu/:id/tanya-bulanan: the officer asks the monthly question and answers on her behalf.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { AccountActor } from '#app/domain/access/actor.ts';
import { findCheckIn, listDueMonths } from '#app/domain/checkins/check-in-queries.server.ts';
import { checkInForm } from '#app/domain/checkins/check-in-schemas.ts';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { addMonths, formatMonth, monthOf } from '#app/domain/dates.ts';
import { findKeptPerson } from '#app/domain/people/person-scope.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import type { RequestContext } from '#app/server/context.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readMonth } from '#app/server/forms/month-parameter.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { CheckInForm } from '#app/ui/business/check-in-form.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.checkIn.pageTitle);

async function requirePerson(context: RequestContext, actor: AccountActor, id: unknown) {
  const person = await findKeptPerson(context.db, { actor, personId: asId(id), now: context.now() });
  if (!person) throw new Response(null, { status: 404 });
  return person;
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireActor(args, 'followup/check-in');
  const person = await requirePerson(context, actor, params.id);
  const now = context.now();
  const due = await listDueMonths(context.db, person.id, now);
  const query = new URL(request.url).searchParams;
  const month = readMonth(request, addMonths(monthOf(now), -1));
  const asked = query.has('bulan') ? month : (due[0] ?? month);
  const isAnswered = (await findCheckIn(context.db, person.id, asked)) !== null;
  const { language } = readLanguage(request);
  return { language, person, due, month: asked, isAnswered, isAsking: !isAnswered || query.has('betulkan') };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireActor(args, 'followup/check-in');
  const { id: personId } = await requirePerson(context, actor, params.id);
  const form = await parseForm(request, checkInForm);
  if (!form.ok) return data(form, { status: 422 });
  const mode = form.value.mode === 'phone' ? ('phone' as const) : ('officer' as const);
  const result = await recordCheckIn(context.db, {
    actor,
    input: { ...form.value, personId, mode },
    now: context.now(),
  });
  if (!result.ok) return data(formProblem(result.code, result.field, form.values), { status: 422 });
  return redirect(href('followupCheckIn', { id: personId }, { bulan: form.value.month }));
}

export default function OfficerCheckInPage() {
  const { language, person, due, month, isAnswered, isAsking } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { checkIn: text } = textOf(language);
  const { id } = person;
  const next = due[0];
  if (!isAsking && !problem) {
    return (
      <section className="grid gap-4">
        <h1 className="text-2xl">{text.thanksOfficer(person.name, formatMonth(month, language))}</h1>
        {next ? (
          <a className="button" href={href('followupCheckIn', { id }, { bulan: next })}>
            {text.answerNext(formatMonth(next, language))}
          </a>
        ) : (
          <a className="button" href={href('followupPerson', { id })}>
            {text.back}
          </a>
        )}
        <a href={href('followupCheckIn', { id }, { bulan: month, betulkan: '1' })}>{text.correct}</a>
      </section>
    );
  }
  return (
    <>
      <header>
        <h1 className="text-2xl">{text.title(formatMonth(month, language))}</h1>
        <p className="text-soft">{text.forName(person.name)}</p>
      </header>
      <CheckInForm month={month} language={language} problem={problem} isCorrection={isAnswered} asksMode />
    </>
  );
}
