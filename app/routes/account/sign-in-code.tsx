// Sign-in, second step: the six digits. A right code starts a session.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { checkSignInCode } from '#app/domain/access/sign-in-codes.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { knownDeviceCookie } from '#app/server/access/code-asker.server.ts';
import { limitRate } from '#app/server/access/rate-limit.server.ts';
import { safeNext } from '#app/server/access/safe-next.ts';
import { startSignedIn } from '#app/server/access/sign-in.server.ts';
import { readSignInStep } from '#app/server/access/sign-in-cookie.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({
  kode: z
    .string()
    .transform((text) => text.replace(/\D/g, ''))
    .pipe(z.string().length(6, 'sixDigits')),
  lanjut: z.string().optional(),
});

export const meta = titled((text) => text.signIn.codeTitle, NO_INDEX);

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'account/sign-in-code');
  const query = new URL(args.request.url).searchParams;
  const step = readSignInStep(args.request, args.context);
  if (!step) throw redirect(href('signIn'));
  return {
    language: readLanguage(args.request).language,
    phone: step.phone,
    next: safeNext(query.get('lanjut')),
    isDemonstration: args.context.environment.isDemonstration,
  };
}

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'account/sign-in-code');
  const { db, now, sealer, clientAddress } = args.context;
  await limitRate('checkCode', clientAddress);
  const step = readSignInStep(args.request, args.context);
  if (!step) throw redirect(href('signIn'));
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const checked = await checkSignInCode(db, {
    input: { ...step, code: form.value.kode },
    now: now(),
    sealer,
  });
  if (!checked.ok) return data(formProblem(checked.code, checked.field, form.values), { status: 422 });
  const signedIn = await startSignedIn(args, checked.value.accountId, safeNext(form.value.lanjut));
  signedIn.headers.append('Set-Cookie', knownDeviceCookie(step.phone, args.context));
  return signedIn;
}

export default function SignInCode() {
  const { language, phone, next, isDemonstration } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  return (
    <div className="mx-auto grid max-w-md gap-5 px-4 py-8">
      <h1 className="text-2xl">{text.signIn.codeTitle}</h1>
      <p>{text.signIn.codeIntro(phone)}</p>
      {isDemonstration ? (
        <p>
          <a href={href('demo')}>{text.signIn.demoOutbox}</a>
        </p>
      ) : null}
      <form method="post" className="grid gap-4">
        <ErrorSummary problem={problem} text={text.form} />
        {next ? <input type="hidden" name="lanjut" value={next} /> : null}
        <TextField
          name="kode"
          label={text.signIn.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          required
          problem={problem}
          text={text.form}
        />
        <button type="submit" className="button">
          {text.signIn.enter}
        </button>
      </form>
      <p>
        <a href={href('signIn')}>{text.signIn.otherPhone}</a>
      </p>
    </div>
  );
}
