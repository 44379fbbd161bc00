// Asks the women about the month that has ended, once each, on the phone: the link of one month, for those who let us write to them.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Actor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { consentInForce } from '../consents/consent-in-force.ts';
import { type Database, inTransaction, type Reader } from '../database.ts';
import { addMonths, monthOf } from '../dates.ts';
import { queueMessage } from '../messages/queue-message.server.ts';
import { failure, type Result, success } from '../result.ts';
import { createCheckInLink } from './create-check-in-link.server.ts';

const JOB: Actor = { kind: 'system', name: 'ask-check-ins' };

/** Graduates of before last month who may be written to, have not told of it and have not been asked, longest enrolled first. */
export async function listWomenToAsk(reader: Reader, now: Date, limit = 200): Promise<string[]> {
  const month = addMonths(monthOf(now), -1);
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Person" p
    WHERE p.phone IS NOT NULL AND ${consentInForce(Prisma.sql`p.id`, 'whatsapp')}
      AND EXISTS (SELECT 1 FROM "Enrolment" e JOIN "Cohort" c ON c.id = e."cohortId"
        WHERE e."personId" = p.id AND e.stage = 'graduated' AND to_char(c."endsOn", 'YYYY-MM') < ${month})
      AND NOT EXISTS (SELECT 1 FROM "CheckIn" a WHERE a."personId" = p.id AND a.month = ${month})
      AND NOT EXISTS (SELECT 1 FROM "CheckInLink" l WHERE l."personId" = p.id AND l.month = ${month})
    ORDER BY p."createdAt", p.id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

/** The link and the message that carries it, or neither. */
export async function askCheckIn(
  db: Database,
  { input, now, sealer }: { input: { personId: string }; now: Date; sealer: Sealer },
): Promise<Result<null, 'notFound' | 'notAMonth'>> {
  const month = addMonths(monthOf(now), -1);
  return inTransaction(db, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: input.personId }, select: { phone: true } });
    if (!person) return failure('notFound');
    const written = await createCheckInLink(tx, { actor: JOB, input: { ...input, month }, now });
    if (!written.ok) return written;
    const content = { kind: 'checkInAsked', month, token: written.value } as const;
    await queueMessage(tx, { phone: person.phone, content, now, sealer });
    return success(null);
  });
}
