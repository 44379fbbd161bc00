// Input shape of one line of the cash book, as the form and the command take it.
import { z } from 'zod';
import { parseRupiah } from '../money.ts';

export const CASH_CATEGORIES = ['outside', 'materials', 'transport', 'energy', 'wages', 'other'] as const;
export type CashCategory = (typeof CASH_CATEGORIES)[number];

/** Only what was sold outside is money in; the rest are costs. */
export function kindOf(category: CashCategory): 'sale_outside' | 'cost' {
  return category === 'outside' ? 'sale_outside' : 'cost';
}

const MOST_RUPIAH = 1_000_000_000;
const MOST_MATS = 10_000;

const amount = z.string().transform((text, context) => {
  const rupiah = parseRupiah(text);
  if (rupiah === null) context.addIssue({ code: 'custom', message: 'notRupiah' });
  else if (rupiah < 1) context.addIssue({ code: 'custom', message: 'tooSmall' });
  else if (rupiah > MOST_RUPIAH) context.addIssue({ code: 'custom', message: 'tooLarge' });
  else return rupiah;
  return z.NEVER;
});

const quantity = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, 'notANumber')
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((count) => count === null || count >= 1, 'tooSmall')
  .refine((count) => count === null || count <= MOST_MATS, 'tooLarge');

export const cashEntryForm = z.object({
  category: z.enum(CASH_CATEGORIES, 'notAChoice'),
  amountRupiah: amount,
  happenedOn: z.iso.date('notADate'),
  quantity: quantity.default(null),
  note: z
    .string()
    .trim()
    .max(200, 'tooLong')
    .transform((text) => text || null)
    .default(null),
});

export type CashEntryInput = z.infer<typeof cashEntryForm>;
