// Opens a woman's shop: by herself, or by her officer on her behalf. One shop a person; her account is made when she has a phone.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { newToken, toSlug } from '../ids.ts';
import { personScope } from '../people/person-scope.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { ShopInput } from './shop-schemas.ts';

/** `noArea`: her village is not on her file, so no district can be shown. `conflict`: she has a shop already. */
export async function openShop(
  db: Database,
  { actor, input, now, sealer }: { actor: Actor; input: ShopInput & { personId: string }; now: Date; sealer: Sealer },
): Promise<Result<{ shopId: string; slug: string }, 'notFound' | 'conflict' | 'noArea'>> {
  const scope = personScope(actor, now);
  if (!scope) return failure('notFound');
  const person = await db.person.findFirst({
    where: { AND: [scope, { id: input.personId }] },
    include: { area: true, account: true },
  });
  if (!person) return failure('notFound');
  const districtCode = person.area?.level === 'village' ? person.area.parentCode : person.area?.code;
  if (!districtCode) return failure('noArea');
  try {
    return await inTransaction(db, async (tx) => {
      const shop = await createShop(tx, { input, districtCode, now, sealer });
      if (!person.account && person.phone) await createAccount(tx, person.id, person.name, person.phone, now);
      await recordEvent(tx, {
        actor,
        now,
        kind: 'shop.opened',
        subject: ['shop', shop.id],
        onBehalfOfId: actor.kind === 'account' && actor.personId === person.id ? null : person.id,
      });
      return success({ shopId: shop.id, slug: shop.slug });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return failure('conflict');
    throw error;
  }
}

async function createShop(
  tx: Transaction,
  {
    input,
    districtCode,
    now,
    sealer,
  }: { input: ShopInput & { personId: string }; districtCode: string; now: Date; sealer: Sealer },
) {
  const id = randomUUID();
  const slug = toSlug(input.name);
  const isTaken = (await tx.shop.count({ where: { slug } })) > 0;
  return tx.shop.create({
    data: {
      id,
      personId: input.personId,
      slug: isTaken
        ? `${slug}-${newToken()
            .slice(0, 4)
            .toLowerCase()
            .replace(/[^a-z0-9]/g, 'k')}`
        : slug,
      name: input.name,
      story: input.story || null,
      districtCode,
      status: 'open',
      pickupPointId: input.pickupPointId,
      ...sealBank(id, input, sealer),
      openedAt: now,
      deliveryRates: { create: input.deliveryRates.map((rate) => ({ ...rate })) },
    },
  });
}

export function sealBank(shopId: string, input: Pick<ShopInput, 'bank'>, sealer: Sealer) {
  return {
    bankName: input.bank?.name ?? null,
    bankAccountHolder: input.bank?.holder ?? null,
    bankAccountSealed: input.bank ? sealer.seal('shop.bankAccount', shopId, input.bank.account) : null,
  };
}

/** A phone that somebody else signs in with stays theirs: she then has a shop, and her officer keeps it. */
async function createAccount(tx: Transaction, personId: string, name: string, phone: string, now: Date): Promise<void> {
  await tx.account.createMany({
    data: [{ personId, name, phone, role: 'maker', createdAt: now }],
    skipDuplicates: true,
  });
}
