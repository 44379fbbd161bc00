// A fresh, migrated database for one test file.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Database } from '#app/domain/database.ts';
import { connectDatabase } from '#app/services/database/connect.ts';

export interface TestDatabase {
  db: Database;
  address: string;
}

/** Call at the top of a test file; read `.db` inside tests. */
export function useTestDatabase(poolSize = 10): TestDatabase {
  const test = {} as TestDatabase;
  const root = inject('databaseAddress');
  const name = `test_${randomBytes(6).toString('hex')}`;
  beforeAll(async () => {
    await administer(root, `create database ${name} template template_keset`);
    test.address = root.replace(/\/[^/]+$/, `/${name}`);
    test.db = connectDatabase(test.address, poolSize);
  });
  afterAll(async () => {
    await test.db?.$disconnect();
    await administer(root, `drop database if exists ${name} with (force)`);
  });
  return test;
}

async function administer(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  // Two files may clone the template at the same instant, which PostgreSQL refuses: take turns.
  try {
    await client.query('select pg_advisory_lock(4711)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
