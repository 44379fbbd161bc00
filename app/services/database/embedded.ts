// Starts and stops the embedded PostgreSQL in its own process.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { EmbeddedOptions } from './embedded-process.ts';

export interface EmbeddedDatabase {
  address: string;
  /** Resolves when the database is down and everything is on disk. */
  stop(): Promise<void>;
}

/** Rejects with the log's place when PostgreSQL does not come up. */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const script = join(import.meta.dirname, 'embedded-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { address: string }).address));
    child.once('exit', () =>
      reject(new Error(`the database did not start; see ${options.directory}.log\n${complaint}`)),
    );
  });
  return {
    address,
    async stop() {
      if (child.connected) child.send('stop');
      await exited;
    },
  };
}
