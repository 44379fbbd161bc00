// The built site in this process, on a database of its own: Request in, Response out, through the shield and the real server.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll } from 'vitest';
import type { AccountActor } from '#app/domain/access/actor.ts';
import type { Database } from '#app/domain/database.ts';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import type { Services } from '#app/server/context.ts';
import { createHttpApp, type HttpApp } from '#app/server/http/http-app.ts';
import { createWebServer } from '#app/server/http/web-server.ts';
import { createServices } from '#app/server/services.ts';
import { readEnvironment } from '#app/services/environment.ts';
import { NOW } from './fixtures.ts';
import { useTestDatabase } from './test-database.ts';

export const ROOT = join(import.meta.dirname, '../..');

export interface TestSite {
  origin: string;
  db: Database;
  databaseAddress: string;
  services: Services;
  app: HttpApp;
  /** The clock of the site; set it to move time. */
  now: Date;
  /** Sends with a matching Host and Origin, does not follow redirects. `as` carries a session or a cookie header. */
  fetch(path: string, init?: RequestInit & { as?: string }): Promise<Response>;
  /** POSTs a form. */
  post(
    path: string,
    fields: Record<string, string | string[]> | FormData,
    options?: { as?: string },
  ): Promise<Response>;
  /** Cookie header of a fresh session for this account. */
  signIn(actor: AccountActor): Promise<string>;
}

/** Call at the top of a test file. Options may give a card gateway and settings. */
export function useSite(
  options: {
    cardGateway?: (site: TestSite) => Promise<CardGateway>;
    settings?: Record<string, string>;
    realClock?: boolean;
    mostAtOnce?: number;
  } = {},
): TestSite {
  const database = useTestDatabase();
  const site = { now: NOW } as TestSite;
  let server: Server;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'keset-kita-site-'));
    server = await listenUnanswered();
    site.origin = `http://localhost:${portOf(server)}`;
    const environment = readEnvironment({
      NODE_ENV: 'test',
      DATA_DIR: directory,
      APP_ORIGIN: site.origin,
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      ...options.settings,
    });
    site.services = createServices(environment, {
      databaseAddress: database.address,
      cardGateway: (await options.cardGateway?.(site)) ?? null,
      now: () => (options.realClock ? new Date() : site.now),
    });
    site.db = site.services.db;
    site.databaseAddress = database.address;
    const build = (await import(join(ROOT, 'build/server/index.js'))) as ServerBuild;
    site.app = await createHttpApp({
      ...{ services: site.services, build, clientDirectory: join(ROOT, 'build/client') },
      ...(options.mostAtOnce ? { mostAtOnce: options.mostAtOnce } : {}),
    });
    server.on('request', site.app.handle);
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await site.services?.db.$disconnect();
    await rm(directory, { recursive: true, force: true });
  });

  addVisits(site);
  return site;
}

/** The address must be known before the site that is to answer at it can be made. */
async function listenUnanswered(): Promise<Server> {
  const server = createWebServer(() => {}).listen(0, '127.0.0.1');
  server.removeAllListeners('request');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** What a browser does at the site. */
function addVisits(site: TestSite): void {
  site.fetch = (path, { as, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (as) headers.set('Cookie', as);
    if (init.method === 'POST' && !headers.has('Origin')) headers.set('Origin', site.origin);
    return fetch(`${site.origin}${path}`, { redirect: 'manual', ...init, headers });
  };
  site.post = (path, fields, { as } = {}) => {
    const body =
      fields instanceof FormData
        ? fields
        : new URLSearchParams(
            Object.entries(fields).flatMap(([key, value]) => [value].flat().map((entry) => [key, entry])),
          );
    return site.fetch(path, { method: 'POST', body, ...(as ? { as } : {}) });
  };
  site.signIn = async (actor) => {
    const session = await site.services.sessions.getSession();
    session.set('accountId', actor.accountId);
    const cookie = await site.services.sessions.commitSession(session);
    return cookie.split(';')[0] ?? '';
  };
}

/** A raw request, for hosts, methods and paths that fetch would mend. Resolves with the status. */
export function sendRaw(
  site: TestSite,
  options: { path: string; method?: string; headers?: Record<string, string> },
): Promise<number> {
  const { port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    httpRequest(
      // A connection of its own: what one request leaves half sent must not reach the next.
      {
        agent: false,
        host: '127.0.0.1',
        port,
        method: options.method ?? 'GET',
        path: options.path,
        headers: options.headers ?? {},
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    )
      .once('error', reject)
      .end();
  });
}
