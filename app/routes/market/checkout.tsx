// Checkout on one page: to whom, how it arrives, how it is paid, the total. No account. Everything typed survives an error.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findCart } from '#app/domain/carts/cart-queries.server.ts';
import { newToken } from '#app/domain/ids.ts';
import { checkoutSchema } from '#app/domain/purchases/order-schemas.ts';
import { placePurchase } from '#app/domain/purchases/place-purchase.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { limitRate } from '#app/server/access/rate-limit.server.ts';
import { cartCookies, readCartToken } from '#app/server/forms/cart-cookie.server.ts';
import { readDeliveries, totalOf } from '#app/server/forms/checkout-form.server.ts';
import { type FormProblem, formProblem, parseFields } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { NO_INDEX, titled } from '#app/ui/frames/page-title.ts';
import { BuyerFields, CheckoutTotal, PaymentFields } from '#app/ui/market/checkout-parts.tsx';
import { DeliveryFields } from '#app/ui/market/delivery-fields.tsx';
import { ErrorSummary } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.checkout.title, NO_INDEX);

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/checkout');
  const { db, cardGateway } = args.context;
  const cart = await findCart(db, readCartToken(args.request));
  if (!cart || cart.shops.length === 0) throw redirect(href('cart'));
  const methods = [
    'cod',
    ...(cart.shops.every((shop) => shop.takesTransfer) ? ['transfer'] : []),
    ...(cardGateway ? ['card'] : []),
  ];
  const { shops } = cart;
  return {
    language: readLanguage(args.request).language,
    shops,
    methods,
    checkoutKey: newToken(),
    totalRupiah: totalOf(shops, []),
  };
}

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'market/checkout');
  const { db, now, sealer, environment, clientAddress } = args.context;
  await limitRate('checkout', clientAddress);
  const form = await args.request.formData();
  const cartToken = readCartToken(args.request);
  const picks = readDeliveries(form);
  const parsed = parseFields(form, checkoutSchema);
  /** The same page, everything typed kept, with what the cart costs now. */
  const again = async (problem: FormProblem, status: number) => {
    const cart = await findCart(db, cartToken);
    return data({ ...problem, totalRupiah: totalOf(cart?.shops ?? [], picks.deliveries) }, { status });
  };
  const errors = { ...(parsed.ok ? {} : parsed.errors), ...picks.errors };
  if (!parsed.ok || Object.keys(errors).length > 0) return again({ errors, values: parsed.values }, 422);
  // Without script the total with delivery is first seen after one more press.
  if (form.get('hitung') !== null) return again({ errors: {}, values: parsed.values }, 200);
  const { nama, telepon, bayar, total, kunci, catatan } = parsed.value;
  const placed = await placePurchase(db, {
    actor: { kind: 'anonymous' },
    input: {
      ...{ cartToken, checkoutKey: kunci, buyerName: nama, buyerPhone: telepon, method: bayar },
      ...{ seenTotalRupiah: total, note: catatan, deliveries: picks.deliveries },
      language: readLanguage(args.request).language,
    },
    now: now(),
    sealer,
  });
  if (!placed.ok) return again(formProblem(placed.code, placed.field, parsed.values), placed.field ? 422 : 409);
  const headers = cartCookies({ token: cartToken, count: 0 }, environment.origin.startsWith('https:'));
  return redirect(href('order', { token: placed.value.token }), { headers });
}

export default function Checkout() {
  const { language, shops, methods, checkoutKey, totalRupiah } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  const words = text.checkout;
  const total = problem?.totalRupiah ?? totalRupiah;
  const shared = { problem, text: text.form };
  const key = problem?.values.kunci;
  return (
    <div className="mx-auto grid max-w-2xl gap-6 px-4 py-6">
      <h1 className="text-2xl">{words.title}</h1>
      <p>{words.noAccount}</p>
      <form method="post" className="grid gap-8">
        <ErrorSummary {...shared} />
        <input type="hidden" name="kunci" value={typeof key === 'string' ? key : checkoutKey} />
        <input type="hidden" name="total" value={total} />
        <BuyerFields words={words} {...shared} />
        <section className="grid gap-4">
          <h2 className="text-xl">{words.how}</h2>
          {shops.map((shop) => (
            <DeliveryFields key={shop.shopId} shop={shop} words={words} {...shared} />
          ))}
          <p className="border-t border-line pt-4 text-soft">{words.totalWith}</p>
          <button type="submit" name="hitung" value="ya" className="button button-quiet justify-self-start">
            {words.recount}
          </button>
        </section>
        <PaymentFields methods={methods} words={words} {...shared} />
        <CheckoutTotal totalRupiah={total} words={words} />
      </form>
    </div>
  );
}
