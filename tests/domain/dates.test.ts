// Days and months of the city: WIB, whatever the clock of the machine says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  DAY_MS,
  dayOf,
  formatDay,
  formatInstant,
  formatMonth,
  fromDateColumn,
  monthOf,
  monthSpan,
  monthsBetween,
  startOfDay,
  toDateColumn,
  weekOf,
} from '#app/domain/dates.ts';

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const month = instant.map(monthOf);

describe('the day of an instant', () => {
  it.each([
    ['2026-11-20T16:59:59.999Z', '2026-11-20'],
    ['2026-11-20T17:00:00Z', '2026-11-21'],
    ['2025-12-31T17:00:00Z', '2026-01-01'],
    ['2028-02-28T17:00:00Z', '2028-02-29'],
  ])('%s is %s in WIB', (at, day) => expect(dayOf(new Date(at))).toBe(day));

  it('holds every instant from its start to one millisecond before the next day', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const start = startOfDay(dayOf(at)).getTime();
        expect(at.getTime() - start).toBeGreaterThanOrEqual(0);
        expect(at.getTime() - start).toBeLessThan(DAY_MS);
      }),
    );
  });

  it.each(['2026-02-30', '2026-13-01', '2027-02-29', '20-11-2026', ''])('%j does not exist', (day) => {
    expect(() => startOfDay(day)).toThrow(RangeError);
  });
});

describe('months', () => {
  it.each([
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-11', 0, '2026-11'],
    ['2026-11', -24, '2024-11'],
    ['2026-11', 14, '2028-01'],
  ])('%s and %d more is %s', (from, count, to) => expect(addMonths(from, count)).toBe(to));

  it('are counted back as they were added', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -600, max: 600 }), (from, count) => {
        expect(monthsBetween(from, addMonths(from, count))).toBe(count);
      }),
    );
  });

  it('touch: one ends where the next begins, and hold their own instants', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const { from, until } = monthSpan(monthOf(at));
        expect(from <= at && at < until).toBe(true);
        expect(monthSpan(addMonths(monthOf(at), 1)).from).toEqual(until);
      }),
    );
  });

  it('begin at 17.00 UTC of the day before', () => {
    expect(monthSpan('2026-03').from.toISOString()).toBe('2026-02-28T17:00:00.000Z');
  });
});

describe('weeks and days', () => {
  it.each([
    ['2026-11-20T03:00:00Z', '2026-11-16'], // Friday
    ['2026-11-16T00:00:00+07:00', '2026-11-16'], // Monday, first instant
    ['2026-11-22T23:59:59+07:00', '2026-11-16'], // Sunday, last second
    ['2027-01-01T12:00:00+07:00', '2026-12-28'],
  ])('%s belongs to the week of Monday %s', (at, monday) => expect(weekOf(new Date(at))).toBe(monday));

  it('add up', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('survive the database column', () => {
    fc.assert(fc.property(instant.map(dayOf), (day) => void expect(fromDateColumn(toDateColumn(day))).toBe(day)));
  });
});

describe('words', () => {
  it('are English for who reads English', () => {
    expect(formatDay('2026-08-01', 'en')).toBe('1 August 2026');
    expect(formatMonth('2026-05', 'en')).toBe('May 2026');
    expect(formatMonth('2026-08', 'en', 'short')).toBe('Aug 2026');
    expect(formatInstant(new Date('2026-10-24T07:05:00Z'), 'en')).toBe('24 October 2026, 14.05\u00A0WIB');
  });

  it('are Indonesian', () => {
    expect(formatDay('2019-04-24')).toBe('24 April 2019');
    expect(formatDay('2026-08-01')).toBe('1 Agustus 2026');
    expect(formatMonth('2026-05')).toBe('Mei 2026');
    expect(formatMonth('2026-08', 'id', 'short')).toBe('Agu 2026');
    expect(formatMonth('2026-08', 'id', 'narrow')).toBe('Agu\u00A0’26');
    expect(formatInstant(new Date('2019-04-24T07:05:00Z'))).toBe('24 April 2019, 14.05\u00A0WIB');
  });
});

describe('age', () => {
  it.each([
    ['1983-04-05', '2026-04-04', 42],
    ['1983-04-05', '2026-04-05', 43],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
  ])('born %s, on %s: %d', (birth, day, years) => expect(ageOn(birth, day)).toBe(years));
});
