// Generates the Prisma client and builds the site, each only when what it is made from has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
const STAMPS = join(ROOT, 'node_modules', '.cache', 'keset-kita');

export function prepare(): void {
  make('client', ['prisma/schema/*.prisma', 'package-lock.json'], 'app/generated/prisma/client.ts', [
    'node_modules/prisma/build/index.js',
    'generate',
  ]);
  make(
    'site',
    ['app/**/*.{ts,tsx,css}', 'public/**/*', '*.config.{ts,js}', 'package-lock.json'],
    'build/server/index.js',
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
  );
}

/** Runs a Node command when the hash over `sources` differs from the last successful run, or `product` is missing. */
function make(name: string, sources: string[], product: string, command: string[]): void {
  const hash = createHash('sha256');
  for (const path of globSync(sources, { cwd: ROOT, exclude: ['app/generated/**'] }).sort()) {
    const file = join(ROOT, path);
    try {
      hash.update(path).update(readFileSync(file));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error;
    }
  }
  const stamp = hash.digest('hex');
  const stampFile = join(STAMPS, name);
  if (existsSync(join(ROOT, product)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} failed\n${stdout}\n${stderr}`);
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stampFile, stamp);
}
