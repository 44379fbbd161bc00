// The list's query string: known names only, nonsense dropped, so that any link leads to a page and the same list has one address.
import type { ListingFilter } from '#app/domain/catalogue/listing-filter.server.ts';
import { COLOUR_IDS, isSizeId, MATERIALS } from '#app/domain/listings/listing-vocabulary.ts';
import { parseRupiah } from '#app/domain/money.ts';

const LONGEST = 80;
const MOST_RUPIAH = 100_000_000;

const VALID: Readonly<Record<string, (text: string) => boolean>> = {
  cari: (text) => text.length <= LONGEST,
  ukuran: isSizeId,
  warna: (text) => (COLOUR_IDS as readonly string[]).includes(text),
  bahan: (text) => (MATERIALS as readonly string[]).includes(text),
  maks: (text) => {
    const rupiah = parseRupiah(text);
    return rupiah !== null && rupiah > 0 && rupiah <= MOST_RUPIAH;
  },
  kecamatan: (text) => /^[\d.]{5,13}$/.test(text),
  siap: (text) => text === 'sekarang' || text === 'dibuat',
  urut: (text) => text === 'murah' || text === 'mahal',
  lanjut: (text) => text.length <= LONGEST,
};

export type ListQuery = Readonly<Record<string, string | undefined>>;

export function readListQuery(params: URLSearchParams): ListQuery {
  return Object.fromEntries(
    Object.entries(VALID).flatMap(([name, isValid]) => {
      const text = params.get(name)?.replaceAll('\0', '').trim() ?? '';
      return text !== '' && isValid(text) ? [[name, text]] : [];
    }),
  );
}

export function toFilter(query: ListQuery): ListingFilter {
  return {
    query: query.cari,
    size: query.ukuran,
    colour: query.warna,
    material: query.bahan,
    maxRupiah: query.maks === undefined ? undefined : (parseRupiah(query.maks) ?? undefined),
    district: query.kecamatan,
    ready: query.siap === 'sekarang' ? 'now' : query.siap === 'dibuat' ? 'made' : undefined,
    sort: query.urut === 'murah' ? 'cheap' : query.urut === 'mahal' ? 'dear' : 'new',
    after: query.lanjut,
  };
}
