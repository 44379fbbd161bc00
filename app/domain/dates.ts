// Time as the city lives it: instants are UTC, days and months are those of Asia/Jakarta (WIB, UTC+7, no summer time).

const WIB_OFFSET_MS = 7 * 3_600_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const MONTH_NAMES = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

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

/** `24 April 2019`. */
export function formatDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${MONTH_NAMES[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** `April 2019`; short: `Apr 2019`. */
export function formatMonth(month: string, length: 'long' | 'short' = 'long'): string {
  const name = MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? '';
  return `${length === 'short' ? name.slice(0, 3) : name} ${month.slice(0, 4)}`;
}

/** `24 April 2019, 14.05 WIB`. */
export function formatInstant(instant: Date): string {
  const clock = new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(11, 16).replace(':', '.');
  return `${formatDay(dayOf(instant))}, ${clock} WIB`;
}

/** Whole years between a birth day and a day. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years;
}
