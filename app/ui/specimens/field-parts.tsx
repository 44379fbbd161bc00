// Fields as they are met: empty, filled, and refused with what was typed kept.
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { textOf } from '#app/text/text.ts';
import { PhotoInput } from '#app/ui/business/photo-input.tsx';
import { Choice } from '#app/ui/parts/choice.tsx';
import { Chips, ErrorSummary, Select, TextArea, TextField } from '#app/ui/parts/fields.tsx';
import { Icon, type IconName } from '#app/ui/parts/icon.tsx';
import { SAMPLE_PICTURE } from './sample-values.ts';
import { Specimen } from './specimen.tsx';

const text = textOf('id');
const STATES = ['kosong', 'terisi', 'salah'] as const;
const PAYMENTS = [
  ['cod', 'Tunai'],
  ['transfer', 'Transfer'],
  ['card', 'Kartu'],
] as const;
const ICONS: readonly IconName[] = [
  'cart',
  'home',
  'box',
  'grid',
  'money',
  'person',
  'people',
  'chart',
  'camera',
  'list',
  'check',
];

function problemOf(state: string): FormProblem | undefined {
  if (state !== 'salah') return undefined;
  return {
    errors: {
      'telepon-salah': 'notAPhone',
      'alamat-salah': 'required',
      'kota-salah': 'notAChoice',
      'bayar-salah': 'noTransfer',
    },
    values: { 'telepon-salah': '0812 345', 'bayar-salah': 'transfer' },
  };
}

export function FieldParts() {
  return (
    <>
      <Specimen name="TextField, TextArea, Select, Chips, ErrorSummary">
        <div className="grid gap-8 lg:grid-cols-3">
          {STATES.map((state) => (
            <Fields key={state} state={state} />
          ))}
        </div>
      </Specimen>
      <ChoiceSpecimens />
      <LookSpecimens />
      <Specimen name="PhotoInput">
        <div className="max-w-md">
          <PhotoInput
            photos={[{ id: 'contoh', picture: SAMPLE_PICTURE }]}
            upload={null}
            error={undefined}
            text={text.listingForm}
          />
        </div>
      </Specimen>
    </>
  );
}

function Fields({ state }: { state: (typeof STATES)[number] }) {
  const shared = { problem: problemOf(state), text: text.form };
  const isFilled = state === 'terisi';
  return (
    <div className="grid content-start gap-5">
      <h3 className="text-lg">{state}</h3>
      <ErrorSummary {...shared} />
      <TextField
        name={`telepon-${state}`}
        label={text.signIn.phone}
        hint={text.signIn.phoneHint}
        initial={isFilled ? '0812 0000 1001' : null}
        {...shared}
      />
      <TextArea
        name={`alamat-${state}`}
        label={text.checkout.address}
        initial={isFilled ? 'Kp. Baru No. 6, RT 03/RW 09' : null}
        {...shared}
      />
      <Select
        name={`kota-${state}`}
        label={text.outcome.village}
        initial={isFilled ? 'sari' : null}
        options={[
          ['', text.listing.any],
          ['sari', 'Karang Sari'],
        ]}
        {...shared}
      />
      <Chips
        name={`bayar-${state}`}
        label={text.checkout.pay}
        initial={isFilled ? 'cod' : null}
        options={PAYMENTS}
        {...shared}
      />
    </div>
  );
}

function ChoiceSpecimens() {
  return (
    <>
      <Specimen name="Choice">
        <Choice
          name="urut"
          label={text.listing.colour}
          any={text.listing.any}
          chosen={undefined}
          options={[['biru', 'Biru']]}
        />
      </Specimen>
      <Specimen name="Chips, checkbox">
        <Chips
          name="sumber"
          label="Dijual lewat"
          type="checkbox"
          initial={['pasar']}
          options={[
            ['pasar', 'Pasar'],
            ['tetangga', 'Tetangga'],
          ]}
          text={text.form}
        />
      </Specimen>
    </>
  );
}

function LookSpecimens() {
  return (
    <>
      <Specimen name="button, button-quiet, button-danger">
        <p className="flex flex-wrap gap-3">
          {['', 'button-quiet', 'button-danger'].map((look) => (
            <button key={look} type="button" className={`button ${look}`}>
              Simpan
            </button>
          ))}
        </p>
      </Specimen>
      <Specimen name="Icon">
        <ul className="flex flex-wrap gap-4">
          {ICONS.map((name) => (
            <li key={name} className="flex items-center gap-2">
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Specimen>
    </>
  );
}
