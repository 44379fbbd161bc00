// The web server: shield, headers, health, static files, pictures, shared pages, then Remix.
import { randomUUID } from 'node:crypto';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type RequestHandler,
} from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { RequestContext, Services } from './context.ts';
import { methodGuard } from './method-guard.ts';
import { type CachedAnswer, PageCache, pageKey } from './page-cache.ts';
import { clientAddressOf, shield } from './shield.ts';
import { staticFiles } from './static-files.ts';
import { sendWebResponse, toWebRequest } from './web-exchange.ts';

export interface HttpApp {
  readonly express: Express;
  readonly pages: PageCache;
}

export async function createHttpApp(settings: {
  services: Services;
  build: ServerBuild;
  clientDirectory: string;
}): Promise<HttpApp> {
  const { services } = settings;
  const { environment, log } = services;
  const app = express().disable('x-powered-by').set('query parser', 'simple').set('etag', false);
  const pages = new PageCache();
  const handle = createRequestHandler(
    settings.build,
    environment.NODE_ENV === 'test' ? 'production' : environment.NODE_ENV,
  );

  app.use((request, response, next) => {
    request.id = randomUUID();
    response.setHeader('X-Request-Id', String(request.id));
    next();
  });
  app.use(securityHeaders(environment.origin, environment.CLOUDINARY_URL !== undefined));
  addMachineRoutes(app, services);
  app.use(shield({ origin: environment.origin, trustedProxy: environment.TRUSTED_PROXY }));
  app.use(await staticFiles(settings.clientDirectory));
  app.use(services.media.serve());
  app.use(
    pinoHttp({
      logger: log,
      genReqId: (request) => String((request as ExpressRequest).id),
      serializers: { req: logRequest },
    }),
  );
  app.use(methodGuard(settings.build, log));
  app.use(
    caught(async (request, response) => {
      const url = new URL(request.originalUrl, environment.origin);
      const context: RequestContext = {
        ...services,
        requestId: String(request.id),
        clientAddress: clientAddressOf(request, environment.TRUSTED_PROXY),
      };
      const render = () => handle(toWebRequest(request, environment.origin), { ...context });
      const key = pageKey(request.method, url, request.headers.cookie ?? '');
      const answer = key === null ? await render() : await readPage(pages, key, request, render);
      if (answer instanceof Response) await sendWebResponse(answer, response, request.headers['accept-encoding']);
      else sendCached(answer, response);
    }),
  );
  app.use(lastResort(services));
  return { express: app, pages };
}

/** Express 4 does not hear of a rejected promise: without this, the visitor would wait for nothing. */
function caught(handle: (request: ExpressRequest, response: ExpressResponse) => Promise<void>): RequestHandler {
  return (request, response, next) => void handle(request, response).catch(next);
}

async function readPage(pages: PageCache, key: string, request: ExpressRequest, render: () => Promise<Response>) {
  const wanted = {
    accept: request.headers['accept-encoding'],
    ifNoneMatch: request.headers['if-none-match'],
    at: Date.now(),
  };
  return pages.find(key, wanted) ?? (await pages.fill(key, wanted, render));
}

function sendCached(answer: CachedAnswer, response: ExpressResponse): void {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

/** Nothing of class S2 or S3 is logged: no query, no token of a link. */
function logRequest(request: { id: unknown; method: string; url: string }) {
  const path = request.url.split('?')[0]?.replace(/^\/(pesanan|tanya|unggah)\/[^/]+/, '/$1/…');
  return { id: request.id, method: request.method, path };
}

function securityHeaders(origin: string, usesCloudinary: boolean) {
  const pictures = usesCloudinary ? ['https://res.cloudinary.com'] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...pictures],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'", ...(usesCloudinary ? ['https://api.cloudinary.com'] : [])],
        fontSrc: ["'none'"],
        manifestSrc: ["'self'"],
        // Checkout leaves for Stripe's page by a redirect after a form.
        formAction: [
          "'self'",
          'https://checkout.stripe.com',
          ...(origin.startsWith('http://localhost') ? ['http://127.0.0.1:*', 'http://localhost:*'] : []),
        ],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: origin.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}

function addMachineRoutes(app: Express, { db, environment }: Services): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Answers by status class',
    labelNames: ['status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer',
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  app.use((_, response, next) => {
    const stop = seconds.startTimer();
    response.once('finish', () => {
      stop();
      requests.inc({ status: `${Math.floor(response.statusCode / 100)}xx` });
    });
    next();
  });
  app.get('/healthz', (_, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_, response) => {
    const isReady = await db.$queryRaw`select 1`.then(
      () => true,
      () => false,
    );
    response.status(isReady ? 200 : 503).json({ database: isReady });
  });
  app.get(
    '/metrics',
    caught(async (request, response) => {
      const isLocal =
        /^(::1|::ffff:127\.|127\.)/.test(request.socket.remoteAddress ?? '') && !environment.TRUSTED_PROXY;
      const hasToken =
        environment.METRICS_TOKEN !== undefined &&
        request.headers.authorization === `Bearer ${environment.METRICS_TOKEN}`;
      if (!isLocal && !hasToken) return void response.status(404).end();
      response.type(registry.contentType).send(await registry.metrics());
    }),
  );
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

/** Prisma could not get a connection or a transaction in time: P2024, P2028. */
export function isBusy(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    ['P2024', 'P2028', 'P1001', 'P1017'].includes(String(error.code))
  );
}
