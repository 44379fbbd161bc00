// The database that a command works on: DATABASE_URL, else the embedded one of DATA_DIR, running already or started for it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '#app/services/database/embedded.ts';
import { findRunningDatabase } from '#app/services/database/embedded-address.ts';
import { EnvironmentError, readEnvironment } from '#app/services/environment.ts';
import { ROOT } from '../prepare.ts';

export interface LiveDatabase {
  readonly address: string;
  readonly dataDirectory: string;
  /** The site uses it at this moment. */
  readonly isShared: boolean;
}

/** Runs `work` and lets go of the database. What goes wrong is one line on stderr and exit code 2. */
export async function withLiveDatabase(work: (database: LiveDatabase) => Promise<void>): Promise<void> {
  try {
    if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
    const { DATABASE_URL, dataDirectory } = readEnvironment(process.env);
    const directory = join(dataDirectory, 'postgres');
    const running = DATABASE_URL ?? findRunningDatabase(directory);
    if (running) return await work({ address: running, dataDirectory, isShared: true });
    const embedded = await startEmbeddedDatabase({ directory, isDurable: true });
    await work({ address: embedded.address, dataDirectory, isShared: false }).finally(() => embedded.stop());
  } catch (error) {
    const isExpected = error instanceof EnvironmentError || error instanceof Error;
    process.stderr.write(`${isExpected ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
