// Sign-in, first step: the phone number. The answer is the same whether we know it or not.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requestSignInCode } from '#app/domain/access/sign-in-codes.server.ts';
import { phoneField } from '#app/domain/purchases/order-schemas.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { askerOf } from '#app/server/access/code-asker.server.ts';
import { limitRate } from '#app/server/access/rate-limit.server.ts';
import { safeNext } from '#app/server/access/safe-next.ts';
import { signInCookie } from '#app/server/access/sign-in-cookie.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({ telepon: phoneField, lanjut: z.string().optional() });

export const meta = titled((text) => text.signIn.title, NO_INDEX);

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await readVisitor(args, 'account/sign-in');
  const { language } = readLanguage(args.request);
  return {
    language,
    isSignedIn: visitor.kind === 'account',
    next: safeNext(new URL(args.request.url).searchParams.get('lanjut')),
  };
}

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'account/sign-in');
  const { db, now, sealer, clientAddress } = args.context;
  await limitRate('signInCode', clientAddress);
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const phone = form.value.telepon;
  const step = { phone, askedBy: askerOf(args.request, phone, args.context) };
  const asked = await requestSignInCode(db, { input: step, now: now(), sealer });
  if (!asked.ok) return data(formProblem(asked.code, asked.field, form.values), { status: 429 });
  return redirect(href('signInCode', undefined, { lanjut: safeNext(form.value.lanjut) ?? undefined }), {
    headers: { 'Set-Cookie': signInCookie(step, args.context) },
  });
}

export default function SignIn() {
  const { language, isSignedIn, next } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  return (
    <div className="mx-auto grid max-w-md gap-5 px-4 py-8">
      <h1 className="text-2xl">{text.signIn.title}</h1>
      <p>{isSignedIn ? text.signIn.again : text.signIn.intro}</p>
      <form method="post" className="grid gap-4">
        <ErrorSummary problem={problem} text={text.form} />
        {next ? <input type="hidden" name="lanjut" value={next} /> : null}
        <TextField
          name="telepon"
          label={text.signIn.phone}
          hint={text.signIn.phoneHint}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          required
          problem={problem}
          text={text.form}
        />
        <button type="submit" className="button">
          {text.signIn.sendCode}
        </button>
      </form>
    </div>
  );
}
