// An officer lists a mat for a woman of her areas; every act is logged as on behalf of her.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findKeptShop } from '#app/domain/listings/listing-access.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { listMat, openListingForm } from '#app/server/forms/listing-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { ListingForm } from '#app/ui/listing/listing-form.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.listingForm.title);

async function findShop(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args, 'followup/listing-new');
  const { db, now } = args.context;
  const personId = args.params.id ?? '';
  const shop = await findKeptShop(db, { actor, now: now(), where: { personId } });
  if (!shop) throw new Response(null, { status: 404 });
  return { actor, shop, personId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, shop } = await findShop(args);
  const { language } = readLanguage(args.request);
  return { ...(await openListingForm(args.context, { actor, shopId: shop.id })), shopName: shop.name, language };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, shop, personId } = await findShop(args);
  const form = await args.request.formData();
  const listed = await listMat(form, { context: args.context, actor, shopId: shop.id });
  if (!listed.ok) return data(listed.problem, { status: 422 });
  return redirect(href('followupPerson', { id: personId }));
}

export default function NewListingOnBehalf() {
  const { prices, upload, shopName, language } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  return (
    <>
      <h1 className="text-2xl">{text.listingForm.heading(shopName)}</h1>
      <p className="text-soft">{text.listingForm.onBehalf}</p>
      <ListingForm problem={problem} photos={problem?.photos ?? []} prices={prices} upload={upload} text={text} />
    </>
  );
}
