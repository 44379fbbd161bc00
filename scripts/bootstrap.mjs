// First step of every command, in plain JavaScript that any Node from 20.19 runs: installs when the lock file changed, then
// hands over to the pinned Node of node_modules/.bin. Usage: node scripts/bootstrap.mjs <script.ts> [arguments]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.keset-kita-installed');
const stamp = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
// Prisma asks for a schema engine only to have one: this project never starts it, so any program that exists will do,
// and nothing is downloaded.
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };

function run(command, args) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (signal) process.exit(1);
  return status ?? 1;
}

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  process.stdout.write('Memasang paket / installing packages ...\n');
  const status = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) process.exit(status);
  writeFileSync(stampFile, stamp);
}
const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');
// Ctrl-C reaches the child as well (same terminal); this process only waits for it to end everything cleanly.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
const { spawn } = await import('node:child_process');
const child = spawn(
  existsSync(pinnedNode) ? pinnedNode : process.execPath,
  // Most of what a request makes is gone with it: a roomier nursery spares the collector a tenth of the work.
  ['--no-warnings=ExperimentalWarning', '--max-semi-space-size=32', ...process.argv.slice(2)],
  {
    cwd: root,
    env: { ...env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` },
    stdio: 'inherit',
  },
);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
