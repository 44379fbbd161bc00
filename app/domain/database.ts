// The database handle that every command and read takes, and the one way to run a transaction.
import { Prisma, type PrismaClient } from '#app/generated/prisma/client.ts';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;
/** What a read needs: it works on the handle and inside a transaction. */
export type Reader = PrismaClient | Prisma.TransactionClient;

const MAX_TRIES = 5;
const TRANSACTION = { maxWait: 10_000, timeout: 15_000 } as const;

/**
 * Runs `work` in one READ COMMITTED transaction, again (up to 5 times) when PostgreSQL asks for it:
 * serialization failure 40001, deadlock 40P01, Prisma's P2034 for both.
 */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, TRANSACTION);
    } catch (error) {
      if (attempt >= MAX_TRIES || !isWorthRetrying(error)) throw error;
    }
  }
}

function isWorthRetrying(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    return error.code === 'P2034' || /40001|40P01|deadlock detected|could not serialize/.test(error.message);
  }
  return false;
}

/** True when a unique constraint was hit: somebody else wrote the same thing first. Raw SQL reports PostgreSQL's 23505. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2002' || (error.code === 'P2010' && /23505|UniqueConstraint/.test(error.message));
}
