// The keeper of the embedded PostgreSQL ends with who started it, also where PostgreSQL was killed before.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startEmbeddedDatabase } from '#app/services/database/embedded.ts';

const PATIENCE_MS = 10_000;

it('does not wait for a PostgreSQL that is gone', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keset-kita-keeper-'));
  // As root, PostgreSQL runs as a user of its own, who must be able to enter.
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  const database = await startEmbeddedDatabase({ directory, isDurable: false });
  process.kill(Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  // Long enough for its keeper to have seen the end of it.
  await wait(1_000);
  const ended = await Promise.race([database.stop().then(() => true), wait(PATIENCE_MS, false, { ref: false })]);
  expect(ended).toBe(true);
  rmSync(folder, { recursive: true });
});
