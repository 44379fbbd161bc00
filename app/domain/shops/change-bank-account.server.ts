// The account that buyers transfer to. Whoever has a woman's phone for a minute must not have her income: a change waits a day, she is
// told at once, and until then it can be taken back.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { DAY_MS } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { NO_ROW_ID, newRowId } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { failure, type Result, success } from '../result.ts';
import { type Bank, openBank, sealBank, sealBankChange } from './seal-bank.ts';

const WAIT_MS = DAY_MS;

/**
 * The first account of a shop holds at once: there is nothing to lead away. So does taking it away, but what is set after that waits
 * like any change. A second change before the first one holds takes its place, and waits anew; the same one pressed twice does not.
 * Returns when it holds. `required`: there is no account to take away.
 */
export async function changeBankAccount(
  db: Database,
  { actor, input, now, sealer }: { actor: AccountActor; input: { bank: Bank | null }; now: Date; sealer: Sealer },
): Promise<Result<{ effectiveAt: Date }, 'notFound' | 'required'>> {
  const { bank } = input;
  return inTransaction(db, async (tx) => {
    const shop = await lockOwnShop(tx, actor);
    if (!shop) return failure('notFound');
    const [waiting] = shop.bankChanges;
    if (bank === null && shop.bankAccountSealed === null && !waiting) return failure('required', 'bank');
    if (waiting && isSame(openBank(waiting.id, waiting.bankSealed, sealer), bank)) return success(waiting);
    const { count: replaced } = await tx.bankChange.updateMany({
      where: { shopId: shop.id, status: 'waiting' },
      data: { status: 'withdrawn', endedAt: now },
    });
    const isFirst = shop.bankAccountSealed === null && replaced + shop._count.bankChanges === 0;
    const holdsNow = isFirst || bank === null;
    const effectiveAt = holdsNow ? now : new Date(now.getTime() + WAIT_MS);
    const id = newRowId(now);
    await tx.bankChange.create({
      data: {
        ...{
          id,
          shopId: shop.id,
          bankSealed: bank && sealBankChange(id, bank, sealer),
          requestedById: actor.accountId,
        },
        ...{ requestedAt: now, effectiveAt },
        ...(holdsNow ? { status: 'applied', endedAt: now } : { status: 'waiting' }),
      },
    });
    if (holdsNow) await tx.shop.update({ where: { id: shop.id }, data: sealBank(shop.id, bank, sealer) });
    const kind = holdsNow ? 'bank.changed' : 'bank.change_asked';
    await recordEvent(tx, { actor, now, kind, subject: ['shop', shop.id], facts: { hasAccount: bank !== null } });
    const news = holdsNow ? 'changed' : 'asked';
    const content = { kind: 'bankChange', news, effectiveAt: effectiveAt.toISOString() } as const;
    // Sent this minute, not with the next round: it is she who must be quicker.
    const expiresAt = new Date(now.getTime() + WAIT_MS);
    await queueMessage(tx, { phone: shop.person.phone, content, now, sealer, expiresAt });
    return success({ effectiveAt });
  });
}

function isSame(one: Bank | null, other: Bank | null): boolean {
  return one?.account === other?.account && one?.name === other?.name && one?.holder === other?.holder;
}

/** Locked, so that two changes of one shop come one after the other. */
async function lockOwnShop(tx: Transaction, actor: AccountActor) {
  const personId = actor.personId ?? NO_ROW_ID;
  await tx.$queryRaw`SELECT id FROM "Shop" WHERE "personId" = ${personId}::uuid FOR UPDATE`;
  return tx.shop.findUnique({
    where: { personId },
    select: {
      ...{ id: true, bankAccountSealed: true, person: { select: { phone: true } } },
      bankChanges: { where: { status: 'waiting' }, select: { id: true, bankSealed: true, effectiveAt: true } },
      _count: { select: { bankChanges: true } },
    },
  });
}
