// The filters of the list of mats: a sheet that opens without script, and stands open while a filter is on.
import { COLOUR_IDS, MATERIALS, SIZE_IDS } from '#app/domain/listings/listing-vocabulary.ts';
import type { ListQuery } from '#app/server/forms/list-query.ts';
import type { Text } from '#app/text/text.ts';
import { Choice } from '#app/ui/parts/choice.tsx';
import { href } from '#app/urls.ts';

interface Part {
  text: Text['listing'];
  query: ListQuery;
}

type Districts = readonly { code: string; name: string }[];

export function ListingFilters({ text, query, districts }: Part & { districts: Districts }) {
  // Words searched for and the place in the list are no filters.
  const { cari, lanjut, ...filters } = query;
  const count = Object.values(filters).filter(Boolean).length;
  return (
    <details className="rounded border border-line" open={count > 0}>
      <summary className="min-h-12 cursor-pointer px-4 py-3 font-semibold">
        {text.filter}
        {count > 0 ? ` (${count})` : ''}
      </summary>
      <form action={href('products')} className="grid gap-4 border-t border-line p-4 sm:grid-cols-2 md:grid-cols-3">
        {cari ? <input type="hidden" name="cari" value={cari} /> : null}
        <LookFilters text={text} query={query} />
        <BuyingFilters text={text} query={query} districts={districts} />
        <p className="flex flex-wrap items-end gap-3">
          <button type="submit" className="button">
            {text.apply}
          </button>
          {count > 0 ? (
            <a className="button button-quiet" href={href('products', undefined, { cari })}>
              {text.clear}
            </a>
          ) : null}
        </p>
      </form>
    </details>
  );
}

/** What the mat is like. */
function LookFilters({ text, query }: Part) {
  return (
    <>
      <Choice
        name="ukuran"
        label={text.size}
        any={text.any}
        chosen={query.ukuran}
        options={SIZE_IDS.map((id) => [id, text.sizes[id]])}
      />
      <Choice
        name="warna"
        label={text.colour}
        any={text.any}
        chosen={query.warna}
        options={COLOUR_IDS.map((id) => [id, text.colours[id]])}
      />
      <Choice
        name="bahan"
        label={text.material}
        any={text.any}
        chosen={query.bahan}
        options={MATERIALS.map((id) => [id, text.materials[id]])}
      />
    </>
  );
}

/** What buying it is like: where from, how soon, for how much. */
function BuyingFilters({ text, query, districts }: Part & { districts: Districts }) {
  return (
    <>
      <Choice
        name="kecamatan"
        label={text.district}
        any={text.any}
        chosen={query.kecamatan}
        options={districts.map((district) => [district.code, district.name])}
      />
      <Choice
        name="siap"
        label={text.ready}
        any={text.any}
        chosen={query.siap}
        options={[
          ['sekarang', text.readyNow],
          ['dibuat', text.readyMade],
        ]}
      />
      <label className="grid gap-1 font-semibold">
        {text.most}
        <input className="input" name="maks" inputMode="numeric" defaultValue={query.maks} placeholder="50.000" />
      </label>
      <Choice
        name="urut"
        label={text.sort}
        any={text.sorts.new}
        chosen={query.urut}
        options={[
          ['murah', text.sorts.cheap],
          ['mahal', text.sorts.dear],
        ]}
      />
    </>
  );
}
