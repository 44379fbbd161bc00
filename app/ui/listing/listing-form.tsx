// Listing a mat: photo first and large, then chips; nothing must be typed. The same form for a maker and for her officer.
import type { SizePrices } from '#app/domain/catalogue/price-hints.ts';
import { COLOURS, MATERIALS, PATTERNS } from '#app/domain/listings/listing-vocabulary.ts';
import type { KeptPhoto, UploadPlace } from '#app/domain/photos/picture-sources.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { Chips, ErrorSummary, errorOf } from '#app/ui/parts/fields.tsx';
import { PhotoInput } from '../business/photo-input.tsx';
import { type FormPart, PriceChoice, SizeChoice, StockChoice } from './listing-choices.tsx';

export function ListingForm({
  problem,
  photos,
  prices,
  upload,
  text,
}: {
  problem: FormProblem | undefined;
  photos: readonly KeptPhoto[];
  prices: readonly SizePrices[];
  upload: UploadPlace | null;
  text: Text;
}) {
  const words = text.listingForm;
  return (
    <form method="post" encType="multipart/form-data" className="group grid gap-7">
      <ErrorSummary problem={problem} text={text.form} />
      <PhotoInput photos={photos} upload={upload} error={errorOf(problem, 'foto', text.form)} text={words} />
      <SizeChoice problem={problem} text={text} />
      <LookChoice problem={problem} text={text} />
      <PriceChoice problem={problem} prices={prices} text={text} />
      <StockChoice problem={problem} text={text} />
      <div className="grid gap-3">
        <button type="submit" name="simpan" value="jual" className="button">
          {words.sell}
        </button>
        <button type="submit" name="simpan" value="dulu" className="button button-quiet">
          {words.keep}
        </button>
        <p className="text-sm text-soft">{words.composed}</p>
      </div>
    </form>
  );
}

function LookChoice({ problem, text }: FormPart) {
  const words = text.listingForm;
  return (
    <>
      <Chips
        name="material"
        label={words.material}
        problem={problem}
        text={text.form}
        initial="perca-katun"
        options={MATERIALS.map((id) => [id, text.listing.materials[id]])}
      />
      <Chips
        name="colour"
        label={words.colour}
        problem={problem}
        text={text.form}
        options={COLOURS.map(({ id, hex }) => [
          id,
          <span key={id} className="inline-flex items-center gap-2">
            <Swatch id={id} hex={hex} />
            {text.listing.colours[id]}
          </span>,
        ])}
      />
      <Chips
        name="pattern"
        label={words.pattern}
        problem={problem}
        text={text.form}
        initial="polos"
        options={PATTERNS.map((id) => [id, text.listing.patterns[id]])}
      />
    </>
  );
}

/** `warna-warni` is scraps of everything: stripes of the other yarns. */
function Swatch({ id, hex }: { id: string; hex: string }) {
  const stripes = id === 'warna-warni' ? COLOURS.slice(0, 4).map((colour) => colour.hex) : [hex];
  const width = 20 / stripes.length;
  return (
    <svg width="20" height="20" aria-hidden="true">
      {stripes.map((stripe, index) => (
        <rect key={stripe} x={index * width} width={width} height="20" fill={stripe} />
      ))}
    </svg>
  );
}
