// /usaha/pesanan/titipan/:id: a maker is asked to take an order over and answers; she who asked sees what came of it, or takes it back.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { agreeReassignment } from '#app/domain/reassignments/agree-reassignment.server.ts';
import { findReassignment } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { refuseReassignment } from '#app/domain/reassignments/refuse-reassignment.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { viewReassignment } from '#app/server/views/reassignment-view.server.ts';
import { textOf } from '#app/text/text.ts';
import { AskedPage, OwnPage } from '#app/ui/business/reassignment.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Titipan pesanan · Usaha Saya' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/reassignment');
  const found = await findReassignment(args.context.db, actor, asId(args.params.id));
  if (!found) throw new Response(null, { status: 404 });
  return viewReassignment(found, args.context);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'business/reassignment');
  const { db, now, sealer } = args.context;
  const reassignmentId = asId(args.params.id);
  const form = await args.request.formData();
  const given = { actor, now: now(), sealer };
  // Fields `keset-<size>` name her mat for each size.
  const variantIds = [...form.entries()].flatMap(([name, id]) => (name.startsWith('keset-') ? [asId(id)] : []));
  const done =
    form.get('jawaban') === 'sanggup'
      ? await agreeReassignment(db, {
          ...given,
          input: { reassignmentId, variantIds, hasMoney: form.get('uang') === 'ya' },
        })
      : await refuseReassignment(db, { ...given, input: { reassignmentId } });
  if (done.ok) return redirect(href('businessReassignment', { id: reassignmentId }));
  if (done.code === 'notFound') throw new Response(null, { status: 404 });
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return data(formProblem(done.code, done.field, values), { status: done.code === 'conflict' ? 409 : 422 });
}

export default function Reassignment() {
  const asked = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id');
  return asked.isAsked ? (
    <AskedPage asked={asked} problem={problem} text={text} />
  ) : (
    <OwnPage asked={asked} problem={problem} text={text} />
  );
}
