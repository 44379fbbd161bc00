// /usaha/pesanan/:id/tolak: she cannot make it, and writes the buyer why.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { findOwnOrder } from '#app/domain/orders/find-own-order.server.ts';
import { canMakerRefuse } from '#app/domain/orders/maker-steps.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { textOf } from '#app/text/text.ts';
import { ACTION_WORDS } from '#app/ui/business/maker-order.tsx';
import { ErrorSummary, TextArea } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Tidak bisa memenuhi · Usaha Saya' }];

const MOST_LETTERS = 200;
const schema = z.object({ alasan: z.string().trim().min(1, 'required').max(MOST_LETTERS, 'tooLong') });

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/order-refusal');
  const order = await findOwnOrder(args.context.db, actor, asId(args.params.id));
  if (!order) throw new Response(null, { status: 404 });
  if (!canMakerRefuse(order)) throw redirect(href('businessOrder', { id: order.id }));
  return { id: order.id, number: order.number, mayBePassedOn: order.status === 'confirmed' };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'business/order-refusal');
  const { db, now, sealer } = args.context;
  const orderId = asId(args.params.id);
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const input = { orderId, step: 'refuse', reason: form.value.alasan } as const;
  const done = await stepOrder(db, { actor, input, now: now(), sealer });
  if (done.ok) return redirect(href('businessOrder', { id: orderId }));
  if (done.code === 'notFound') throw new Response(null, { status: 404 });
  if (done.code === 'conflict') return redirect(href('businessOrder', { id: orderId }, { kabar: done.code }));
  return data(formProblem(done.code, done.field, form.values), { status: 422 });
}

export default function OrderRefusal() {
  const { id, number, mayBePassedOn } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id');
  const words = text.order.refuse;
  return (
    <>
      <h1 className="text-xl">{text.order.title(number)}</h1>
      {mayBePassedOn ? (
        <p>
          {words.sisterFirst} <a href={href('businessOrderSisters', { id })}>{text.reassignment.askSister}</a>
        </p>
      ) : null}
      <form method="post" className="grid gap-4">
        <ErrorSummary problem={problem} text={text.form} />
        <TextArea
          name="alasan"
          label={words.label}
          hint={words.hint}
          maxLength={MOST_LETTERS}
          required
          problem={problem}
          text={text.form}
        />
        <button type="submit" className="button button-danger">
          {ACTION_WORDS.refuse}
        </button>
      </form>
      <a className="py-2 text-center" href={href('businessOrder', { id })}>
        {text.reassignment.back}
      </a>
    </>
  );
}
