// The pure rules of a listing: its states, its words, its price hints.
import { describe, expect, it } from 'vitest';
import { medianOf, priceHints, wagePerHour } from '#app/domain/catalogue/price-hints.ts';
import { composeDescription, composeTitle } from '#app/domain/listings/compose-listing.ts';
import { areSoundVariants } from '#app/domain/listings/listing-schemas.ts';
import { LISTING_MOVES, LISTING_STATUSES } from '#app/domain/listings/listing-status.ts';
import { areaSquareMetres, SIZES, sizeLabel } from '#app/domain/listings/listing-vocabulary.ts';

describe('states', () => {
  const allowed = new Set([
    'draft>published',
    'draft>retired',
    'published>paused',
    'published>retired',
    'paused>published',
    'paused>retired',
  ]);
  const pairs = LISTING_STATUSES.flatMap((from) => LISTING_STATUSES.map((to) => [from, to] as const));
  it.each(pairs)('%s to %s', (from, to) => {
    expect((LISTING_MOVES[from] as readonly string[]).includes(to)).toBe(allowed.has(`${from}>${to}`));
  });
});

describe('words', () => {
  it.each([
    [{ pattern: 'lurik', colour: 'biru', sizes: ['40x60'] }, 'Keset lurik biru, 40 × 60'],
    [{ pattern: 'kepang', colour: 'warna-warni', sizes: ['bulat-60'] }, 'Keset kepang warna-warni, bulat 60'],
    [{ pattern: null, colour: 'abu', sizes: ['40x60', '50x80'] }, 'Keset abu-abu'],
  ])('%o', (words, title) => {
    expect(composeTitle({ material: 'perca-katun', ...words })).toBe(title);
  });

  it('says what it is made of, how large it is and how to wash it', () => {
    const text = composeDescription({
      material: 'sabut-kelapa',
      colour: 'cokelat',
      pattern: 'polos',
      sizes: ['60x90', '40x60', '50x80'],
    });
    expect(text).toContain('dari sabut kelapa, corak polos, warna cokelat');
    expect(text).toContain('Ukuran 40 × 60 cm, 50 × 80 cm, dan 60 × 90 cm.');
    expect(text).toContain('jangan direndam');
  });

  it('labels sizes as people say them', () => {
    expect(sizeLabel('setengah-40x70')).toBe('setengah 40 × 70 cm');
    expect(areaSquareMetres('bulat-60')).toBeCloseTo(Math.PI * 0.3 ** 2);
  });
});

describe('price hints', () => {
  it.each([
    [[], null],
    [[30_000], 30_000],
    [[30_000, 20_000, 50_000], 30_000],
    [[30_000, 20_000], 25_000],
  ])('median of %o is %s', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  it('stands around the median of similar mats, in steps of Rp 2.500', () => {
    expect(priceHints('40x60', [40_000, 40_000, 60_000, 20_000]).map((hint) => hint.priceRupiah)).toEqual([
      35_000, 40_000, 45_000, 52_500,
    ]);
  });

  it('does not take two prices for a market', () => {
    const ownMarket = priceHints('40x60', [900_000, 900_000]);
    expect(ownMarket).toEqual(priceHints('40x60', []));
    expect(ownMarket.map((hint) => hint.priceRupiah)).toContain(35_000);
  });

  it('gives every size a price that pays for the hour', () => {
    for (const { id } of SIZES)
      for (const hint of priceHints(id, [])) {
        expect(hint.priceRupiah % 2_500).toBe(0);
        expect(hint.wagePerHourRupiah).toBeGreaterThan(0);
      }
  });

  it('never shows a wage below zero', () => {
    expect(wagePerHour('60x90', 1_000)).toBe(0);
  });
});

describe('variants', () => {
  const sound = { size: '40x60', priceRupiah: 35_000, onHand: 3 };
  it.each([
    ['one size', [sound], true],
    ['two sizes', [sound, { ...sound, size: '50x80', makeDays: 7, weeklyCapacity: 4 }], true],
    ['none', [], false],
    ['the same size twice', [sound, sound], false],
    ['an unknown size', [{ ...sound, size: '1x1' }], false],
    ['free of charge', [{ ...sound, priceRupiah: 0 }], false],
    ['half a rupiah', [{ ...sound, priceRupiah: 35_000.5 }], false],
    ['less than nothing on hand', [{ ...sound, onHand: -1 }], false],
    ['a weekly capacity without days to make', [{ ...sound, weeklyCapacity: 4 }], false],
  ])('%s', (_, variants, isSound) => {
    expect(areSoundVariants(variants)).toBe(isSound);
  });
});
