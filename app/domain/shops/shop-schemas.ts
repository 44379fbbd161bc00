// What the form of a shop sends. Messages are keys of text.form.
import { z } from 'zod';
import { parseRupiah } from '../money.ts';
import type { Bank } from './seal-bank.ts';

/** Blank means: she does not deliver there. */
export const feeField = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '') return null;
    const rupiah = parseRupiah(text);
    if (rupiah === null || rupiah > 1_000_000) {
      context.addIssue({ code: 'custom', message: 'notRupiah' });
      return z.NEVER;
    }
    return rupiah;
  });

/** Of an account either all or nothing is given; whether all of it must be is the form's to say. */
export const bankFields = {
  bank: z.string().trim().max(40, 'tooLong').default(''),
  rekening: z
    .string()
    .transform((text) => text.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^(\d{6,20})?$/, 'notANumber'))
    .default(''),
  pemilik: z.string().trim().max(80, 'tooLong').default(''),
};

export const shopSchema = z.object({
  nama: z.string().trim().min(3, 'required').max(60, 'tooLong'),
  cerita: z.string().trim().max(600, 'tooLong').default(''),
  titik: z.union([z.uuid('notAChoice'), z.literal('')]).default(''),
  ...bankFields,
});

export interface ShopInput {
  readonly name: string;
  readonly story: string;
  readonly pickupPointId: string | null;
  readonly deliveryRates: readonly { readonly areaCode: string; readonly feeRupiah: number }[];
  readonly bank: Bank | null;
}
