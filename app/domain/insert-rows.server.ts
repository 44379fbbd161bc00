// Writes what a command changes in several tables in one statement: on a hot path every statement is a trip to the database and back.
import {
  type Event,
  type Hold,
  type Message,
  type Order,
  type OrderLine,
  type Payment,
  Prisma,
  type Purchase,
} from '#app/generated/prisma/client.ts';
import type { Transaction } from './database.ts';

/** Table -> its whole row; a column without a value is written as null, never as its default, so the types ask for all of them. */
interface Rows {
  readonly Purchase: Purchase;
  readonly Order: Order;
  readonly OrderLine: OrderLine;
  readonly Hold: Hold;
  readonly Payment: Payment;
  readonly Message: Message;
  readonly Event: Event;
}

/**
 * Foreign keys are checked at the end of the statement, so the order of the tables does not matter. `also` is one more
 * INSERT, UPDATE or DELETE that goes with them; it does not see these rows.
 */
export async function insertRows(
  tx: Transaction,
  rows: { readonly [Table in keyof Rows]?: readonly Rows[Table][] },
  also: Prisma.Sql,
): Promise<void> {
  const inserts = Object.entries(rows).map(([table, values]) => {
    const name = Prisma.raw(`"${table}"`);
    return Prisma.sql`${Prisma.raw(`"into${table}"`)} AS (
      INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(values)}::jsonb))`;
  });
  await tx.$executeRaw`WITH ${Prisma.join(inserts)}, also AS (${also}) SELECT`;
}
