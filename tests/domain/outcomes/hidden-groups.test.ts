// Which groups are hidden, so that nobody can be computed from what is shown.
import { describe, expect, test } from 'vitest';
import { hiddenGroups } from '#app/domain/outcomes/outcome-figures.ts';

describe('hiddenGroups', () => {
  test.each([
    [
      'none is small',
      [
        ['a', 5],
        ['b', 20],
      ],
      [],
    ],
    [
      'one small: the next goes with it',
      [
        ['a', 20],
        ['b', 4],
        ['c', 6],
      ],
      ['b', 'c'],
    ],
    [
      'two small of three women: five are needed',
      [
        ['a', 20],
        ['b', 1],
        ['c', 2],
        ['d', 9],
      ],
      ['b', 'c', 'd'],
    ],
    [
      'two small of six women',
      [
        ['a', 20],
        ['b', 4],
        ['c', 2],
        ['d', 9],
      ],
      ['b', 'c'],
    ],
    ['alone', [['a', 3]], ['a']],
  ] as const)('%s', (_, sizes, hidden) => {
    expect([...hiddenGroups(sizes)].sort()).toEqual(hidden);
  });
});
