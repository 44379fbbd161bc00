// One-time codes: six digits, kept as a keyed hash, five minutes, five tries, one a minute and five a day per phone and asker. A
// stranger who asks for another's phone spends his own share, and neither replaces her code nor uses up its tries.
import { type Database, inTransaction } from '../database.ts';
import { DAY_MS, MINUTE_MS } from '../dates.ts';
import { newDigits } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { Sealer } from './sealer.ts';

const LIFE_MS = 5 * MINUTE_MS;
const PAUSE_MS = MINUTE_MS;
const MOST_A_DAY = 5;
/** Of all networks together: what a phone may be pestered with. A device that she signed in with is not counted here. */
const MOST_A_DAY_STRANGERS = 20;
const TRIES = 5;
const PURPOSE = 'sign-in-code';

/** A device that has signed in with this phone before, or else the network that the request came from. */
export type CodeAsker = `device:${string}` | `network:${string}`;

/**
 * Sends a code when the phone belongs to an account. The answer is the same when it does not, so that nobody can ask who is
 * known here. `tooSoon` and `tooMany` count codes asked for by this asker, known phone or not.
 */
export async function requestSignInCode(
  db: Database,
  { input, now, sealer }: { input: { phone: string; askedBy: CodeAsker }; now: Date; sealer: Sealer },
): Promise<Result<null, 'tooSoon' | 'tooMany'>> {
  const { phone, askedBy } = input;
  return inTransaction(db, async (tx) => {
    // One at a time per phone: the limits are counts, and a count read by two requests at once lets both through.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${phone}, 0))`;
    const recent = await tx.signInCode.findMany({
      where: { phone, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true, askedBy: true },
    });
    const own = recent.filter((code) => code.askedBy === askedBy);
    if (own[0] && now.getTime() - own[0].createdAt.getTime() < PAUSE_MS) return failure('tooSoon', 'telepon');
    const isStranger = (asker: string) => asker.startsWith('network:');
    const strangers = recent.filter((code) => isStranger(code.askedBy)).length;
    if (own.length >= MOST_A_DAY || (isStranger(askedBy) && strangers >= MOST_A_DAY_STRANGERS))
      return failure('tooMany', 'telepon');
    const code = newDigits(6);
    const isKnown = (await tx.account.count({ where: { phone, disabledAt: null } })) > 0;
    const expiresAt = new Date(now.getTime() + LIFE_MS);
    await tx.signInCode.create({
      data: {
        phone,
        askedBy,
        codeHash: sealer.fingerprint(PURPOSE, `${phone}:${code}`),
        triesLeft: TRIES,
        createdAt: now,
        expiresAt,
      },
    });
    if (isKnown) await queueMessage(tx, { phone, content: { kind: 'signInCode', code }, now, sealer, expiresAt });
    return success(null);
  });
}

/** Only the newest code of this asker counts, also once it is used; every try costs one, also a right one for a phone without an account. */
export async function checkSignInCode(
  db: Database,
  { input, now, sealer }: { input: { phone: string; askedBy: CodeAsker; code: string }; now: Date; sealer: Sealer },
): Promise<Result<{ accountId: string }, 'wrongCode'>> {
  const wrong = failure('wrongCode', 'kode');
  const newest = await db.signInCode.findFirst({
    where: { phone: input.phone, askedBy: input.askedBy },
    orderBy: { createdAt: 'desc' },
  });
  if (!newest || newest.usedAt || newest.expiresAt <= now) return wrong;
  const { count: mayTry } = await db.signInCode.updateMany({
    where: { id: newest.id, usedAt: null, triesLeft: { gt: 0 } },
    data: { triesLeft: { decrement: 1 } },
  });
  if (mayTry === 0 || newest.codeHash !== sealer.fingerprint(PURPOSE, `${input.phone}:${input.code}`)) return wrong;
  const { count: isFirst } = await db.signInCode.updateMany({
    where: { id: newest.id, usedAt: null },
    data: { usedAt: now },
  });
  const account = await db.account.findFirst({ where: { phone: input.phone, disabledAt: null }, select: { id: true } });
  return isFirst === 1 && account ? success({ accountId: account.id }) : wrong;
}
