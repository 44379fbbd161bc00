// Reads the form of a shop: its fields, and a price for each village she brings mats to (`ongkir-<village code>`).
import { feeField, type ShopInput, shopSchema } from '#app/domain/shops/shop-schemas.ts';
import { type FormProblem, parseFields } from './forms.server.ts';

export function readShopForm(
  form: FormData,
): { ok: true; input: ShopInput; values: FormProblem['values'] } | ({ ok: false } & FormProblem) {
  const parsed = parseFields(form, shopSchema);
  const errors: Record<string, string> = parsed.ok ? {} : { ...parsed.errors };
  const fees = new Map<string, number>();
  for (const [name, value] of form) {
    const areaCode = /^ongkir-([\d.]{13})$/.exec(name)?.[1];
    if (!areaCode || typeof value !== 'string') continue;
    const fee = feeField.safeParse(value);
    if (!fee.success) errors[name] = 'notRupiah';
    else if (fee.data !== null) fees.set(areaCode, fee.data);
  }
  const deliveryRates = [...fees].map(([areaCode, feeRupiah]) => ({ areaCode, feeRupiah }));
  if (parsed.ok && !parsed.value.titik && deliveryRates.length === 0 && Object.keys(errors).length === 0)
    errors.titik = 'placeOrRate';
  if (parsed.ok && parsed.value.rekening && !(parsed.value.bank && parsed.value.pemilik)) errors.bank = 'required';
  if (!parsed.ok || Object.keys(errors).length > 0) return { ok: false, errors, values: parsed.values };
  const { nama, cerita, titik, bank, rekening, pemilik } = parsed.value;
  return {
    ok: true,
    values: parsed.values,
    input: {
      name: nama,
      story: cerita,
      pickupPointId: titik || null,
      deliveryRates,
      bank: rekening ? { name: bank, account: rekening, holder: pemilik } : null,
    },
  };
}
