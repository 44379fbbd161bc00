// The cart: what is in it, by maker; how many of each. Adding comes here too, from the product page.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { countCart, findCart } from '#app/domain/carts/cart-queries.server.ts';
import { changeCart, MOST_OF_ONE } from '#app/domain/carts/change-cart.server.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { cartCookies, readCartToken } from '#app/server/forms/cart-cookie.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { CartLines } from '#app/ui/market/cart-lines.tsx';
import { ErrorSummary } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({
  variantId: z.uuid('notFound'),
  quantity: z.coerce.number('notANumber').int('notANumber').min(0, 'tooSmall').max(MOST_OF_ONE, 'tooLarge').default(1),
  action: z.enum(['tambah', 'ubah', 'hapus']).default('tambah'),
});

export const meta = titled((text) => text.checkout.cartTitle, NO_INDEX);

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/cart');
  const { db, media, environment } = args.context;
  const token = readCartToken(args.request);
  const cart = await findCart(db, token);
  const shops = (cart?.shops ?? []).map((shop) => ({
    ...shop,
    lines: shop.lines.map((line) => ({
      ...line,
      picture: line.photoKey ? media.address(line.photoKey, 320, 'webp') : null,
    })),
  }));
  const isSecure = environment.origin.startsWith('https:');
  // The number beside 'Keranjang' is set right here, should a mat have left the shop since.
  return data(
    { language: readLanguage(args.request).language, shops },
    { headers: cartCookies({ token, count: countCart(cart) }, isSecure) },
  );
}

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'market/cart');
  const { db, now, environment } = args.context;
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const { variantId, quantity } = form.value;
  const changed = await changeCart(db, {
    input: {
      token: readCartToken(args.request),
      variantId,
      mode: form.value.action === 'tambah' ? 'add' : 'set',
      quantity: form.value.action === 'hapus' ? 0 : quantity,
    },
    now: now(),
  });
  if (!changed.ok)
    return data(formProblem(changed.code, changed.field, form.values), {
      status: changed.code === 'notFound' ? 404 : 409,
    });
  const { token } = changed.value;
  const count = countCart(await findCart(db, token));
  return redirect(href('cart'), { headers: cartCookies({ token, count }, environment.origin.startsWith('https:')) });
}

export default function Cart() {
  const { language, shops } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  const itemsRupiah = shops
    .flatMap((shop) => shop.lines)
    .reduce((sum, line) => sum + line.unitPriceRupiah * line.quantity, 0);
  if (shops.length === 0) {
    return (
      <div className="mx-auto grid max-w-md gap-4 px-4 py-8">
        <h1 className="text-2xl">{text.checkout.cartEmptyTitle}</h1>
        <ErrorSummary problem={problem} text={text.form} />
        <p>{text.checkout.cartEmptyText}</p>
        <a className="button" href={href('products')}>
          {text.checkout.browse}
        </a>
      </div>
    );
  }
  return (
    <div className="mx-auto grid max-w-2xl gap-6 px-4 py-6">
      <h1 className="text-2xl">{text.checkout.cartTitle}</h1>
      <ErrorSummary problem={problem} text={text.form} />
      {shops.map((shop) => (
        <CartLines key={shop.shopId} shop={shop} text={text.checkout} />
      ))}
      <p className="flex justify-between gap-4 border-t border-line pt-4">
        <span>{text.checkout.subtotal}</span>
        <b className="text-lg">{formatRupiah(itemsRupiah)}</b>
      </p>
      <a className="button" href={href('checkout')}>
        {text.checkout.goCheckout}
      </a>
    </div>
  );
}
