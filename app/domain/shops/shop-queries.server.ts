// What the form of a shop needs: the shop itself, and the places and villages to choose from.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { personScope } from '../people/person-scope.server.ts';

export async function findOwnShop(reader: Reader, viewer: AccountActor, personId: string, now: Date, sealer: Sealer) {
  const scope = personScope(viewer, now);
  if (!scope) return null;
  const shop = await reader.shop.findFirst({
    where: { person: { AND: [scope, { id: personId }] } },
    include: { deliveryRates: true },
  });
  if (!shop) return null;
  const { bankAccountSealed, ...rest } = shop;
  return {
    ...rest,
    bankAccount: bankAccountSealed ? sealer.open('shop.bankAccount', shop.id, bankAccountSealed) : null,
  };
}

/** Public places to collect mats, and the villages around a district that she might deliver to. */
export async function listShopChoices(reader: Reader) {
  const [pickupPoints, villages] = await Promise.all([
    reader.pickupPoint.findMany({ orderBy: { name: 'asc' } }),
    reader.area.findMany({
      where: {
        level: 'village',
        parent: { is: { OR: [{ people: { some: {} } }, { children: { some: { people: { some: {} } } } }] } },
      },
      orderBy: [{ parentCode: 'asc' }, { name: 'asc' }],
      select: { code: true, name: true, parent: { select: { name: true } } },
    }),
  ]);
  return {
    pickupPoints,
    villages: villages.map((village) => ({
      code: village.code,
      name: village.name,
      district: village.parent?.name ?? '',
    })),
  };
}

/** Where the woman behind a shop is written to; null when she gave no number. */
export async function findShopPhone(reader: Reader, shopId: string): Promise<string | null> {
  const person = await reader.person.findFirst({ where: { shop: { id: shopId } }, select: { phone: true } });
  return person?.phone ?? null;
}
