// Whether the receiver has said that she wants no such message. Asked when it is sent, not when it is written: what waited for the
// morning is stopped by a no of the night before.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Sealer } from '../access/sealer.ts';
import { consentRefused } from '../consents/consent-in-force.ts';
import type { Reader } from '../database.ts';
import type { MessageContent } from './message-kinds.ts';
import { MESSAGE_RULES } from './message-rules.ts';
import { isPhoneStopped } from './wish-for-news.server.ts';

export async function isUnwanted(
  reader: Reader,
  { phone, content, sealer }: { phone: string; content: MessageContent; sealer: Sealer },
): Promise<boolean> {
  switch (MESSAGE_RULES[content.kind].to) {
    case 'nobody':
      return false;
    case 'officer':
      return isPhoneStopped(reader, { phone, sealer });
    case 'maker':
      return hasRefused(reader, phone);
    case 'buyer':
      return (
        (await isPhoneStopped(reader, { phone, sealer })) || ('token' in content && hasStopped(reader, content.token))
      );
  }
}

/** Of two women with one telephone, the no of either counts: a message cannot be for one of them alone. */
async function hasRefused(reader: Reader, phone: string): Promise<boolean> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT p.id FROM "Person" p WHERE p.phone = ${phone} AND ${consentRefused(Prisma.sql`p.id`, 'whatsapp')} LIMIT 1`;
  return rows.length > 0;
}

async function hasStopped(reader: Reader, token: string): Promise<boolean> {
  return (await reader.purchase.count({ where: { token, newsStoppedAt: { not: null } } })) > 0;
}
