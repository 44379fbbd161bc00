// Changing the key: every sealed value is opened and sealed anew, so that the old key can go.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Database } from '../database.ts';
import { NO_ROW_ID } from '../ids.ts';

/** Every column whose name ends in Sealed (a test holds this equal to the database), and the place that its values are bound to. */
export const SEALED_COLUMNS: readonly (readonly [table: string, column: string, place: string])[] = [
  ['BankChange', 'bankSealed', 'bankChange.bank'],
  ['ImportRow', 'asWrittenSealed', 'importRow.asWritten'],
  ['ImportRow', 'cleanedSealed', 'importRow.cleaned'],
  ['Message', 'bodySealed', 'message.body'],
  ['Order', 'addressSealed', 'order.address'],
  ['Order', 'refusalSealed', 'order.refusal'],
  ['Person', 'addressSealed', 'person.address'],
  ['Person', 'nikSealed', 'person.nik'],
  ['Shop', 'bankAccountSealed', 'shop.bankAccount'],
];
const A_BATCH = 500;

/**
 * Returns how many values were sealed anew; those under the current key already stay as they are, so it can be stopped and run again.
 * The site may go on meanwhile, with both keys: a value that somebody just wrote is not written over. Throws at a value that neither
 * key opens.
 */
export async function resealRows(db: Database, { sealer }: { sealer: Sealer }): Promise<number> {
  let count = 0;
  for (const [table, column, place] of SEALED_COLUMNS) {
    const [name, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
    for (let after = NO_ROW_ID; ; ) {
      const rows = await db.$queryRaw<{ id: string; sealed: string }[]>`
        SELECT id, ${field} AS sealed FROM ${name}
        WHERE id > ${after}::uuid AND ${field} IS NOT NULL ORDER BY id LIMIT ${A_BATCH}`;
      const old = rows.filter(({ sealed }) => !sealer.isCurrent(sealed));
      const anew = old.map(({ id, sealed }) => sealer.seal(place, id, sealer.open(place, id, sealed)));
      count += await db.$executeRaw`
        UPDATE ${name} SET ${field} = v.anew
        FROM unnest(${old.map(({ id }) => id)}::uuid[], ${old.map(({ sealed }) => sealed)}::text[], ${anew}::text[])
          AS v (id, was, anew)
        WHERE ${name}.id = v.id AND ${name}.${field} = v.was`;
      const last = rows.at(-1);
      if (!last || rows.length < A_BATCH) break;
      after = last.id;
    }
  }
  return count;
}
