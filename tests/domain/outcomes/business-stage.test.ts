// The stage rules, as a table: one letter a month, oldest first.
import { describe, expect, test } from 'vitest';
import { addMonths } from '#app/domain/dates.ts';
import { businessStage, type MonthFact, type Stage } from '#app/domain/outcomes/business-stage.ts';

/** s sale, n no sale, . unknown, c says closed, b rests until the month after the next, x rested and is overdue. */
function history(letters: string, profits: readonly number[] = []): MonthFact[] {
  return [...letters].map((letter, index) => {
    const month = addMonths('2026-01', index);
    return {
      month,
      hasSale: letter === '.' ? null : letter === 's',
      saysClosed: letter === 'c',
      backOn: letter === 'b' ? `${addMonths(month, 2)}-01` : letter === 'x' ? `${month}-01` : null,
      profitRupiah: profits[index] ?? null,
    };
  });
}

const TABLE: readonly [letters: string, stage: Stage, why: string][] = [
  ['', 'not_started', 'just graduated'],
  ['n', 'not_started', 'no sale yet'],
  ['nnnnn', 'not_started', 'no sale since graduation, however long'],
  ['.', 'not_started', 'a first month unheard tells nothing'],
  ['...', 'unknown', 'never heard of'],
  ['s', 'starting', 'first sale'],
  ['ss', 'starting', 'two months with a sale'],
  ['nns', 'starting', 'a late start'],
  ['sss', 'running', 'three months with a sale'],
  ['ssnss', 'running', 'two of the last three'],
  ['sss.ss', 'running', 'an unheard month is no month without a sale'],
  ['sssnns', 'starting', 'one of the last three is neither running nor stopped'],
  ['sssn', 'running', 'one month without a sale'],
  ['ssnn', 'starting', 'two months without a sale'],
  ['sssnnn', 'stopped', 'three known months without a sale'],
  ['ssnnn', 'stopped', 'three months without a sale end a young business too'],
  ['sss.nn', 'starting', 'two known months without a sale are not three'],
  ['sssn.n.n', 'stopped', 'three known ones, with silence between'],
  ['sss...', 'unknown', 'silence is not closure'],
  ['ssssc', 'stopped', 'she says so'],
  ['sssscs', 'running', 'closed, and open again'],
  ['sssb', 'seasonal', 'rests and is expected back'],
  ['sssb.', 'seasonal', 'still expected'],
  ['sssb..', 'seasonal', 'expected this month'],
  ['sssb...', 'unknown', 'her date has passed without a word'],
  ['sssxnn', 'stopped', 'her date has passed and nothing is sold'],
  ['nnb', 'seasonal', 'rests before the first sale'],
];

describe('stage of a business', () => {
  test.each(TABLE)('"%s" is %s: %s', (letters, stage) => {
    expect(businessStage(history(letters), { hasPaidHelper: false })).toBe(stage);
  });

  test.each([
    [[100, 100, 100, 120, 125, 130], 'growing'],
    [[100, 100, 100, 120, 124, 130], 'running'],
    [[100, 900, 100, 125, 125, 125], 'growing'],
    [[0, 0, 0, 0, 0, 0], 'running'],
    [[-50, -50, -50, 10, 10, 10], 'growing'],
    [[100, 100, 200, 200, 200], 'running'],
  ] as const)('with profits %j it is %s', (profits, stage) => {
    expect(businessStage(history('s'.repeat(profits.length), profits), { hasPaidHelper: false })).toBe(stage);
  });

  test('a paid helper makes a running business a growing one, and no other', () => {
    expect(businessStage(history('sss'), { hasPaidHelper: true })).toBe('growing');
    expect(businessStage(history('ss'), { hasPaidHelper: true })).toBe('starting');
    expect(businessStage(history('sssnnn'), { hasPaidHelper: true })).toBe('stopped');
  });
});
