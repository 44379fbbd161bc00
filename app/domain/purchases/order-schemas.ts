// What the checkout form sends, before the cart is looked at. Messages are keys of text.form.
import parsePhoneNumber from 'libphonenumber-js/min';
import { z } from 'zod';

/** Indonesian mobile number in any usual spelling -> E.164. */
export const phoneField = z
  .string()
  .trim()
  .min(1, 'required')
  .max(30, 'notAPhone')
  .transform((text, context) => {
    const phone = parsePhoneNumber(text, 'ID');
    if (!phone?.isPossible() || phone.country !== 'ID') {
      context.addIssue({ code: 'custom', message: 'notAPhone' });
      return z.NEVER;
    }
    return phone.number as string;
  });

export const checkoutSchema = z.object({
  kunci: z.string().regex(/^[\w-]{16,40}$/, 'conflict'),
  nama: z.string().trim().min(1, 'required').max(80, 'tooLong'),
  telepon: phoneField,
  bayar: z.enum(['cod', 'transfer', 'card'], 'notAChoice'),
  total: z.coerce.number('conflict').int('conflict'),
  catatan: z.string().trim().max(300, 'tooLong').optional().default(''),
});

/** Per shop: `kirim-<shop id>` is `pickup` or `own_delivery:<village code>`; `alamat-<shop id>` the address for the latter. */
export const deliveryChoice = z.union(
  [
    z.literal('pickup').transform(() => ({ delivery: 'pickup' as const, areaCode: null })),
    z
      .string()
      .regex(/^own_delivery:[\d.]{8,13}$/)
      .transform((text) => ({ delivery: 'own_delivery' as const, areaCode: text.slice('own_delivery:'.length) })),
  ],
  'chooseDelivery',
);

export interface DeliveryPick {
  readonly shopId: string;
  readonly delivery: 'pickup' | 'own_delivery';
  readonly areaCode: string | null;
  readonly address: string | null;
}

export const MOST_ADDRESS_LETTERS = 300;
