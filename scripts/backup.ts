// npm run backup -- <file>: every row of every table as it was at one instant, and the pictures and transfer proofs.
// npm run restore -- <file>: into an empty database and an empty data folder. Both speak to DATABASE_URL, or to the embedded
// database of DATA_DIR, which must not be running then.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '#app/services/database/embedded.ts';
import { EnvironmentError, readEnvironment } from '#app/services/environment.ts';
import { readBackup, writeBackup } from './backup-file.ts';
import { ROOT } from './prepare.ts';

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** A file left behind by a killed server names a process that is no more. */
function isRunning(pidFile: string): boolean {
  try {
    return process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 0);
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  const [verb, file] = process.argv.slice(2);
  if ((verb !== 'backup' && verb !== 'restore') || !file) fail('usage: npm run backup|restore -- <file>');
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const { DATABASE_URL, dataDirectory } = readEnvironment(process.env);
  const directory = join(dataDirectory, 'postgres');
  if (!DATABASE_URL && isRunning(join(directory, 'postmaster.pid')))
    fail(`DATA_DIR: ${dataDirectory} is in use. Stop the site first, or give DATABASE_URL.`);
  const embedded = DATABASE_URL ? null : await startEmbeddedDatabase({ directory, isDurable: true });
  const place = { address: DATABASE_URL ?? embedded?.address ?? '', dataDirectory };
  try {
    const { rows, files } = await (verb === 'backup' ? writeBackup(file, place) : readBackup(file, place));
    process.stdout.write(`${verb}: ${rows} rows, ${files} files, ${file}\n`);
  } finally {
    await embedded?.stop();
  }
}

await main().catch((error: unknown) =>
  fail(error instanceof EnvironmentError || error instanceof Error ? error.message : String(error)),
);
