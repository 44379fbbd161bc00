// The buyer sends a picture of her transfer.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findAwaitedTransfer, submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { formProblem } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { PHOTO_PROBLEM } from '#app/server/forms/received-photos.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { ErrorSummary, errorOf } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.order.proofTitle, NO_INDEX);

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'order/order-proof');
  const token = args.params.token ?? '';
  const orderId = asId(new URL(args.request.url).searchParams.get('pesanan'));
  const awaited = await findAwaitedTransfer(args.context.db, { token, orderId });
  if (!awaited.ok) return leave(token, awaited.code);
  return { language: readLanguage(args.request).language, token, orderId };
}

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'order/order-proof');
  const { db, now, sealer, proofs } = args.context;
  const token = args.params.token ?? '';
  const form = await args.request.formData();
  const orderId = asId(form.get('orderId'));
  // Asked before the picture is kept: a stranger fills no disk.
  const awaited = await findAwaitedTransfer(db, { token, orderId });
  if (!awaited.ok) return leave(token, awaited.code);
  const file = form.get('bukti');
  if (!(file instanceof File) || file.size === 0) return data(formProblem('required', 'bukti', {}), { status: 422 });
  const stored = await proofs.store(new Uint8Array(await file.arrayBuffer()));
  if (!stored.ok) return data(formProblem(PHOTO_PROBLEM[stored.reason], 'bukti', {}), { status: 422 });
  const sent = await submitProof(db, { input: { token, orderId, ...stored.value }, now: now(), sealer });
  if (sent.ok) return redirect(href('order', { token }));
  if (sent.code === 'notFound') throw new Response(null, { status: 404 });
  return data(formProblem(sent.code, sent.field, {}), { status: 409 });
}

function leave(token: string, code: 'notFound' | 'conflict'): never {
  if (code === 'notFound') throw new Response(null, { status: 404 });
  throw redirect(href('order', { token }, { kabar: code }));
}

export default function OrderProof() {
  const { language, token, orderId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  const error = errorOf(problem, 'bukti', text.form);
  return (
    <div className="mx-auto grid max-w-md gap-5 px-4 py-8">
      <h1 className="text-2xl">{text.order.proofTitle}</h1>
      <form method="post" encType="multipart/form-data" className="grid gap-4">
        <ErrorSummary problem={problem} text={text.form} />
        <input type="hidden" name="orderId" value={orderId} />
        <label htmlFor="bukti" className="font-semibold">
          {text.order.proofField}
        </label>
        <p id="bukti-hint" className="text-sm text-soft">
          {text.order.proofHint}
        </p>
        <input
          id="bukti"
          name="bukti"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          required
          className="input"
          aria-invalid={error ? true : undefined}
          aria-describedby="bukti-hint"
        />
        <button type="submit" className="button">
          {text.order.sendProof}
        </button>
      </form>
      <p>
        <a href={href('order', { token })}>{text.order.purchaseTitle}</a>
      </p>
    </div>
  );
}
