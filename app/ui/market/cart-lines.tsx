// The mats of one maker in the cart, each with its number and its way out.
import { formatRupiah } from '#app/domain/money.ts';
import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

interface CartLine {
  variantId: string;
  listingSlug: string;
  title: string;
  size: string;
  picture: string | null;
  quantity: number;
  unitPriceRupiah: number;
  available: number;
  makeDays: number | null;
}

export function CartLines({
  shop,
  text,
}: {
  shop: { shopName: string; shopSlug: string; lines: CartLine[] };
  text: Text['checkout'];
}) {
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">
        <a href={href('maker', { slug: shop.shopSlug })}>{text.from(shop.shopName)}</a>
      </h2>
      {shop.lines.map((line) => (
        <div key={line.variantId} className="grid grid-cols-[80px_1fr] gap-x-4 gap-y-1 border-t border-line pt-3">
          <div className="row-span-2">
            {line.picture ? <img src={line.picture} alt="" width={80} height={60} className="rounded" /> : null}
          </div>
          <a href={href('product', { slug: line.listingSlug })}>{line.title}</a>
          <p className="text-soft">
            {formatRupiah(line.unitPriceRupiah)}
            {line.quantity > line.available ? (
              <b className="text-mengkudu"> · {text.onlyLeft(line.available)}</b>
            ) : null}
            {line.makeDays !== null && line.available === 0 ? ` · ${text.madeIn(line.makeDays)}` : null}
          </p>
          <form method="post" action={href('cart')} className="col-span-2 flex flex-wrap items-end gap-2">
            <input type="hidden" name="variantId" value={line.variantId} />
            <label className="grid gap-1 text-sm">
              {text.quantity}
              <input name="quantity" inputMode="numeric" defaultValue={line.quantity} className="input w-20" />
            </label>
            <button type="submit" name="action" value="ubah" className="button button-quiet">
              {text.change}
            </button>
            <button type="submit" name="action" value="hapus" className="button button-danger">
              {text.remove}
            </button>
          </form>
        </div>
      ))}
    </section>
  );
}
