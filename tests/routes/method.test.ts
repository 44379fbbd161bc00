// Methods that an address does not have: 405 with those it has, as information in the log and not as an error.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { POLICY } from '#app/policy.ts';
import { methodGuard } from '#app/server/http/method-guard.ts';
import { findAddress } from '#app/server/http/route-addresses.ts';
import { href } from '#app/urls.ts';
import { ROOT, useSite } from '#tests/support/site.ts';

const build = (await import(join(ROOT, 'build/server/index.js'))) as ServerBuild;
const site = useSite();
const ID = '01890000-0000-7000-8000-000000000000';
const addresses = Object.entries(POLICY).flatMap(([route, methods]) => {
  const { path } = build.routes[`routes/${route}`] ?? {};
  return path === undefined || path === '*' ? [] : [[`/${path.replace(/:\w+/g, ID)}`, methods] as const];
});

const without = (method: 'GET' | 'POST') => addresses.filter(([, methods]) => !(method in methods));

describe('a method that an address does not have', () => {
  it.each(without('GET'))('%s is not read', async (path) => {
    for (const asked of [path, `${path}.data`, `${path}?a=b`]) {
      const answer = await site.fetch(asked);
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
    }
  });

  it.each(without('POST'))('%s is not written', async (path) => {
    const answer = await site.post(path, {});
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(addresses)('%s has the methods that the policy names', (path, methods) => {
    const expected = [...('GET' in methods ? ['GET', 'HEAD'] : []), ...('POST' in methods ? ['POST'] : [])];
    expect(findAddress(build)(path)?.methods).toEqual(expected);
  });
});

it('is written down as information, not as an error', async () => {
  const lines: { level: number }[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const server = express().use(methodGuard(build, log)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${href('signOut')}`);
  server.close();
  expect(answer.status).toBe(405);
  expect(lines).toMatchObject([{ level: log.levels.values.info, method: 'GET', allowed: ['POST'] }]);
});

it('an address that nobody has stays Remix’s to answer', async () => {
  expect(findAddress(build)('/tidak-ada')).toBeNull();
  expect((await site.fetch('/tidak-ada')).status).toBe(404);
});
