// Where an embedded PostgreSQL answers: its one user, its one database, and the port that it wrote down itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const EMBEDDED_USER = 'keset';
/** It listens on loopback only, for whoever may read the data folder anyway. */
export const EMBEDDED_PASSWORD = 'keset';
export const EMBEDDED_DATABASE = 'keset_kita';

export function embeddedAddress(port: number): string {
  return `postgresql://${EMBEDDED_USER}:${EMBEDDED_PASSWORD}@127.0.0.1:${port}/${EMBEDDED_DATABASE}`;
}

/** The server that runs on this folder now, or null. A file left behind by a killed one names a process that is no more. */
export function findRunningDatabase(directory: string): string | null {
  try {
    // PostgreSQL's own file: process, folder, start, port, …
    const [pid, , , port] = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 0);
    return embeddedAddress(Number(port));
  } catch {
    return null;
  }
}
