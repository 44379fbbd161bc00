// The words a mat is described with: sizes, materials, colours, patterns. Browser-safe; the ids are Indonesian words.

export type MatShape = 'rectangle' | 'round' | 'oval' | 'half-moon';
export interface MatSize {
  readonly id: string;
  readonly widthCm: number;
  readonly heightCm: number;
  readonly shape: MatShape;
}

export const SIZES = [
  { id: '40x60', widthCm: 60, heightCm: 40, shape: 'rectangle' },
  { id: '45x65', widthCm: 65, heightCm: 45, shape: 'rectangle' },
  { id: '50x80', widthCm: 80, heightCm: 50, shape: 'rectangle' },
  { id: '60x90', widthCm: 90, heightCm: 60, shape: 'rectangle' },
  { id: 'bulat-60', widthCm: 60, heightCm: 60, shape: 'round' },
  { id: 'oval-45x70', widthCm: 70, heightCm: 45, shape: 'oval' },
  { id: 'setengah-40x70', widthCm: 70, heightCm: 40, shape: 'half-moon' },
] as const satisfies readonly MatSize[];
export type SizeId = (typeof SIZES)[number]['id'];
export const SIZE_IDS = SIZES.map((size) => size.id) as [SizeId, ...SizeId[]];

export const MATERIALS = [
  'perca-katun',
  'perca-kaos',
  'benang-katun',
  'sumbu-kompor',
  'handuk',
  'sabut-kelapa',
] as const;

export const PATTERNS = ['polos', 'lurik', 'kotak', 'wajik', 'zigzag', 'bingkai', 'kepang', 'bulu'] as const;

/** The hex is the colour's own yarn, for a swatch. */
export const COLOURS = [
  { id: 'biru', hex: '#1f3a5f' },
  { id: 'merah', hex: '#9e2b25' },
  { id: 'hijau', hex: '#2f6b3a' },
  { id: 'kuning', hex: '#d3991b' },
  { id: 'cokelat', hex: '#6b4226' },
  { id: 'abu', hex: '#6f7275' },
  { id: 'krem', hex: '#dccbab' },
  { id: 'ungu', hex: '#573463' },
  { id: 'warna-warni', hex: '#b23a34' },
] as const;
export type ColourId = (typeof COLOURS)[number]['id'];
export const COLOUR_IDS = COLOURS.map((colour) => colour.id) as [ColourId, ...ColourId[]];

export function isSizeId(text: string): text is SizeId {
  return (SIZE_IDS as readonly string[]).includes(text);
}

/** Throws on an id that is not in the vocabulary. */
export function sizeOf(id: string): MatSize {
  const size = SIZES.find((candidate) => candidate.id === id);
  if (!size) throw new RangeError(`no size '${id}'`);
  return size;
}

/** `40 × 60 cm`, `bulat 60 cm`: figures and one word, as makers and buyers say it. */
export function sizeLabel(id: string): string {
  return `${sizeName(id)} cm`;
}

/** The label without its unit, for a title: `40 × 60`, `bulat 60`. */
export function sizeName(id: string): string {
  return id.replaceAll('-', ' ').replace('x', ' × ').trim();
}

/** For the screen: `40 × 60` is never broken over two lines. */
export function unbroken(text: string): string {
  return text.replaceAll(' × ', '\u00a0×\u00a0');
}

/** Area of the cloth in square metres, by the formula of its shape. */
export function areaSquareMetres(id: string): number {
  const { widthCm, heightCm, shape } = sizeOf(id);
  const share = { rectangle: 1, round: Math.PI / 4, oval: Math.PI / 4, 'half-moon': Math.PI / 4 }[shape];
  return (widthCm * heightCm * share) / 10_000;
}

/** An id as it is spoken: `perca-katun` -> `perca katun`. */
export function wordOf(id: string): string {
  return id === 'abu' ? 'abu-abu' : id === 'warna-warni' ? id : id.replaceAll('-', ' ');
}
