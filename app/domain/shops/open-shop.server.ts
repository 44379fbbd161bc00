// Opens a woman's shop: by herself, or by her officer on her behalf. One shop a person; her account is made when she has a phone.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { isConsentInForce, writeConsent } from '../consents/write-consent.server.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { newDigits, toSlug } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { keptPersonScope } from '../people/person-scope.server.ts';
import { failure, type Result, success } from '../result.ts';
import { checkPlaces } from './check-places.server.ts';
import { sealBank } from './seal-bank.ts';
import type { ShopInput } from './shop-schemas.ts';

const OWN_CONSENT = { purpose: 'shop', isGiven: true, channel: 'app', witness: null, language: 'id' } as const;

/**
 * `noArea`: her village is not on her file, so no district can be shown. `conflict`: she has a shop already. `unknownPlace`:
 * the pick-up point or a village does not exist. A name that another shop has is fine: the address then gets a number.
 * Opening it herself is her consent to its page; what an officer opens stays hidden until her consent is written down.
 */
export async function openShop(
  db: Database,
  { actor, input, now, sealer }: { actor: Actor; input: ShopInput & { personId: string }; now: Date; sealer: Sealer },
): Promise<Result<OpenedShop, 'notFound' | 'conflict' | 'noArea' | 'unknownPlace'>> {
  const scope = keptPersonScope(actor, now);
  if (!scope) return failure('notFound');
  const person = await db.person.findFirst({
    where: { AND: [scope, { id: input.personId }] },
    include: { area: true, account: true },
  });
  if (!person) return failure('notFound');
  const districtCode = person.area?.level === 'village' ? person.area.parentCode : person.area?.code;
  if (!districtCode) return failure('noArea');
  return inTransaction(db, async (tx) => {
    const places = await checkPlaces(tx, input);
    if (!places.ok) return places;
    const isSelf = actor.kind === 'account' && actor.personId === person.id;
    const isShown = isSelf || actor.kind === 'system' || (await isConsentInForce(tx, person.id, 'shop'));
    const shop = await createShop(tx, { input, isShown, districtCode, now, sealer });
    if (!shop) return failure('conflict');
    if (!person.account && person.phone) await createAccount(tx, person.id, person.name, person.phone, now);
    await recordEvent(tx, {
      actor,
      now,
      kind: 'shop.opened',
      subject: ['shop', shop.shopId],
      onBehalfOfId: isSelf ? null : person.id,
    });
    // Whose account it is was said by somebody else: she hears that buyers now transfer to one.
    if (input.bank && actor.kind === 'account' && !isSelf) {
      const content = { kind: 'bankChange', news: 'changed', effectiveAt: now.toISOString() } as const;
      await queueMessage(tx, { phone: person.phone, content, now, sealer });
    }
    if (isSelf) await writeConsent(tx, { actor, act: { ...OWN_CONSENT, personId: person.id }, now });
    return success({ ...shop, isShown });
  });
}

interface OpenedShop {
  readonly shopId: string;
  readonly slug: string;
  readonly isShown: boolean;
}

const MOST_TRIES = 6;

/**
 * Null when she has a shop. The insert itself finds out whether an address is free, waiting for another that is just being
 * opened under the same name; looking first would let two pass.
 */
async function createShop(
  tx: Transaction,
  {
    input,
    isShown,
    districtCode,
    now,
    sealer,
  }: { input: ShopInput & { personId: string }; isShown: boolean; districtCode: string; now: Date; sealer: Sealer },
): Promise<{ shopId: string; slug: string } | null> {
  const { personId, name, story, pickupPointId } = input;
  const id = randomUUID();
  const status = isShown ? 'open' : 'hidden';
  const facts = { personId, name, story: story || null, districtCode, status, pickupPointId, openedAt: now };
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const slug = attempt === 0 ? toSlug(name) : `${toSlug(name)}-${newDigits(4)}`;
    const { count } = await tx.shop.createMany({
      data: [{ id, slug, ...facts, ...sealBank(id, input.bank, sealer) }],
      skipDuplicates: true,
    });
    if (count === 1) {
      await tx.deliveryRate.createMany({ data: input.deliveryRates.map((rate) => ({ shopId: id, ...rate })) });
      return { shopId: id, slug };
    }
    if ((await tx.shop.count({ where: { personId } })) > 0) return null;
  }
  throw new Error(`no free address for a shop after ${MOST_TRIES} tries`);
}

/** A phone that somebody else signs in with stays theirs: she then has a shop, and her officer keeps it. */
async function createAccount(tx: Transaction, personId: string, name: string, phone: string, now: Date): Promise<void> {
  await tx.account.createMany({
    data: [{ personId, name, phone, role: 'maker', createdAt: now }],
    skipDuplicates: true,
  });
}
