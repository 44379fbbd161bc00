// The form of a shop, for the maker herself and for her officer.
import type { FormProblem } from '#app/server/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { ErrorSummary, Select, TextArea, TextField } from './fields.tsx';

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
      <details open={shop === null || Object.keys(shop.rates).length > 0}>
        <summary className="min-h-12 cursor-pointer py-3 font-semibold">Diantar sendiri ke kelurahan</summary>
        <p className="text-sm text-soft">Isi ongkosnya. Kosongkan kalau tidak diantar ke sana.</p>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          {choices.villages.map((village) => (
            <TextField
              key={village.code}
              name={`ongkir-${village.code}`}
              label={`${village.name}, ${village.district}`}
              inputMode="numeric"
              initial={shop?.rates[village.code] ?? null}
              {...shared}
            />
          ))}
        </div>
      </details>
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
