// A telephone said STOP, or that it wants news again. Kept under a keyed hash: a list of those who want no messages is no list of numbers.
import type { Sealer } from '../access/sealer.ts';
import { writeConsent } from '../consents/write-consent.server.ts';
import type { Reader, Transaction } from '../database.ts';
import type { NewsWish } from './message-reports.ts';

const PURPOSE = 'message.stop';
const HEARD = { kind: 'system', name: 'whatsapp' } as const;

/**
 * The newest word counts, whenever it arrives. STOP takes back the consent of the women with this telephone; wanting news again gives
 * none: a yes is given to its own words, on her page or before her officer.
 */
export async function wishForNews(
  tx: Transaction,
  { wish, now, sealer }: { wish: NewsWish; now: Date; sealer: Sealer },
): Promise<void> {
  const { phone, isStopped, saidAt } = wish;
  const isNews = await tx.$executeRaw`
    INSERT INTO "MessageStop" ("phoneHash", "isStopped", "saidAt")
    VALUES (${sealer.fingerprint(PURPOSE, phone)}, ${isStopped}, ${saidAt})
    ON CONFLICT ("phoneHash") DO UPDATE SET "isStopped" = excluded."isStopped", "saidAt" = excluded."saidAt"
    WHERE "MessageStop"."saidAt" < excluded."saidAt"`;
  if (isNews === 0 || !isStopped) return;
  const women = await tx.person.findMany({ where: { phone }, select: { id: true } });
  for (const { id: personId } of women) {
    const words = { purpose: 'whatsapp', isGiven: false, channel: 'whatsapp', witness: null, language: 'id' } as const;
    await writeConsent(tx, { actor: HEARD, act: { personId, ...words }, now });
  }
}

export async function isPhoneStopped(reader: Reader, { phone, sealer }: { phone: string; sealer: Sealer }) {
  const phoneHash = sealer.fingerprint(PURPOSE, phone);
  return (await reader.messageStop.count({ where: { phoneHash, isStopped: true } })) > 0;
}
