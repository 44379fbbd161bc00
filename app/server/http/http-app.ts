// The web server: kept pages first, then shield, headers, health, static files, pictures, and Remix.
import type { RequestListener } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import express, {
  type ErrorRequestHandler,
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type RequestHandler,
} from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { RequestContext, Services } from '#app/server/context.ts';
import type { ChangeHearer } from './catalogue-changes.ts';
import { createHiddenPictures, guardPictures } from './hidden-pictures.ts';
import { MOST_AT_ONCE, shedLoad } from './load-shedding.ts';
import { addMachineRoutes } from './machine-routes.ts';
import { methodGuard } from './method-guard.ts';
import { PageCache } from './page-cache.ts';
import { handleByRoute } from './route-addresses.ts';
import { securityHeaders } from './security-headers.ts';
import { sendKept, sendShared } from './shared-pages.ts';
import { clientAddressOf, shield } from './shield.ts';
import { staticFiles } from './static-files.ts';
import { watchAnswers } from './watch-answers.ts';
import { sendWebResponse, toWebRequest } from './web-exchange.ts';

export interface HttpApp {
  /** Listener of `request` events. */
  readonly handle: RequestListener;
  readonly pages: PageCache;
  /** What is kept in memory, to be told of changes. */
  readonly hearers: readonly ChangeHearer[];
}

export async function createHttpApp(settings: {
  services: Services;
  build: ServerBuild;
  clientDirectory: string;
  /** Requests in work at the same moment; more are told to come back. */
  mostAtOnce?: number;
}): Promise<HttpApp> {
  const { services } = settings;
  const { environment } = services;
  const rules = { origin: environment.origin, trustedProxy: environment.TRUSTED_PROXY };
  const pages = new PageCache();
  const hidden = createHiddenPictures(services);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const watch = watchAnswers(registry, environment.LOG_LEVEL);
  const app = express().disable('x-powered-by').set('query parser', 'simple').set('etag', false);

  app.use((request, response, next) => {
    response.setHeader('X-Request-Id', request.id);
    next();
  });
  app.use(securityHeaders(environment.origin, environment.CLOUDINARY_URL !== undefined));
  addMachineRoutes(app, services, registry);
  app.use(shedLoad(settings.mostAtOnce ?? MOST_AT_ONCE));
  app.use(shield(rules));
  app.use(await staticFiles(settings.clientDirectory));
  app.use(guardPictures(services, hidden));
  app.use(services.media.serve());
  app.use(methodGuard(settings.build, services.log));
  app.use(remixPages(settings.build, services, pages));
  app.use(lastResort(services));
  return {
    pages,
    hearers: [pages, hidden],
    handle(request, response) {
      watch(request, response);
      let isSent = false;
      try {
        isSent = sendKept(pages, request, response, rules);
      } catch (error) {
        services.log.error({ err: error, requestId: request.id }, 'the short way failed');
      }
      if (!isSent) app(request, response);
    },
  };
}

function remixPages(build: ServerBuild, services: Services, pages: PageCache): RequestHandler {
  const { environment } = services;
  const mode = environment.NODE_ENV === 'test' ? 'production' : environment.NODE_ENV;
  const handle = handleByRoute(build, mode);
  return caught(async (request, response) => {
    const clientAddress = clientAddressOf(request, environment.TRUSTED_PROXY);
    let failure: unknown;
    const answer = await sendShared(pages, request, response, (shown) => {
      const fail = (error: unknown) => {
        failure ??= isBusy(error) ? error : undefined;
      };
      const context: RequestContext = { ...services, requestId: request.id, clientAddress, shown, fail };
      return handle(toWebRequest(request, environment.origin), { ...context });
    });
    // Remix knows no 503: whoever met a busy database is told to come back, not that we are broken.
    if (answer && failure && answer.status === 500) throw failure;
    if (answer) await sendWebResponse(answer, response, request.headers['accept-encoding']);
  });
}

/** Express 4 does not hear of a rejected promise: without this, the visitor would wait for nothing. */
function caught(handle: (request: ExpressRequest, response: ExpressResponse) => Promise<void>): RequestHandler {
  return (request, response, next) => void handle(request, response).catch(next);
}

/** The only place where a bug of ours meets a visitor: a plain sentence, the number of the request, nothing else. */
function lastResort({ log }: Services): ErrorRequestHandler {
  return (error, request, response, _next) => {
    if (error instanceof Response)
      return void response.status(error.status).type('text/plain').send(`${error.status}\n`);
    log.error({ err: error, requestId: request.id }, 'request failed');
    if (response.headersSent) return void response.destroy();
    response
      .status(isBusy(error) ? 503 : 500)
      .set(isBusy(error) ? { 'Retry-After': '5' } : {})
      .type('text/plain; charset=utf-8')
      .send(`Maaf, ada gangguan di pihak kami. Silakan coba lagi sebentar. (${request.id})\n`);
  };
}

const BUSY_CODES = new Set(['P2024', 'P2028', 'P1001', 'P1008', 'P1017']);

/** No connection or transaction in time: Prisma's codes, or the words of the pool of `pg`, which has none. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return BUSY_CODES.has(code) || error.message.includes('timeout exceeded when trying to connect');
}
