// Time as the city lives it: instants are UTC, days and months are those of Asia/Jakarta (WIB, UTC+7, no summer time).

const WIB_OFFSET_MS = 7 * 3_600_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The languages of the screen; a day is written alike in both, but for the name of its month. */
type Language = 'id' | 'en';
const names = (list: string) => list.split(' ');
const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  id: names('Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'),
  en: names('January February March April May June July August September October November December'),
};

/** The WIB calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10);
}

/** The WIB month of an instant, `YYYY-MM`. */
export function monthOf(instant: Date): string {
  return dayOf(instant).slice(0, 7);
}

/** `addMonths('2026-01', -1)` -> `2025-12`. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** How many months from `from` to `to` (negative when `to` is earlier). */
export function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
}

/** The instant at which a WIB day begins. Throws on a day that does not exist. */
export function startOfDay(day: string): Date {
  const instant = new Date(`${day}T00:00:00+07:00`);
  if (Number.isNaN(instant.getTime()) || dayOf(instant) !== day) throw new RangeError(`no such day: ${day}`);
  return instant;
}

/** First instant of a WIB month and of the next one. */
export function monthSpan(month: string): { from: Date; until: Date } {
  return { from: startOfDay(`${month}-01`), until: startOfDay(`${addMonths(month, 1)}-01`) };
}

/** A calendar day as Prisma's `@db.Date` carries it: midnight UTC. */
export function toDateColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function fromDateColumn(value: Date): string {
  return value.toISOString().slice(0, 10);
}

/** Monday of the WIB week of an instant, `YYYY-MM-DD`. */
export function weekOf(instant: Date): string {
  const day = toDateColumn(dayOf(instant));
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return fromDateColumn(new Date(day.getTime() - sinceMonday * DAY_MS));
}

export function addDays(day: string, count: number): string {
  return fromDateColumn(new Date(toDateColumn(day).getTime() + count * DAY_MS));
}

function monthName(date: string, language: Language): string {
  return MONTH_NAMES[language][Number(date.slice(5, 7)) - 1] ?? '';
}

/** `24 April 2019`. */
export function formatDay(day: string, language: Language = 'id'): string {
  return `${Number(day.slice(8, 10))} ${monthName(day, language)} ${day.slice(0, 4)}`;
}

/** `April 2019`; short: `Apr 2019`; narrow, for an axis or a table on a phone: `Apr ’19`. */
export function formatMonth(
  month: string,
  language: Language = 'id',
  length: 'long' | 'short' | 'narrow' = 'long',
): string {
  const name = monthName(month, language);
  if (length === 'narrow') return `${name.slice(0, 3)}\u00A0’${month.slice(2, 4)}`;
  return `${length === 'short' ? name.slice(0, 3) : name} ${month.slice(0, 4)}`;
}

/** `24 April 2019, 14.05 WIB`; the clock and its zone stay on one line. */
export function formatInstant(instant: Date, language: Language = 'id'): string {
  const clock = new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(11, 16).replace(':', '.');
  return `${formatDay(dayOf(instant), language)}, ${clock}\u00A0WIB`;
}

/** Whole years between a birth day and a day. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years;
}
