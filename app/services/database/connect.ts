// Opens the Prisma client on any PostgreSQL, with every wait bounded.
import { PrismaPg } from '@prisma/adapter-pg';
import type { Database } from '#app/domain/database.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';

/** `poolSize` connections; a caller waits at most 5 s for one, a statement runs at most 10 s. */
export function connectDatabase(address: string, poolSize: number): Database {
  const adapter = new PrismaPg({
    connectionString: address,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 20_000,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}
