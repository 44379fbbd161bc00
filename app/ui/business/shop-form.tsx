// The form of a shop, for the maker herself and for her officer.
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { describedBy, ErrorSummary, errorOf, Select, shownValue, TextArea, TextField } from '#app/ui/parts/fields.tsx';

export interface ShopDefaults {
  name: string;
  story: string | null;
  pickupPointId: string | null;
  rates: Readonly<Record<string, number>>;
}

type Villages = readonly { code: string; name: string; district: string }[];

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
    villages: Villages;
  };
  problem: FormProblem | undefined;
  text: Text;
  submit: string;
}) {
  const words = text.shop;
  const shared = { problem, text: text.form };
  return (
    <form method="post" className="grid gap-5">
      <ErrorSummary {...shared} />
      <TextField
        name="nama"
        label={words.name}
        hint={words.nameHint}
        initial={shop?.name}
        maxLength={60}
        required
        {...shared}
      />
      <TextArea name="cerita" label={words.story} hint={words.storyHint} initial={shop?.story} {...shared} />
      <Select
        name="titik"
        label={words.pickup}
        hint={words.pickupHint}
        initial={shop?.pickupPointId}
        options={[['', words.noPickup], ...choices.pickupPoints.map((point) => [point.id, point.name] as const)]}
        {...shared}
      />
      <DeliveryRates rates={shop?.rates ?? {}} villages={choices.villages} problem={problem} text={text} />
      {shop ? null : <AccountFields problem={problem} text={text} />}
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}

/** Where buyers transfer to, asked when a shop opens; from then on the account has a page of its own. */
function AccountFields({ problem, text }: { problem: FormProblem | undefined; text: Text }) {
  const words = text.shop;
  const shared = { problem, text: text.form };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{words.account}</legend>
      <TextField name="bank" label={words.bank} {...shared} />
      <TextField name="rekening" label={words.accountNumber} inputMode="numeric" {...shared} />
      <TextField name="pemilik" label={words.holder} {...shared} />
    </fieldset>
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
  villages: Villages;
  problem: FormProblem | undefined;
  text: Text;
}) {
  const words = text.shop;
  const fieldOf = (code: string) => `ongkir-${code}`;
  const districts = Map.groupBy(villages, (village) => village.district);
  return (
    <fieldset className="grid gap-2">
      <legend className="font-semibold">{words.bringsTo}</legend>
      <p className="text-sm text-soft">{words.bringsToHint}</p>
      {[...districts].map(([district, places]) => {
        const filled = places.filter(({ code }) => shownValue(problem, fieldOf(code), rates[code]) !== '').length;
        return (
          <details key={district} open={filled > 0} className="border-t border-line">
            <summary className="min-h-12 cursor-pointer py-3">
              {district} <span className="text-soft">{filled > 0 ? words.filled(filled) : ''}</span>
            </summary>
            <div className="grid gap-2 pb-3 sm:grid-cols-2 sm:gap-x-8">
              {places.map(({ code, name }) => (
                <Fee
                  key={code}
                  name={fieldOf(code)}
                  label={name}
                  initial={rates[code]}
                  problem={problem}
                  text={text.form}
                />
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
