// The mats of a maker that can stand in for those of an order, as a table.
import { describe, expect, it } from 'vitest';
import { standInMats } from '#app/domain/reassignments/stand-in-mats.ts';

const line = (size: string, quantity: number, unitPriceRupiah = 35_000) => ({ size, quantity, unitPriceRupiah });
const mat = (id: string, over: object = {}) => ({
  ...{ id, size: '40x60', priceRupiah: 35_000, onHand: 5, held: 0, makeDays: null, weeklyCapacity: null },
  ...over,
});

describe('mats that can stand in', () => {
  it.each([
    ['one that lies ready', [mat('a')], ['a']],
    ['not one of another size', [mat('a', { size: '50x80' })], []],
    ['not one that others hold', [mat('a', { held: 4 })], []],
    ['one that can be made in a week', [mat('a', { onHand: 0, makeDays: 7, weeklyCapacity: 2 })], ['a']],
    ['not one of which a week makes too few', [mat('a', { onHand: 0, makeDays: 7, weeklyCapacity: 1 })], []],
    ['ready before made', [mat('a', { onHand: 0, makeDays: 7, weeklyCapacity: 5 }), mat('b')], ['b', 'a']],
    ['the nearest price first', [mat('a', { priceRupiah: 60_000 }), mat('b', { priceRupiah: 30_000 })], ['b', 'a']],
  ])('%s', (_, own, expected) => {
    const [entry] = standInMats([line('40x60', 2)], own);
    expect(entry?.mats.map(({ id }) => id)).toEqual(expected);
  });

  it('asks once for each size, however many lines have it, at the price that was paid on average', () => {
    const lines = [line('40x60', 1, 20_000), line('40x60', 3, 60_000), line('50x80', 1)];
    const own = [mat('cheap', { priceRupiah: 20_000 }), mat('near', { priceRupiah: 50_000 })];
    const entries = standInMats(lines, own);
    expect(entries.map(({ size, quantity }) => [size, quantity])).toEqual([
      ['40x60', 4],
      ['50x80', 1],
    ]);
    expect(entries[0]?.mats.map(({ id }) => id)).toEqual(['near', 'cheap']);
    expect(entries[1]?.mats).toEqual([]);
  });
});
