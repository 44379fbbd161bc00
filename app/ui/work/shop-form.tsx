// The form of a shop, for the maker herself and for her officer.
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { describedBy, ErrorSummary, errorOf, Select, shownValue, TextArea, TextField } from '#app/ui/parts/fields.tsx';

export interface ShopDefaults {
  name: string;
  story: string | null;
  pickupPointId: string | null;
  bankName: string | null;
  bankAccount: string | null;
  bankAccountHolder: string | null;
  rates: Readonly<Record<string, number>>;
}

export function ShopForm({
  shop,
  choices,
  problem,
  text,
  submit,
}: {
  shop: ShopDefaults | null;
  choices: {
    pickupPoints: readonly { id: string; name: string }[];
    villages: readonly { code: string; name: string; district: string }[];
  };
  problem: FormProblem | undefined;
  text: Text['form'];
  submit: string;
}) {
  const shared = { problem, text };
  return (
    <form method="post" className="grid gap-5">
      <ErrorSummary {...shared} />
      <TextField
        name="nama"
        label="Nama toko"
        hint="Nama yang dilihat pembeli. Tidak harus nama Ibu."
        initial={shop?.name}
        maxLength={60}
        required
        {...shared}
      />
      <TextArea
        name="cerita"
        label="Cerita singkat (boleh kosong)"
        hint="Tampil hanya kalau Ibu mengizinkannya."
        initial={shop?.story}
        {...shared}
      />
      <Select
        name="titik"
        label="Keset diambil di"
        hint="Tempat umum, bukan rumah."
        initial={shop?.pickupPointId}
        options={[
          ['', 'Tidak ada, hanya diantar'],
          ...choices.pickupPoints.map((point) => [point.id, point.name] as const),
        ]}
        {...shared}
      />
      <DeliveryRates rates={shop?.rates ?? {}} villages={choices.villages} {...shared} />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold">Rekening untuk transfer (boleh kosong)</legend>
        <TextField name="bank" label="Bank" initial={shop?.bankName} {...shared} />
        <TextField name="rekening" label="Nomor rekening" inputMode="numeric" initial={shop?.bankAccount} {...shared} />
        <TextField name="pemilik" label="Atas nama" initial={shop?.bankAccountHolder} {...shared} />
      </fieldset>
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}

/** A price for each village she brings mats to, by district; a district with prices stands open. */
function DeliveryRates({
  rates,
  villages,
  problem,
  text,
}: {
  rates: ShopDefaults['rates'];
  villages: readonly { code: string; name: string; district: string }[];
  problem: FormProblem | undefined;
  text: Text['form'];
}) {
  const fieldOf = (code: string) => `ongkir-${code}`;
  const districts = Map.groupBy(villages, (village) => village.district);
  return (
    <fieldset className="grid gap-2">
      <legend className="font-semibold">Diantar sendiri ke kelurahan</legend>
      <p className="text-sm text-soft">Isi ongkosnya (Rp). Kosongkan kalau tidak diantar ke sana.</p>
      {[...districts].map(([district, places]) => {
        const filled = places.filter(({ code }) => shownValue(problem, fieldOf(code), rates[code]) !== '').length;
        return (
          <details key={district} open={filled > 0} className="border-t border-line">
            <summary className="min-h-12 cursor-pointer py-3">
              {district} <span className="text-soft">{filled > 0 ? `${filled} kelurahan diisi` : ''}</span>
            </summary>
            <div className="grid gap-2 pb-3 sm:grid-cols-2 sm:gap-x-8">
              {places.map(({ code, name }) => (
                <Fee key={code} name={fieldOf(code)} label={name} initial={rates[code]} problem={problem} text={text} />
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}

function Fee({
  name,
  label,
  initial,
  problem,
  text,
}: {
  name: string;
  label: string;
  initial: number | undefined;
  problem: FormProblem | undefined;
  text: Text['form'];
}) {
  const error = errorOf(problem, name, text);
  return (
    <div className="grid grid-cols-[1fr_8rem] items-center gap-x-3">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        inputMode="numeric"
        className="input"
        defaultValue={shownValue(problem, name, initial)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, undefined, error)}
      />
      {error ? (
        <p id={`${name}-error`} className="col-span-2 font-semibold text-mengkudu">
          {error}
        </p>
      ) : null}
    </div>
  );
}
