// Choose a size, a quantity, buy. A plain form to the cart.
import { formatRupiah } from '#app/domain/money.ts';
import { type Text, textFor } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { canBeOrdered, type StockFacts, stockText } from './stock-text.ts';

export interface ShownVariant extends StockFacts {
  readonly id: string;
  readonly size: string;
  readonly priceRupiah: number;
}

export function BuyForm({ variants, text }: { variants: readonly ShownVariant[]; text: Text['listing'] }) {
  const first = variants.find(canBeOrdered);
  return (
    <form method="post" action={href('cart')} className="grid gap-4">
      <input type="hidden" name="action" value="tambah" />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{text.chooseSize}</legend>
        <div className="flex flex-wrap gap-2">
          {variants.map((variant) => (
            <label key={variant.id} className="chip">
              <input
                type="radio"
                name="variantId"
                value={variant.id}
                required
                defaultChecked={variant === first}
                disabled={!canBeOrdered(variant)}
              />
              <span>
                {textFor(text.sizes, variant.size)}
                <br />
                <span className="text-sm font-normal text-soft">
                  {formatRupiah(variant.priceRupiah)} · {stockText(variant, text)}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {first ? (
        <div className="flex items-end gap-3">
          <label className="grid w-24 gap-1 font-semibold">
            {text.quantity}
            <input className="input" type="number" name="quantity" defaultValue={1} min={1} max={99} required />
          </label>
          <button type="submit" className="button grow">
            {text.buy}
          </button>
        </div>
      ) : (
        <p className="text-soft">{text.soldOutLong}</p>
      )}
    </form>
  );
}
