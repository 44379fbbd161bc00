// Saya: her shop, what is kept about her, and who looked.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listConsents } from '#app/domain/consents/list-consents.server.ts';
import { findPersonFile } from '#app/domain/people/person-file.server.ts';
import { editShop } from '#app/domain/shops/edit-shop.server.ts';
import { openShop } from '#app/domain/shops/open-shop.server.ts';
import { findOwnShop, listShopChoices } from '#app/domain/shops/shop-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem } from '#app/server/forms/forms.server.ts';
import { readShopForm } from '#app/server/forms/shop-form.server.ts';
import { viewPerson } from '#app/server/views/person-view.server.ts';
import { viewShop } from '#app/server/views/shop-view.server.ts';
import { textOf } from '#app/text/text.ts';
import { ShopForm } from '#app/ui/business/shop-form.tsx';
import { PersonFacts, PersonReads } from '#app/ui/office/person-parts.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Saya · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/shop');
  const { db, now, sealer } = args.context;
  const personId = actor.personId ?? '';
  const [shop, choices, file, consents] = await Promise.all([
    findOwnShop(db, actor, personId, now()),
    listShopChoices(db),
    findPersonFile(db, { viewer: actor, input: { personId, purpose: 'own' }, now: now(), sealer }),
    listConsents(db, { viewer: actor, personId, now: now() }),
  ]);
  if (!file) throw new Response(null, { status: 404 });
  const story = consents?.states.find((state) => state.purpose === 'story');
  const isStoryHidden = Boolean(shop?.story) && !story?.acts[0]?.isGiven;
  return { shop: shop ? viewShop(shop) : null, isStoryHidden, choices, person: viewPerson(file, 'id') };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'business/shop');
  const { db, now, sealer } = args.context;
  const form = readShopForm(await args.request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const personId = actor.personId ?? '';
  const shop = await findOwnShop(db, actor, personId, now());
  const done = shop
    ? await editShop(db, { actor, input: { ...form.input, shopId: shop.id }, now: now() })
    : await openShop(db, { actor, input: { ...form.input, personId }, now: now(), sealer });
  if (!done.ok)
    return data(formProblem(done.code, done.field, form.values), { status: done.code === 'unknownPlace' ? 422 : 409 });
  return redirect(href('businessShop'));
}

export default function BusinessShop() {
  const { shop, isStoryHidden, choices, person } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id');
  return (
    <>
      <h1 className="text-xl">{shop ? 'Toko Ibu' : 'Buka toko Ibu'}</h1>
      {shop?.isShown ? (
        <p>
          <a href={href('maker', { slug: shop.slug })}>Lihat seperti pembeli</a>
        </p>
      ) : null}
      {shop ? (
        <Hidden isShopHidden={!shop.isShown} isStoryHidden={isStoryHidden} />
      ) : (
        <p>
          Dengan membuka toko, Ibu mengizinkan nama toko, kecamatan, dan foto keset dilihat semua orang. Izin ini bisa
          ditarik kapan saja.
        </p>
      )}
      <ShopForm shop={shop} choices={choices} problem={problem} text={text} submit={shop ? 'Simpan' : 'Buka toko'} />
      {shop ? (
        <a className="button button-quiet" href={href('businessBankAccount')}>
          {text.account.title}
        </a>
      ) : null}
      <section className="grid gap-3 border-t border-line pt-5">
        <h2 className="text-lg">Data saya</h2>
        <p>Ini yang Dinsos simpan tentang Ibu. Kalau ada yang salah, minta pendamping membetulkannya.</p>
        <p>
          <a className="button button-quiet" href={href('businessConsents')}>
            Izin saya
          </a>
        </p>
        <PersonFacts person={person} text={text} />
        <PersonReads reads={person.reads} text={text.person} />
      </section>
    </>
  );
}

function Hidden({ isShopHidden, isStoryHidden }: { isShopHidden: boolean; isStoryHidden: boolean }) {
  if (!isShopHidden && !isStoryHidden) return null;
  return (
    <p className="rounded border-2 border-line p-4">
      {isShopHidden
        ? 'Toko Ibu belum tampil, karena belum ada izin Ibu untuk halaman toko. '
        : 'Cerita Ibu belum tampil, karena belum ada izin Ibu untuk cerita. '}
      <a href={href('businessConsents')}>Lihat izin saya</a>
    </p>
  );
}
