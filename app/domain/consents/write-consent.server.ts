// The one writer of Consent rows: an act, its event, and what it shows or hides, in the transaction of the command.
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { showShop } from '../shops/show-shop.server.ts';
import { type Channel, type Purpose, TEXT_VERSION } from './consent-purposes.ts';

export interface ConsentInput {
  readonly personId: string;
  readonly purpose: Purpose;
  /** False withdraws, or says no from the start. */
  readonly isGiven: boolean;
  readonly channel: Channel;
  /** Who else was there; a yes that somebody else writes down needs one. A withdrawal is never made hard. */
  readonly witness: string | null;
  readonly language: 'id' | 'en';
}

/**
 * The same answer to the same words again changes nothing. Taking back the shop page hides her shop at once, giving it shows
 * the shop again.
 */
export async function writeConsent(
  tx: Transaction,
  { actor, act, now }: { actor: Actor; act: ConsentInput; now: Date },
): Promise<void> {
  const { personId, purpose, isGiven, channel } = act;
  // One act at a time per woman, so that "the newest counts" has one newest.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${personId}, 1))`;
  const newest = await findNewest(tx, personId, purpose);
  if (newest?.isGiven === isGiven && newest.textVersion === TEXT_VERSION) return;
  await tx.consent.create({ data: { ...act, textVersion: TEXT_VERSION, actedAt: now } });
  await recordEvent(tx, {
    actor,
    now,
    kind: isGiven ? 'consent.given' : 'consent.withdrawn',
    subject: ['person', personId],
    onBehalfOfId: actor.kind === 'account' && actor.personId === personId ? null : personId,
    facts: { purpose, channel, textVersion: TEXT_VERSION },
  });
  if (purpose === 'shop') await showShop(tx, { actor, personId, isShown: isGiven, now });
}

/** Never asked is no. */
export async function isConsentInForce(tx: Transaction, personId: string, purpose: Purpose): Promise<boolean> {
  return (await findNewest(tx, personId, purpose))?.isGiven ?? false;
}

function findNewest(tx: Transaction, personId: string, purpose: Purpose) {
  return tx.consent.findFirst({
    where: { personId, purpose },
    orderBy: [{ actedAt: 'desc' }, { isGiven: 'asc' }],
  });
}
