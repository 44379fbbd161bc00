// Opens the Prisma client on any PostgreSQL, with every wait bounded.
import { PrismaPg } from '@prisma/adapter-pg';
import type { Database } from '#app/domain/database.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';

const NAMED_STATEMENTS = 300;

/** `poolSize` connections; a caller waits at most 5 s for one, a statement runs at most 10 s. */
export function connectDatabase(address: string, poolSize: number): Database {
  const adapter = new PrismaPg(
    {
      connectionString: address,
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 10_000,
      lock_timeout: 8_000,
      idle_in_transaction_session_timeout: 20_000,
    },
    { statementNameGenerator: nameStatements() },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}

/** A statement with a name is parsed and planned once per connection; only so many, because each connection remembers them all. */
function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= NAMED_STATEMENTS) return known ?? '';
    const name = `keset_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
