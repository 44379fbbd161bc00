// Input shapes of the listing commands. Messages are keys of text.form.
import { z } from 'zod';
import { parseRupiah } from '../money.ts';
import { COLOUR_IDS, MATERIALS, PATTERNS, SIZE_IDS } from './listing-vocabulary.ts';

export const LEAST_PRICE_RUPIAH = 1_000;
export const MOST_PRICE_RUPIAH = 5_000_000;
const MOST_STOCK = 999;
const MOST_MAKE_DAYS = 60;

const whole = (least: number, most: number) =>
  z.coerce.number({ error: 'notANumber' }).int('notANumber').min(least, 'tooSmall').max(most, 'tooLarge');
const choice = <const T extends readonly [string, ...string[]]>(ids: T) => z.enum(ids, { error: 'notAChoice' });

/** `''` means not given. */
export const optionalWhole = (least: number, most: number) =>
  z.union([z.literal('').transform(() => null), whole(least, most)], { error: 'notANumber' }).nullable();

export const rupiah = z
  .string({ error: 'required' })
  .min(1, 'required')
  .transform((text, context) => {
    const amount = parseRupiah(text);
    if (amount === null) context.addIssue({ code: 'custom', message: 'notRupiah' });
    return amount ?? 0;
  })
  .pipe(z.number().min(LEAST_PRICE_RUPIAH, 'tooSmall').max(MOST_PRICE_RUPIAH, 'tooLarge'));

export const size = choice(SIZE_IDS);
export const material = choice(MATERIALS);
export const colour = choice(COLOUR_IDS);
export const pattern = z.union([z.literal('').transform(() => null), choice(PATTERNS)], { error: 'notAChoice' });
export const onHand = whole(0, MOST_STOCK);
export const quantity = whole(1, MOST_STOCK);
export const makeDays = whole(1, MOST_MAKE_DAYS);
export const weeklyCapacity = whole(1, MOST_STOCK);
export const title = z.string({ error: 'required' }).trim().min(3, 'required').max(80, 'tooLong');
export const description = z.string({ error: 'required' }).trim().min(1, 'required').max(1_000, 'tooLong');

export interface VariantInput {
  readonly size: string;
  readonly priceRupiah: number;
  readonly onHand: number;
  /** Days to make one; null when it is sold from stock only. */
  readonly makeDays?: number | null;
  /** How many a week can be made; needs `makeDays`. */
  readonly weeklyCapacity?: number | null;
}

const variantShape = z.object({
  size,
  priceRupiah: z.number().int().min(LEAST_PRICE_RUPIAH).max(MOST_PRICE_RUPIAH),
  onHand: z.number().int().min(0).max(MOST_STOCK),
  makeDays: z.number().int().min(1).max(MOST_MAKE_DAYS).nullish(),
  weeklyCapacity: z.number().int().min(1).max(MOST_STOCK).nullish(),
});

/** Commands hold even without a form in front: sizes known and each once, prices and stock in range. */
export function areSoundVariants(variants: readonly VariantInput[]): boolean {
  const sizes = new Set(variants.map((variant) => variant.size));
  return (
    variants.length > 0 &&
    sizes.size === variants.length &&
    variants.every(
      (variant) => variantShape.safeParse(variant).success && (variant.makeDays || !variant.weeklyCapacity),
    )
  );
}
