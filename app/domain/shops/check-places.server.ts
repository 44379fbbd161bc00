// Whether the places that a shop's form names exist: her pick-up point and each village she brings mats to.
import type { Reader } from '../database.ts';
import { failure, type Result, success } from '../result.ts';
import type { ShopInput } from './shop-schemas.ts';

/** `unknownPlace` carries the form field of the first place that nobody knows. */
export async function checkPlaces(
  reader: Reader,
  { pickupPointId, deliveryRates }: Pick<ShopInput, 'pickupPointId' | 'deliveryRates'>,
): Promise<Result<null, 'unknownPlace'>> {
  if (pickupPointId !== null && (await reader.pickupPoint.count({ where: { id: pickupPointId } })) === 0)
    return failure('unknownPlace', 'titik');
  const villages = await reader.area.findMany({
    where: { level: 'village', code: { in: deliveryRates.map((rate) => rate.areaCode) } },
    select: { code: true },
  });
  const known = new Set(villages.map((village) => village.code));
  const unknown = deliveryRates.find((rate) => !known.has(rate.areaCode));
  return unknown ? failure('unknownPlace', `ongkir-${unknown.areaCode}`) : success(null);
}
