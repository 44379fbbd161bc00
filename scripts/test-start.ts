// npm run test:start: what a newcomer meets. A copy of the last commit is started, stopped, killed and started again, as `npm start`
// does it. A few minutes, because the first start builds everything and fills the demonstration city.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './prepare.ts';

const FIRST_START_MS = 600_000;
const NEXT_START_MS = 6_000;
const STOP_MS = 15_000;
const READY = /siap di \/ is ready at/;

const folder = mkdtempSync(join(tmpdir(), 'keset-kita-start-'));
const copy = join(folder, 'project');
const data = join(folder, 'data');
const port = await freePort();
const started: ChildProcess[] = [];
let failed = 0;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Its own process group, so that Ctrl-C can be sent to all of it as a terminal does. */
function npmStart(settings: Record<string, string> = {}) {
  const { PATH, HOME } = process.env;
  const env = { NODE_ENV: 'development' as const, PATH, HOME, LOG_LEVEL: 'error', PORT: String(port), DATA_DIR: data };
  const child = spawn('npm', ['start', '--silent'], {
    ...{ cwd: copy, env: { ...env, ...settings }, detached: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { text: '', errors: '' };
  child.stdout.on('data', (chunk) => {
    said.text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.errors += chunk;
  });
  return { child, said, ended: once(child, 'exit') };
}

type Site = ReturnType<typeof npmStart>;

async function untilReady(site: Site, withinMs: number): Promise<number> {
  const startedAt = performance.now();
  while (!READY.test(site.said.text)) {
    if (site.child.exitCode !== null) throw new Error(`it ended: ${site.said.errors}`);
    if (performance.now() - startedAt > withinMs) throw new Error(`not ready after ${withinMs} ms: ${site.said.text}`);
    await wait(20);
  }
  const answer = await fetch(`http://localhost:${port}/readyz`);
  if (answer.status !== 200) throw new Error(`/readyz answered ${answer.status}`);
  return performance.now() - startedAt;
}

async function within<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  return Promise.race([work, wait(ms, null, { ref: false }).then(() => Promise.reject(new Error(what)))]) as Promise<T>;
}

async function interrupt(site: Site): Promise<void> {
  process.kill(-(site.child.pid ?? 0), 'SIGINT');
  await within(STOP_MS, site.ended, 'Ctrl-C did not end it');
  await expectNothingLeft();
}

/** Processes that name the copy or its data on their command line. */
function left(): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

async function expectNothingLeft(): Promise<void> {
  for (let tries = 0; tries < 50 && left().length > 0; tries++) await wait(100);
  if (left().length > 0) throw new Error(`processes left: ${left().join(' ')}`);
}

async function expectOneLine(settings: Record<string, string>, pattern: RegExp): Promise<void> {
  const site = npmStart(settings);
  const [code] = await within(STOP_MS, site.ended, 'it did not end');
  const lines = site.said.errors.trim().split('\n');
  if (code === 0 || lines.length !== 1 || !pattern.test(lines[0] ?? ''))
    throw new Error(`code ${code}, said: ${site.said.errors}`);
}

const mats = async () => (await (await fetch(`http://localhost:${port}/sitemap.xml`)).text()).split('<loc>').length;
const pidIn = (file: string) => Number(readFileSync(join(data, file), 'utf8').split('\n')[0]);

async function check(name: string, work: () => Promise<unknown>): Promise<void> {
  const error = await work().then(
    (note) => void process.stdout.write(`ok   ${name}${note ? ` (${note})` : ''}\n`),
    (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
  );
  if (error === undefined) return;
  failed += 1;
  process.stdout.write(`FAIL ${name}: ${error}\n`);
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

async function run(): Promise<void> {
  chmodSync(folder, 0o755);
  execFileSync('git', ['clone', '--quiet', ROOT, copy]);
  execFileSync('cp', ['-al', join(ROOT, 'node_modules'), join(copy, 'node_modules')]);
  // What was built from another folder is not a fresh checkout; unlinked here, it stays there.
  rmSync(join(copy, 'node_modules/.cache'), { recursive: true, force: true });
  let count = 0;
  let site = npmStart();
  await check('a fresh checkout starts', async () => {
    const ms = await untilReady(site, FIRST_START_MS);
    count = await mats();
    return seconds(ms);
  });
  await check('a port in use is one line', () =>
    expectOneLine({ DATA_DIR: `${data}-2` }, /^PORT: \d+ is already in use/),
  );
  await check('Ctrl-C leaves no process', () => interrupt(site));
  await check('a wrong setting is one line that names it', () => expectOneLine({ SEAL_KEY: 'short' }, /^SEAL_KEY: /));
  await check('the next start is quick and has everything', async () => {
    site = npmStart();
    const ms = await untilReady(site, NEXT_START_MS);
    if ((await mats()) !== count) throw new Error('mats were lost');
    return seconds(ms);
  });
  for (const [name, files] of [
    ['the site', ['start.pid']],
    ['the site and the database', ['postgres/postmaster.pid', 'start.pid']],
  ] as const) {
    await check(`kill -9 of ${name}, and it starts again`, async () => {
      for (const file of files) process.kill(pidIn(file), 'SIGKILL');
      await within(STOP_MS, site.ended, 'npm did not end');
      site = npmStart();
      const ms = await untilReady(site, 4 * NEXT_START_MS);
      if ((await mats()) !== count) throw new Error('mats were lost');
      return seconds(ms);
    });
  }
  await check('Ctrl-C leaves no process after that either', () => interrupt(site));
  if (process.getuid?.() !== 0) return;
  await check('a data folder where PostgreSQL cannot reach is one line', () => {
    mkdirSync(join(folder, 'private'), { mode: 0o700 });
    return expectOneLine({ DATA_DIR: join(folder, 'private/data') }, /^DATA_DIR: .* only root may enter/);
  });
}

await run().catch((error: unknown) => {
  failed += 1;
  process.stdout.write(`FAIL ${error instanceof Error ? error.stack : error}\n`);
});
for (const { pid, exitCode, signalCode } of started)
  if (exitCode === null && signalCode === null && pid) process.kill(-pid, 'SIGKILL');
rmSync(folder, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
