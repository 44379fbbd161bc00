// npm start: settings, database, migrations, demonstration city on the first run, the site. Ctrl-C ends all of it in order.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { createWebServer } from '#app/server/http/web-server.ts';
import { EnvironmentError, readEnvironment } from '#app/services/environment.ts';
import { prepare, ROOT } from './prepare.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Binds the port before anything else is started, so that a port in use is said at once. */
async function takePort(port: number, host: string): Promise<Server> {
  // Whoever comes before everything is up is told to come back, instead of waiting for an answer that nobody gives.
  const server = createWebServer((_, response) => void response.writeHead(503, { 'Retry-After': '5' }).end());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      fail(`PORT: ${port} is already in use on ${host}. Stop the other program or set PORT.`);
    fail(`PORT/HOST: cannot listen on ${host}:${port} (${error.code})`);
  });
  return server;
}

/** One process per data folder: a second one would fight over the database. */
function takeFolder(directory: string): () => void {
  const lockFile = join(directory, 'start.pid');
  mkdirSync(directory, { recursive: true });
  const holder = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8')) : 0;
  if (holder && holder !== process.pid && isRunning(holder))
    fail(`DATA_DIR: ${directory} is in use by process ${holder}.`);
  writeFileSync(lockFile, String(process.pid));
  return () => rmSync(lockFile, { force: true });
}

/** Started by root, PostgreSQL runs as a user of its own, who must be able to pass through every folder above its data. */
function checkReach(directory: string): void {
  if (process.getuid?.() !== 0) return;
  for (let folder = directory; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0)
      fail(
        `DATA_DIR: ${directory} lies in ${folder}, which only root may enter; choose another, or start as another user.`,
      );
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return /start\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const environment = readEnvironment(process.env);
  const server = await takePort(environment.PORT, environment.HOST);
  if (!environment.DATABASE_URL) checkReach(environment.dataDirectory);
  const leaveFolder = takeFolder(environment.dataDirectory);
  prepare();
  // Loaded only now: these modules need what `prepare` generates.
  const { runSite } = await import('./run-site.ts');
  const site = await runSite({ environment, server, say });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await site.stop();
    leaveFolder();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  say(
    `Keset Kita siap di / is ready at ${environment.origin}${environment.isDemonstration ? `  (akun: ${environment.origin}/demo)` : ''}`,
  );
}

await main().catch((error: unknown) =>
  fail(error instanceof EnvironmentError ? error.message : String(error instanceof Error ? error.stack : error)),
);
