// A mat's title and text made from its chips, so that listing one needs no typing. Indonesian, as makers would say it.
import { areaSquareMetres, sizeLabel, sizeName, wordOf } from './listing-vocabulary.ts';

export interface MatWords {
  readonly material: string;
  readonly colour: string;
  readonly pattern: string | null;
  readonly sizes: readonly string[];
}

/** `Keset lurik biru, 40 × 60`; with several sizes none is named. */
export function composeTitle({ pattern, colour, sizes }: MatWords): string {
  const name = ['Keset', pattern === null ? '' : wordOf(pattern), wordOf(colour)].filter(Boolean).join(' ');
  const [only, ...more] = sizes;
  return only !== undefined && more.length === 0 ? `${name}, ${sizeName(only)}` : name;
}

const CARE: Readonly<Record<string, string>> = {
  'sabut-kelapa': 'Cukup dikebutkan dan dijemur; jangan direndam.',
  'sumbu-kompor': 'Menyerap air dan cepat kering; cuci dengan tangan.',
};
const COMMON_CARE = 'Cuci dengan tangan atau mesin putaran lembut, lalu jemur.';

export function composeDescription({ material, colour, pattern, sizes }: MatWords): string {
  const look = pattern === null ? `warna ${wordOf(colour)}` : `corak ${wordOf(pattern)}, warna ${wordOf(colour)}`;
  const measure = sizes.length === 0 ? '' : ` Ukuran ${enumerate(sizes)}.`;
  return `Keset buatan tangan dari ${wordOf(material)}, ${look}.${measure} ${CARE[material] ?? COMMON_CARE}`;
}

/** Small to large: `A`, `A dan B`, `A, B, dan C`. */
function enumerate(sizes: readonly string[]): string {
  const labels = [...sizes].sort((a, b) => areaSquareMetres(a) - areaSquareMetres(b)).map(sizeLabel);
  const last = labels.pop() ?? '';
  if (labels.length === 0) return last;
  return `${labels.join(', ')}${labels.length > 1 ? ',' : ''} dan ${last}`;
}
