// The officer opens a shop for a woman, on her behalf.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findKeptPerson } from '#app/domain/people/person-scope.server.ts';
import { openShop } from '#app/domain/shops/open-shop.server.ts';
import { listShopChoices } from '#app/domain/shops/shop-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { readShopForm } from '#app/server/forms/shop-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { ShopForm } from '#app/ui/business/shop-form.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.shop.title);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'followup/shop-opening');
  const { db, now } = args.context;
  const woman = await findKeptPerson(db, { actor, personId: asId(args.params.id), now: now() });
  if (!woman) throw new Response(null, { status: 404 });
  return { language: readLanguage(args.request).language, name: woman.name, choices: await listShopChoices(db) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'followup/shop-opening');
  const { db, now, sealer } = args.context;
  const form = readShopForm(await args.request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const personId = asId(args.params.id);
  const opened = await openShop(db, { actor, input: { ...form.input, personId }, now: now(), sealer });
  if (opened.ok) return redirect(href(opened.value.isShown ? 'followupPerson' : 'followupConsents', { id: personId }));
  if (opened.code === 'notFound') throw new Response(null, { status: 404 });
  return data(formProblem(opened.code, opened.field, form.values), {
    status: opened.code === 'unknownPlace' ? 422 : 409,
  });
}

export default function ShopOpening() {
  const { language, name, choices } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  return (
    <>
      <h1 className="text-xl">{text.shop.heading(name)}</h1>
      <p>{text.shop.lead}</p>
      <ShopForm shop={null} choices={choices} problem={problem} text={text} submit={text.shop.open} />
    </>
  );
}
