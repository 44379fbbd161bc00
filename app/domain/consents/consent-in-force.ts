// Whether a consent is in force, as SQL, so that what it governs disappears with the very next query.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Purpose } from './consent-purposes.ts';

/** `personId` is a column of the query around. Never asked is no; of two acts in one instant the withdrawal counts. */
export function consentInForce(personId: Prisma.Sql, purpose: Purpose): Prisma.Sql {
  return Prisma.sql`coalesce(${newestAnswer(personId, purpose)}, false)`;
}

/** She was asked, and her newest answer is no: for what nobody asks about beforehand, but which she may stop. */
export function consentRefused(personId: Prisma.Sql, purpose: Purpose): Prisma.Sql {
  return Prisma.sql`NOT coalesce(${newestAnswer(personId, purpose)}, true)`;
}

function newestAnswer(personId: Prisma.Sql, purpose: Purpose): Prisma.Sql {
  return Prisma.sql`(SELECT c."isGiven" FROM "Consent" c
    WHERE c."personId" = ${personId} AND c.purpose = ${purpose}
    ORDER BY c."actedAt" DESC, c."isGiven" LIMIT 1)`;
}
