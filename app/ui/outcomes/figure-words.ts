// How an outcome figure is said: rounded rupiah, whole percent, its interval and its n.
import { formatRupiah } from '#app/domain/money.ts';
import { FEWEST_TO_JUDGE, type Figure } from '#app/domain/outcomes/outcome-figures.ts';
import type { Text } from '#app/text/text.ts';

export type Unit = 'rupiah' | 'change' | 'share';

export function sayValue(value: number | null, unit: Unit, text: Text['outcome']): string {
  if (value === null) return text.unknownFigure;
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  const rupiah = formatRupiah(Math.round(value));
  return unit === 'change' && value > 0 ? `+${rupiah}` : rupiah;
}

/** `95 %: Rp 540.000 sampai Rp 690.000 · n 78`, and a warning below twenty answers. */
export function sayBasis({ value, interval, n }: Figure, unit: Unit, text: Text['outcome']): string {
  const parts = [text.count(n)];
  if (value !== null && interval) {
    parts.unshift(text.interval(sayValue(interval.low, unit, text), sayValue(interval.high, unit, text)));
  }
  if (n < FEWEST_TO_JUDGE) parts.push(text.tooFew);
  return parts.join(' · ');
}

/** `Rp 610 ribu`, for a sentence. */
export function sayThousands(rupiah: number): string {
  return `${rupiah < 0 ? '−' : ''}Rp ${Math.round(Math.abs(rupiah) / 1000).toLocaleString('id-ID')} ribu`;
}
