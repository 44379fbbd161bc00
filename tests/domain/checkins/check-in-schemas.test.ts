// What the monthly form takes and what it sends back.
import { describe, expect, test } from 'vitest';
import { describeBand } from '#app/domain/checkins/check-in-answers.ts';
import { checkInForm, costsOf, quarterlyAnswers, signedProfit } from '#app/domain/checkins/check-in-schemas.ts';

const base = { month: '2026-10', sold: 'yes', profitRupiah: '300000' };

function errorsOf(input: Record<string, string>) {
  const parsed = checkInForm.safeParse(input);
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
}

describe('monthly form', () => {
  test.each([
    ['nothing sold needs no figure', { ...base, sold: 'no', profitRupiah: '' }, {}],
    ['a figure in its band', { ...base, profitBand: 'medium' }, {}],
    ['a slip of three zeros', { ...base, profitBand: 'medium', profitRupiah: '300' }, { profitRupiah: 'bandMismatch' }],
    [
      'the upper limit belongs to the next band',
      { ...base, profitBand: 'medium', profitRupiah: '500rb' },
      { profitRupiah: 'bandMismatch' },
    ],
    ['a loss written without a sign', { ...base, profitBand: 'loss', profitRupiah: '50000' }, {}],
    ['profit left out', { ...base, profitRupiah: ' ' }, { profitRupiah: 'required' }],
    ['words for a figure', { ...base, profitRupiah: 'lumayan' }, { profitRupiah: 'notRupiah' }],
    ['a rest without a date', { ...base, sold: 'break' }, { backOn: 'required' }],
    [
      'a rest until a day that does not exist',
      { ...base, sold: 'break', backOn: '2026-02-30' },
      { backOn: 'notADate' },
    ],
    ['nothing chosen', { month: '2026-10' }, { sold: 'notAChoice' }],
    ['a month that does not exist', { ...base, month: '2026-13' }, { month: 'notAMonth' }],
    ['too many days', { ...base, daysWorked: '32' }, { daysWorked: 'tooLarge' }],
    ['too many hours', { ...base, hoursPerDay: '25' }, { hoursPerDay: 'tooLarge' }],
    ['days in words', { ...base, daysWorked: 'tiap hari' }, { daysWorked: 'notANumber' }],
    ['a cost in words', { ...base, cost_rent: 'gratis' }, { cost_rent: 'notRupiah' }],
    [
      'costs that no row can hold together',
      { ...base, cost_materials: '600jt', cost_wages: '600jt' },
      { cost_materials: 'tooLarge' },
    ],
    ['an unknown choice', { ...base, demand: 'meledak' }, { demand: 'notAChoice' }],
  ])('%s', (_, input, expected) => expect(errorsOf(input as Record<string, string>)).toEqual(expected));

  test('blank is unknown, zero is zero', () => {
    const answers = checkInForm.parse({ ...base, takingsRupiah: '', cost_materials: '0', cost_other: '' });
    expect(answers).toMatchObject({ takingsRupiah: null, cost_materials: 0, cost_other: null, demand: null });
    expect(costsOf(answers)).toEqual({ parts: { materials: 0 }, rupiah: 0 });
    expect(costsOf(checkInForm.parse(base))).toBeNull();
  });

  test('a loss is negative', () => {
    expect(signedProfit(checkInForm.parse({ ...base, profitBand: 'loss', profitRupiah: '50rb' }))).toBe(-50_000);
  });
});

test.each([
  [-1, '<0'],
  [0, '0-249999'],
  [249_999, '0-249999'],
  [250_000, '250000-499999'],
  [2_000_000, '2000000+'],
])('describes the band of %i as %s', (rupiah, band) => {
  expect(describeBand(rupiah)).toBe(band);
});

describe('the quarterly questions', () => {
  const told = { ordinaryProfitRupiah: '280 ribu', moneyDecider: 'together', savesMonthly: 'yes', loan: 'formal' };

  test.each([
    ['2026-09', { ordinaryProfitRupiah: 280_000, moneyDecider: 'together', savesMonthly: 'yes', loan: 'formal' }],
    ['2026-10', { ordinaryProfitRupiah: null, moneyDecider: null, savesMonthly: null, loan: null }],
  ])('of %s', (month, kept) => {
    expect(quarterlyAnswers(checkInForm.parse({ ...base, ...told, month }))).toEqual(kept);
  });

  test('may all be left open', () => {
    const silent = quarterlyAnswers(checkInForm.parse({ ...base, month: '2026-12' }));
    expect(silent).toEqual({ ordinaryProfitRupiah: null, moneyDecider: null, savesMonthly: null, loan: null });
    expect(errorsOf({ ...base, loan: 'x' })).toEqual({ loan: 'notAChoice' });
  });
});
