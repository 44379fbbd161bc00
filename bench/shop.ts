// A shop under production settings in a process of its own, on a durable PostgreSQL beside it, with 600 mats on its shelves.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#app/domain/database.ts';
import { connectDatabase } from '#app/services/database/connect.ts';
import { startEmbeddedDatabase } from '#app/services/database/embedded.ts';
import { migrateDatabase } from '#app/services/database/migrate.ts';
import { ROOT } from '#scripts/prepare.ts';
import { fillShelf } from '#tests/support/shelf.ts';

const SHOPS = 60;
const MATS = 600;
const READY_WITHIN_MS = 60_000;

export interface BenchShop {
  readonly port: number;
  readonly host: string;
  readonly db: Database;
  readonly databaseAddress: string;
  readonly sitePid: number;
  readonly postgresPid: number;
  stop(): Promise<void>;
}

export async function openShop(): Promise<BenchShop> {
  const directory = mkdtempSync(join(tmpdir(), 'keset-kita-bench-'));
  // PostgreSQL may run as a user of its own, who has to be able to pass through.
  chmodSync(directory, 0o755);
  const cluster = join(directory, 'postgres');
  const database = await startEmbeddedDatabase({ directory: cluster, isDurable: true });
  await migrateDatabase(database.address, join(ROOT, 'prisma/migrations'));
  const db = connectDatabase(database.address, 4);
  await fillShelf(db, MATS, SHOPS);
  // Only what is filled: of a table that it has seen empty PostgreSQL keeps believing so until autovacuum comes by, and reads
  // all of it on every check of a foreign key.
  await db.$executeRaw`ANALYZE "Shop", "Listing", "Variant", "Photo"`;
  const port = await freePort();
  const site = startSite({ port, directory, databaseAddress: database.address });
  await waitUntilReady(site, port);
  return {
    port,
    host: `localhost:${port}`,
    db,
    databaseAddress: database.address,
    sitePid: site.pid ?? 0,
    postgresPid: Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]),
    async stop() {
      site.kill('SIGINT');
      await once(site, 'exit');
      await db.$disconnect();
      await database.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function startSite(settings: { port: number; directory: string; databaseAddress: string }): ChildProcess {
  return spawn(process.execPath, ['--no-warnings=ExperimentalWarning', ...profiling(), 'scripts/start.ts'], {
    cwd: ROOT,
    // The log is written as in production, to a place that costs nothing to read.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(settings.port),
      DATA_DIR: join(settings.directory, 'data'),
      APP_ORIGIN: `http://localhost:${settings.port}`,
      DATABASE_URL: settings.databaseAddress,
      // Buyers come from many addresses; without it they would share one rate limit.
      TRUSTED_PROXY: '127.0.0.1',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      SEAL_KEY: randomBytes(32).toString('hex'),
      FINGERPRINT_KEY: randomBytes(32).toString('hex'),
      // Nothing is sent: no job runs.
      WHATSAPP_TOKEN: randomBytes(32).toString('hex'),
      WHATSAPP_PHONE_ID: '100000000000000',
      WHATSAPP_APP_SECRET: randomBytes(16).toString('hex'),
      WHATSAPP_VERIFY_TOKEN: randomBytes(16).toString('hex'),
      // Jobs may run in a process of their own; what they do each minute is not the cost of an answer.
      RUN_JOBS: 'false',
    },
  });
}

/** `BENCH_PROFILE=<folder>` writes a V8 CPU profile of the site there. */
function profiling(): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

async function waitUntilReady(site: ChildProcess, port: number): Promise<void> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; ) {
    if (site.exitCode !== null) throw new Error('the site did not start');
    const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the site was not ready in time');
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}
