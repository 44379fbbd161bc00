// One PostgreSQL for the whole run, one migrated template; every test file clones its own database from it.
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '#app/services/database/embedded.ts';
import { migrateDatabase } from '#app/services/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseAddress: string;
  }
}

export default async function setup(project: TestProject) {
  const directory = join(tmpdir(), `keset-kita-tests-${process.pid}`);
  const database = await startEmbeddedDatabase({ directory, isDurable: false });
  const client = new pg.Client({ connectionString: database.address });
  await client.connect();
  await client.query('create database template_keset');
  await client.end();
  await migrateDatabase(
    withDatabase(database.address, 'template_keset'),
    join(import.meta.dirname, '../../prisma/migrations'),
  );
  project.provide('databaseAddress', database.address);
  return async () => {
    await database.stop();
    await rm(directory, { recursive: true, force: true });
    await rm(`${directory}.log`, { force: true });
  };
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
