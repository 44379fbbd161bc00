// /usaha/pesanan/:id/perajin-lain: who else could make this order, and the question to one of them.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { findOwnOrder } from '#app/domain/orders/find-own-order.server.ts';
import { proposeReassignment } from '#app/domain/reassignments/propose-reassignment.server.ts';
import { findPassedOn } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { listSisterShops } from '#app/domain/reassignments/sister-shops.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { textOf } from '#app/text/text.ts';
import { SisterForm } from '#app/ui/business/reassignment.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Perajin lain · Usaha Saya' }];

const schema = z.object({ perajin: z.uuid({ error: 'notAChoice' }) });

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/order-sisters');
  const { db, now } = args.context;
  const order = await findOwnOrder(db, actor, asId(args.params.id));
  if (!order) throw new Response(null, { status: 404 });
  const asked = order.status === 'confirmed' ? await findPassedOn(db, actor, order.id) : null;
  // Only what waits for her answer can be passed on, and one maker is asked at a time.
  if (order.status !== 'confirmed' || asked) throw redirect(href('businessOrder', { id: order.id }));
  return { id: order.id, number: order.number, sisters: await listSisterShops(db, order.id, now()) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'business/order-sisters');
  const { db, now, sealer } = args.context;
  const orderId = asId(args.params.id);
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const input = { orderId, shopId: form.value.perajin };
  const asked = await proposeReassignment(db, { actor, input, now: now(), sealer });
  if (asked.ok) return redirect(href('businessReassignment', { id: asked.value.reassignmentId }));
  if (asked.code === 'notFound') throw new Response(null, { status: 404 });
  if (asked.code === 'conflict') return redirect(href('businessOrder', { id: orderId }, { kabar: asked.code }));
  return data(formProblem(asked.code, asked.field, form.values), { status: 409 });
}

export default function OrderSisters() {
  const { id, number, sisters } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id');
  const words = text.reassignment;
  return (
    <>
      <h1 className="text-xl">{words.sistersTitle}</h1>
      <p className="text-soft">{text.order.title(number)}</p>
      {sisters.length > 0 ? (
        <>
          <p>{words.sistersIntro}</p>
          <SisterForm sisters={sisters} problem={problem} text={text} />
        </>
      ) : (
        <p>{words.noSisters}</p>
      )}
      <a className="py-2 text-center" href={href('businessOrder', { id })}>
        {words.back}
      </a>
    </>
  );
}
