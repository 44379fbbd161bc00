// /tanya/:token: the monthly question by a one-month link, without sign-in. It shows no name and no earlier answer: a link can be passed on.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findCheckIn, findCheckInLink } from '#app/domain/checkins/check-in-queries.server.ts';
import { checkInForm } from '#app/domain/checkins/check-in-schemas.ts';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { formatMonth } from '#app/domain/dates.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import type { RequestContext } from '#app/server/context.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { CheckInForm } from '#app/ui/business/check-in-form.tsx';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.checkIn.pageTitle, NO_INDEX);

async function requireLink(context: RequestContext, token = '') {
  const link = await findCheckInLink(context.db, { token, now: context.now() });
  if (!link) throw new Response(null, { status: 404 });
  return link;
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context, params } = args;
  await readVisitor(args, 'account/check-in-link');
  const { personId, month } = await requireLink(context, params.token);
  const isAnswered = (await findCheckIn(context.db, personId, month)) !== null;
  const isAsking = !isAnswered || new URL(request.url).searchParams.has('betulkan');
  return { token: params.token ?? '', month, isAnswered, isAsking, language: readLanguage(request).language };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  await readVisitor(args, 'account/check-in-link');
  const { personId, month } = await requireLink(context, params.token);
  const form = await parseForm(request, checkInForm);
  if (!form.ok) return data(form, { status: 422 });
  const result = await recordCheckIn(context.db, {
    actor: { kind: 'system', name: 'check-in link' },
    input: { ...form.value, personId, month, mode: 'link' },
    now: context.now(),
  });
  if (!result.ok) return data(formProblem(result.code, result.field, form.values), { status: 422 });
  return redirect(href('checkInLink', { token: params.token ?? '' }));
}

export default function CheckInLinkPage() {
  const { token, month, isAnswered, isAsking, language } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { checkIn: text } = textOf(language);
  return (
    <div className="mx-auto grid max-w-2xl gap-6 px-4 py-6">
      {isAsking || problem ? (
        <>
          <h1 className="text-2xl">{text.title(formatMonth(month, language))}</h1>
          <CheckInForm month={month} language={language} problem={problem} isCorrection={isAnswered} />
        </>
      ) : (
        <>
          <h1 className="text-2xl">{text.thanksTitle}</h1>
          <p>{text.thanksText(formatMonth(month, language))}</p>
          <p className="text-soft">{text.promise}</p>
          <a href={href('checkInLink', { token }, { betulkan: '1' })}>{text.correct}</a>
        </>
      )}
    </div>
  );
}
