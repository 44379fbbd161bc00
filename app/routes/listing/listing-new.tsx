// A maker lists a mat: photo, chips, price, done.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findKeptShop } from '#app/domain/listings/listing-access.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { listMat, openListingForm } from '#app/server/forms/listing-form.server.ts';
import { textOf } from '#app/text/text.ts';
import { ListingForm } from '#app/ui/listing/listing-form.tsx';
import { href } from '#app/urls.ts';

async function findShop(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args, 'listing/listing-new');
  const { db, now } = args.context;
  const shop = await findKeptShop(db, { actor, now: now(), where: {} });
  if (!shop) throw redirect(href('businessShop'));
  return { actor, shop };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, shop } = await findShop(args);
  return openListingForm(args.context, { actor, shopId: shop.id });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, shop } = await findShop(args);
  const form = await args.request.formData();
  const listed = await listMat(form, { context: args.context, actor, shopId: shop.id });
  if (!listed.ok) return data(listed.problem, { status: 422 });
  return redirect(href('businessListing', { id: listed.listingId }, { baru: '1' }));
}

export default function NewListing() {
  const { prices, upload } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <>
      <title>Jual keset · Usaha Saya</title>
      <h1 className="text-2xl">Jual keset</h1>
      <ListingForm
        problem={problem}
        photos={problem?.photos ?? []}
        prices={prices}
        upload={upload}
        text={textOf('id')}
      />
    </>
  );
}
