// The night as a table, on both sides of each border and of UTC's midnight; and which kinds may break it.
import { describe, expect, it } from 'vitest';
import { MESSAGE_RULES } from '#app/domain/messages/message-rules.ts';
import { afterQuietHours, isQuiet } from '#app/domain/messages/quiet-hours.ts';

describe('afterQuietHours', () => {
  it.each([
    ['19.59 WIB', '2026-11-24T19:59:59.999+07:00', null],
    ['20.00 WIB', '2026-11-24T20:00:00+07:00', '2026-11-25T07:00:00+07:00'],
    ['23.59 WIB', '2026-11-24T23:59:59.999+07:00', '2026-11-25T07:00:00+07:00'],
    ['00.00 WIB', '2026-11-25T00:00:00+07:00', '2026-11-25T07:00:00+07:00'],
    ['06.59 WIB, before midnight in UTC', '2026-11-24T23:59:59.999Z', '2026-11-25T00:00:00Z'],
    ['07.00 WIB, midnight in UTC', '2026-11-25T00:00:00Z', null],
    ['noon', '2026-11-25T12:00:00+07:00', null],
    ['the last night of a month', '2026-11-30T21:00:00+07:00', '2026-12-01T07:00:00+07:00'],
    ['the last night of a year', '2026-12-31T22:30:00+07:00', '2027-01-01T07:00:00+07:00'],
    ['new year, still the old one in UTC', '2026-12-31T17:00:00Z', '2027-01-01T00:00:00Z'],
  ])('%s', (_, at, morning) => {
    const now = new Date(at);
    expect(afterQuietHours(now)).toEqual(morning === null ? now : new Date(morning));
    expect(isQuiet(now)).toBe(morning !== null);
  });
});

it('only what somebody waits for may ring at night', () => {
  const wakes = Object.entries(MESSAGE_RULES).filter(([, { mayWake }]) => mayWake);
  expect(wakes.map(([kind]) => kind)).toEqual(['signInCode', 'bankChange', 'purchasePlaced']);
});
