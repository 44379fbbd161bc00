// The choices of a listing that change what else is asked: its size decides the prices, its stock the amounts. They see each
// other through the form around them, which is the `group` of their classes.
import type { SizePrices } from '#app/domain/catalogue/price-hints.ts';
import { SIZE_IDS, type SizeId } from '#app/domain/listings/listing-vocabulary.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { SizeDrawing } from '#app/ui/market/size-drawing.tsx';
import { errorOf, shownValue, TextField } from '#app/ui/parts/fields.tsx';
import { Icon } from '#app/ui/parts/icon.tsx';

/** Prices of a size show only while that size is chosen; without `:has` the free price field is always there. */
const SHOWN_WITH: Readonly<Record<string, string>> = {
  '40x60': 'hidden group-has-[#size-40x60:checked]:grid',
  '45x65': 'hidden group-has-[#size-45x65:checked]:grid',
  '50x80': 'hidden group-has-[#size-50x80:checked]:grid',
  '60x90': 'hidden group-has-[#size-60x90:checked]:grid',
  'bulat-60': 'hidden group-has-[#size-bulat-60:checked]:grid',
  'oval-45x70': 'hidden group-has-[#size-oval-45x70:checked]:grid',
  'setengah-40x70': 'hidden group-has-[#size-setengah-40x70:checked]:grid',
} satisfies Record<SizeId, string>;

export interface FormPart {
  problem: FormProblem | undefined;
  text: Text;
}

export function SizeChoice({ problem, text }: FormPart) {
  const chosen = shownValue(problem, 'size', '40x60');
  const error = errorOf(problem, 'size', text.form);
  return (
    <fieldset id="size" className="grid gap-2">
      <legend className="mb-1 font-semibold">{text.listingForm.size}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {SIZE_IDS.map((id) => (
          <label key={id} className="chip px-2">
            <input type="radio" name="size" id={`size-${id}`} value={id} defaultChecked={id === chosen} />
            <span>
              <SizeDrawing id={id} />
              {text.listing.sizes[id]}
            </span>
          </label>
        ))}
      </div>
      {error ? <p className="font-semibold text-mengkudu">{error}</p> : null}
    </fieldset>
  );
}

export function PriceChoice({ problem, prices, text }: FormPart & { prices: readonly SizePrices[] }) {
  const words = text.listingForm;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{words.price}</legend>
      {prices.map(({ size, hints }) => (
        <div key={size} className={SHOWN_WITH[size]}>
          <div className="grid grid-cols-2 gap-2">
            {hints.map(({ priceRupiah, wagePerHourRupiah }) => (
              <label key={priceRupiah} className="chip px-2">
                <input
                  type="radio"
                  name={`price-${size}`}
                  value={priceRupiah}
                  defaultChecked={shownValue(problem, `price-${size}`) === String(priceRupiah)}
                />
                <span>
                  {formatRupiah(priceRupiah)}
                  <span className="block text-sm font-normal text-soft">
                    {words.wage(formatRupiah(wagePerHourRupiah))}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </div>
      ))}
      <TextField
        name="price"
        label={words.otherPrice}
        hint={words.otherPriceHint}
        problem={problem}
        text={text.form}
        inputMode="numeric"
        placeholder="35.000"
      />
    </fieldset>
  );
}

export function StockChoice({ problem, text }: FormPart) {
  const words = text.listingForm;
  const chosen = shownValue(problem, 'stock', 'ready');
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{words.stock}</legend>
      <div className="flex flex-wrap gap-2">
        <label className="chip">
          <input type="radio" name="stock" id="stock-ready" value="ready" defaultChecked={chosen === 'ready'} />
          <Icon name="check" /> {words.ready}
        </label>
        <label className="chip">
          <input type="radio" name="stock" id="stock-made" value="made" defaultChecked={chosen === 'made'} />
          <Icon name="list" /> {words.made}
        </label>
      </div>
      <StockAmounts problem={problem} text={text} />
    </fieldset>
  );
}

/** How many lie ready, or how fast she makes them; without `:has` both are asked, and the choice above decides. */
function StockAmounts({ problem, text }: FormPart) {
  const words = text.listingForm;
  return (
    <>
      <div className="group-has-[#stock-made:checked]:hidden">
        <TextField
          name="onHand"
          label={words.onHand}
          problem={problem}
          text={text.form}
          initial={1}
          type="number"
          min={0}
          max={999}
        />
      </div>
      <div className="grid grid-cols-2 gap-3 group-has-[#stock-ready:checked]:hidden">
        <TextField
          name="makeDays"
          label={words.makeDays}
          problem={problem}
          text={text.form}
          initial={7}
          type="number"
          min={1}
          max={60}
        />
        <TextField
          name="weeklyCapacity"
          label={words.weeklyCapacity}
          problem={problem}
          text={text.form}
          initial={5}
          type="number"
          min={1}
          max={999}
        />
      </div>
    </>
  );
}
