// The parts of the checkout that are asked once, however many shops the mats come from.
import { formatRupiah } from '#app/domain/money.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { Chips, TextArea, TextField } from '#app/ui/parts/fields.tsx';

interface Part {
  words: Text['checkout'];
  problem: FormProblem | undefined;
  text: Text['form'];
}

export function BuyerFields({ words, ...shared }: Part) {
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{words.who}</h2>
      <TextField name="nama" label={words.name} autoComplete="name" required maxLength={80} {...shared} />
      <TextField
        name="telepon"
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
        {...shared}
      />
    </section>
  );
}

export function PaymentFields({ methods, words, ...shared }: Part & { methods: readonly string[] }) {
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{words.pay}</h2>
      <Chips
        name="bayar"
        label={<span className="sr-only">{words.pay}</span>}
        options={methods.map((method) => [method, words[method as 'cod' | 'transfer' | 'card']] as const)}
        initial="cod"
        {...shared}
      />
      <TextArea name="catatan" label={`${words.note} ${shared.text.optional}`} rows={2} {...shared} />
    </section>
  );
}

/** Stays in sight, so that nobody agrees to a total that scrolled away. */
export function CheckoutTotal({ totalRupiah, words }: { totalRupiah: number; words: Text['checkout'] }) {
  return (
    <section className="sticky bottom-0 grid grid-cols-[auto_1fr] items-center gap-6 border-t border-line bg-paper py-3">
      <p>
        <span className="block text-sm text-soft">{words.total}</span>
        <b className="whitespace-nowrap font-serif text-xl">{formatRupiah(totalRupiah)}</b>
      </p>
      <button type="submit" className="button">
        {words.place}
      </button>
    </section>
  );
}
