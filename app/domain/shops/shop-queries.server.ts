// What the form of a shop needs: the shop itself, and the places and villages to choose from.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { NO_ROW_ID } from '../ids.ts';
import { personScope } from '../people/person-scope.server.ts';
import { type Bank, openBank, openBankAccount } from './seal-bank.ts';

/** Without its bank account, which has a page of its own. */
export async function findOwnShop(reader: Reader, viewer: AccountActor, personId: string, now: Date) {
  const scope = personScope(viewer, now);
  if (!scope) return null;
  return reader.shop.findFirst({
    where: { person: { AND: [scope, { id: personId }] } },
    omit: { bankName: true, bankAccountHolder: true, bankAccountSealed: true },
    include: { deliveryRates: true },
  });
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

/** Her account, and the change that waits; of both only the last digits leave the server, which `hideDigits` sees to. */
export async function findBankAccount(reader: Reader, viewer: AccountActor, sealer: Sealer) {
  const shop = await reader.shop.findUnique({
    where: { personId: viewer.personId ?? NO_ROW_ID },
    include: { bankChanges: { where: { status: 'waiting' } } },
  });
  if (!shop) return null;
  const account = openBankAccount(shop, sealer);
  const [waiting] = shop.bankChanges;
  const next = waiting ? openBank(waiting.id, waiting.bankSealed, sealer) : null;
  const now = account ? { name: shop.bankName ?? '', account, holder: shop.bankAccountHolder ?? '' } : null;
  return {
    now: now && hideDigits(now),
    next: waiting && next ? { ...hideDigits(next), effectiveAt: waiting.effectiveAt } : null,
  };
}

/** Enough for her to know it again, not for somebody over her shoulder. */
function hideDigits(bank: Bank): Bank {
  return { ...bank, account: `•••• ${bank.account.slice(-4)}` };
}
