// Which receipts look like one that came with another payment. It refuses nothing: whoever reads the receipt is told to look twice.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Reader } from '../database.ts';
import { DAY_MS } from '../dates.ts';

/** Of 1,024 bits; services/media/picture-look.ts has the measurements. */
export const MOST_BITS_APART = 16;
const COMPARED_DAYS = 90;

/** Those of `proofIds` that look like a receipt of another payment of the last 90 days. */
export async function listLikeOthers(reader: Reader, proofIds: readonly string[], now: Date): Promise<Set<string>> {
  if (proofIds.length === 0) return new Set();
  const since = new Date(now.getTime() - COMPARED_DAYS * DAY_MS);
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "PaymentProof" p
    WHERE p.id IN (${Prisma.join(proofIds.map((id) => Prisma.sql`${id}::uuid`))}) AND p.look IS NOT NULL AND EXISTS (
      SELECT FROM "PaymentProof" o
      WHERE o."paymentId" <> p."paymentId" AND o."submittedAt" > ${since} AND o.look IS NOT NULL
        AND bit_count(('x' || o.look)::bit(1024) # ('x' || p.look)::bit(1024)) <= ${MOST_BITS_APART})`;
  return new Set(rows.map(({ id }) => id));
}
