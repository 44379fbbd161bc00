// Owns the dyes: every palette has the Indonesian name shown on a listing's colour chip and the hexes its yarns are dyed with.

export type PaletteId =
  | 'biru'
  | 'merah'
  | 'hijau'
  | 'kuning'
  | 'cokelat'
  | 'abu'
  | 'krem'
  | 'ungu'
  | 'jingga'
  | 'toska'
  | 'merah-muda'
  | 'hitam'
  | 'warna-warni';

/** `hexes[0]` is the colour that names the mat; the last one is light enough to carry a pattern against it. */
export type Palette = { id: PaletteId; name: string; hexes: readonly string[] };

export const PALETTES: readonly Palette[] = [
  { id: 'biru', name: 'Biru tarum', hexes: ['#1f3a5f', '#45699a', '#8aa9c6', '#e9decb'] },
  { id: 'merah', name: 'Merah mengkudu', hexes: ['#9e2b25', '#c4614f', '#5c1f1d', '#eadbc2'] },
  { id: 'hijau', name: 'Hijau daun', hexes: ['#2f6b3a', '#7c9c62', '#b5c49b', '#ece2cb'] },
  { id: 'kuning', name: 'Kuning kunyit', hexes: ['#d3991b', '#8c5a20', '#e6bd62', '#f1e5c9'] },
  { id: 'cokelat', name: 'Cokelat soga', hexes: ['#6b4226', '#9a6b42', '#c39a6d', '#e9dac0'] },
  { id: 'abu', name: 'Abu arang', hexes: ['#6f7275', '#3f4144', '#a5a7a6', '#e2ddd2'] },
  { id: 'krem', name: 'Krem kapas', hexes: ['#dccbab', '#b89c74', '#c9b48f', '#f1e9d9'] },
  { id: 'ungu', name: 'Ungu manggis', hexes: ['#573463', '#8a6699', '#b8a0bf', '#e8dde0'] },
  { id: 'jingga', name: 'Jingga bata', hexes: ['#c05a2c', '#8a3b22', '#dd9a63', '#eedfc6'] },
  { id: 'toska', name: 'Toska laut', hexes: ['#1f7374', '#5aa39b', '#a5c9bf', '#ebe3d0'] },
  { id: 'merah-muda', name: 'Merah muda perca', hexes: ['#d58a94', '#b4606f', '#e8bcbb', '#f1e6da'] },
  { id: 'hitam', name: 'Hitam lurik', hexes: ['#2b292b', '#7b3a30', '#8d8378', '#e5dac6'] },
  {
    id: 'warna-warni',
    name: 'Warna-warni perca',
    hexes: ['#b23a34', '#2c5687', '#d9a42f', '#3f7a4b', '#d9858f', '#6b4a7d', '#4d9a98', '#efe5d2'],
  },
];

export function paletteOf(id: PaletteId): Palette {
  const palette = PALETTES.find((candidate) => candidate.id === id);
  if (!palette) throw new RangeError(`no palette ${id}`);
  return palette;
}
