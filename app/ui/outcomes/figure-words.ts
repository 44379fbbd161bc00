// How an outcome figure is said: rounded rupiah, whole percent, its interval and its n.
import { formatRupiah } from '#app/domain/money.ts';
import { FEWEST_TO_JUDGE, type Figure } from '#app/domain/outcomes/outcome-figures.ts';
import { type Cell, HIDDEN } from '#app/domain/published-cells.ts';
import type { Text } from '#app/text/text.ts';

export type Unit = 'rupiah' | 'change' | 'share';

/** A figure is not torn at the end of a line. */
const NO_BREAK = '\u00A0';

export function sayValue(value: Cell | null, unit: Unit, text: Text['outcome']): string {
  if (value === HIDDEN) return text.hidden;
  if (value === null) return text.unknownFigure;
  if (unit === 'share') return `${Math.round(value * 100)}${NO_BREAK}%`;
  const rupiah = formatRupiah(Math.round(value));
  return unit === 'change' && value > 0 ? `+${rupiah}` : rupiah;
}

/** `95 %: Rp 540.000 sampai Rp 690.000 · n 78` (ends to the thousand: they are not surer), and a warning below twenty answers. */
export function sayBasis({ value, interval, n }: Figure, unit: Unit, text: Text['outcome']): string {
  if (value === HIDDEN || n === HIDDEN) return text.hiddenWhy;
  const parts = [text.count(n)];
  if (value !== null && interval) {
    const end = (limit: number) => sayValue(unit === 'share' ? limit : Math.round(limit / 1_000) * 1_000, unit, text);
    parts.unshift(text.interval(end(interval.low), end(interval.high)));
  }
  if (n < FEWEST_TO_JUDGE) parts.push(text.tooFew);
  return parts.join(' · ');
}

/** A number of women. */
export function sayCount(women: Cell, text: Text['outcome']): string {
  return women === HIDDEN ? text.hidden : String(women);
}

/** `Rp 610 ribu`, for a sentence. */
export function sayThousands(rupiah: number, text: Text['outcome']): string {
  return text.thousands(formatRupiah(Math.round(rupiah / 1000)));
}
