// Per size of a listing: stock, price, sold outside. Each small form sends one thing.
import { SIZE_IDS } from '#app/domain/listings/listing-vocabulary.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { textFor, textOf } from '#app/text/text.ts';
import { stockText } from '#app/ui/market/stock-text.ts';
import { errorOf, Select, shownValue, TextField } from '#app/ui/parts/fields.tsx';

const text = textOf('id');

export interface KeptVariant {
  readonly id: string;
  readonly size: string;
  readonly priceRupiah: number;
  readonly onHand: number;
  readonly held: number;
  readonly makeDays: number | null;
  readonly weeklyCapacity: number | null;
}
type ProblemOf = (part: string, variantId?: string) => FormProblem | undefined;

export function VariantForms({ variants, problemOf }: { variants: readonly KeptVariant[]; problemOf: ProblemOf }) {
  return (
    <>
      {variants.map((variant) => (
        <section key={variant.id} className="grid gap-4 border-b border-line pb-5">
          <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
            {textFor(text.listing.sizes, variant.size)}
            <span className="font-sans text-base font-normal">
              {formatRupiah(variant.priceRupiah)} · {stockText(variant, text.listing)}
            </span>
          </h3>
          {variant.held > 0 ? <p className="text-soft">{variant.held} sudah dipesan pembeli.</p> : null}
          <OutsideSaleForm variant={variant} problem={problemOf('jual-luar', variant.id)} />
          <StockForm variant={variant} problem={problemOf('stok', variant.id)} />
          <PriceForm variant={variant} problem={problemOf('harga')} />
        </section>
      ))}
    </>
  );
}

/** A field of one of several like forms: its id carries the variant, its name does not. */
function Small({
  name,
  label,
  of,
  problem,
  initial,
}: {
  name: string;
  label: string;
  of: string;
  problem: FormProblem | undefined;
  initial?: string | number | null;
}) {
  const id = `${name}-${of}`;
  const error = errorOf(problem, name, text.form);
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        name={name}
        inputMode="numeric"
        className="input"
        defaultValue={shownValue(problem, name, initial)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-mengkudu">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function OutsideSaleForm({ variant, problem }: { variant: KeptVariant; problem: FormProblem | undefined }) {
  if (variant.onHand - variant.held < 1 && !problem) return null;
  const of = `luar-${variant.id}`;
  return (
    <details open={problem !== undefined}>
      <summary className="min-h-12 cursor-pointer py-3 font-semibold text-tarum">Laku di luar situs</summary>
      <form method="post" className="grid grid-cols-2 items-end gap-3">
        <input type="hidden" name="bagian" value="jual-luar" />
        <input type="hidden" name="variantId" value={variant.id} />
        <Small name="quantity" label="Berapa keset" of={of} problem={problem} initial={1} />
        <Small name="totalRupiah" label="Uang diterima" of={of} problem={problem} initial={variant.priceRupiah} />
        <button type="submit" className="button col-span-2">
          Catat penjualan
        </button>
      </form>
    </details>
  );
}

function StockForm({ variant, problem }: { variant: KeptVariant; problem: FormProblem | undefined }) {
  return (
    <form method="post" className="grid grid-cols-2 items-end gap-3">
      <input type="hidden" name="bagian" value="stok" />
      <input type="hidden" name="variantId" value={variant.id} />
      <input type="hidden" name="seenOnHand" value={variant.onHand} />
      <Small name="onHand" label="Ada di rumah" of={variant.id} problem={problem} initial={variant.onHand} />
      <button type="submit" className="button button-quiet">
        Ubah stok
      </button>
    </form>
  );
}

function PriceForm({ variant, problem }: { variant: KeptVariant; problem: FormProblem | undefined }) {
  const mine = problem?.values.size === variant.size ? problem : undefined;
  const of = `harga-${variant.id}`;
  return (
    <details open={mine !== undefined}>
      <summary className="min-h-12 cursor-pointer py-3 font-semibold text-tarum">Harga dan cara membuat</summary>
      <form method="post" className="grid grid-cols-2 items-end gap-3">
        <input type="hidden" name="bagian" value="harga" />
        <input type="hidden" name="size" value={variant.size} />
        <input type="hidden" name="onHand" value={variant.onHand} />
        <Small name="price" label="Harga" of={of} problem={mine} initial={variant.priceRupiah} />
        <Small name="makeDays" label="Dibuat (hari)" of={of} problem={mine} initial={variant.makeDays} />
        <Small
          name="weeklyCapacity"
          label="Paling banyak seminggu"
          of={of}
          problem={mine}
          initial={variant.weeklyCapacity}
        />
        <button type="submit" className="button button-quiet">
          Ubah harga
        </button>
      </form>
    </details>
  );
}

export function NewSizeForm({ taken, problem }: { taken: readonly string[]; problem: FormProblem | undefined }) {
  const free = SIZE_IDS.filter((id) => !taken.includes(id));
  const mine = free.some((id) => id === problem?.values.size) ? problem : undefined;
  if (free.length === 0) return null;
  return (
    <details open={mine !== undefined}>
      <summary className="min-h-12 cursor-pointer py-3 font-semibold text-tarum">Tambah ukuran lain</summary>
      <form method="post" className="grid gap-3">
        <input type="hidden" name="bagian" value="harga" />
        <Select
          name="size"
          label="Ukuran"
          problem={mine}
          text={text.form}
          options={free.map((id) => [id, text.listing.sizes[id]])}
        />
        <TextField name="price" label="Harga" problem={mine} text={text.form} inputMode="numeric" />
        <TextField
          name="onHand"
          label="Jumlah yang siap"
          problem={mine}
          text={text.form}
          initial={1}
          inputMode="numeric"
        />
        <TextField
          name="makeDays"
          label="Dibuat dalam (hari), kosongkan bila hanya dijual dari stok"
          problem={mine}
          text={text.form}
          inputMode="numeric"
        />
        <input type="hidden" name="weeklyCapacity" value="" />
        <button type="submit" className="button">
          Tambah ukuran
        </button>
      </form>
    </details>
  );
}
