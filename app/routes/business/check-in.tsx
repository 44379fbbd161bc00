// /usaha/tanya-bulanan: a maker answers the monthly question, or corrects an answer.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findCheckIn, listDueMonths } from '#app/domain/checkins/check-in-queries.server.ts';
import { checkInForm } from '#app/domain/checkins/check-in-schemas.ts';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { addMonths, formatMonth, monthOf } from '#app/domain/dates.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readMonth } from '#app/server/forms/month-parameter.server.ts';
import { textOf } from '#app/text/text.ts';
import { CheckInForm } from '#app/ui/business/check-in-form.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Pertanyaan bulanan · Usaha Saya' }];

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'business/check-in');
  if (!actor.personId) throw new Response(null, { status: 404 });
  const now = context.now();
  const due = await listDueMonths(context.db, actor.personId, now);
  const query = new URL(request.url).searchParams;
  const month = readMonth(request, addMonths(monthOf(now), -1));
  const asked = query.has('bulan') ? month : (due[0] ?? month);
  const isAnswered = (await findCheckIn(context.db, actor.personId, asked)) !== null;
  return { due, month: asked, isAnswered, isAsking: !isAnswered || query.has('betulkan') };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'business/check-in');
  if (!actor.personId) throw new Response(null, { status: 404 });
  const form = await parseForm(request, checkInForm);
  if (!form.ok) return data(form, { status: 422 });
  const input = { ...form.value, personId: actor.personId, mode: 'self' as const };
  const result = await recordCheckIn(context.db, { actor, input, now: context.now() });
  if (!result.ok) return data(formProblem(result.code, result.field, form.values), { status: 422 });
  return redirect(href('businessCheckIn', undefined, { bulan: form.value.month }));
}

export default function CheckInPage() {
  const { due, month, isAnswered, isAsking } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { checkIn: text } = textOf('id');
  if (!isAsking && !problem) {
    const next = due[0];
    return (
      <section className="grid gap-4">
        <h1 className="text-2xl">{text.thanksTitle}</h1>
        <p>{text.thanksText(formatMonth(month))}</p>
        {next ? (
          <a className="button" href={href('businessCheckIn', undefined, { bulan: next })}>
            {text.answerNext(formatMonth(next))}
          </a>
        ) : (
          <>
            <p>{text.nothingDue}</p>
            <a className="button" href={href('business')}>
              {text.back}
            </a>
          </>
        )}
        <a href={href('businessCheckIn', undefined, { bulan: month, betulkan: '1' })}>{text.correct}</a>
      </section>
    );
  }
  return (
    <>
      <h1 className="text-2xl">{text.title(formatMonth(month))}</h1>
      <CheckInForm month={month} language="id" problem={problem} isCorrection={isAnswered} />
    </>
  );
}
