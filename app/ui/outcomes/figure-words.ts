// How an outcome figure is said: rounded rupiah, whole percent, its interval and its n.
import { formatRupiah } from '#app/domain/money.ts';
import { FEWEST_TO_JUDGE, type Figure } from '#app/domain/outcomes/outcome-figures.ts';
import type { Text } from '#app/text/text.ts';

export type Unit = 'rupiah' | 'change' | 'share';

/** A figure is not torn at the end of a line. */
const NO_BREAK = '\u00A0';

export function sayValue(value: number | null, unit: Unit, text: Text['outcome']): string {
  if (value === null) return text.unknownFigure;
  if (unit === 'share') return `${Math.round(value * 100)}${NO_BREAK}%`;
  const rupiah = formatRupiah(Math.round(value));
  return unit === 'change' && value > 0 ? `+${rupiah}` : rupiah;
}

/** `95 %: Rp 540.000 sampai Rp 690.000 · n 78` (ends to the thousand: they are not surer), and a warning below twenty answers. */
export function sayBasis({ value, interval, n }: Figure, unit: Unit, text: Text['outcome']): string {
  const parts = [text.count(n)];
  if (value !== null && interval) {
    const end = (limit: number) => sayValue(unit === 'share' ? limit : Math.round(limit / 1_000) * 1_000, unit, text);
    parts.unshift(text.interval(end(interval.low), end(interval.high)));
  }
  if (n < FEWEST_TO_JUDGE) parts.push(text.tooFew);
  return parts.join(' · ');
}

/** `Rp 610 ribu`, for a sentence. */
export function sayThousands(rupiah: number, text: Text['outcome']): string {
  return text.thousands(formatRupiah(Math.round(rupiah / 1000)));
}
