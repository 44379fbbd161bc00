// For machines that watch this one: alive, ready, figures.
import type { Express } from 'express';
import type { Registry } from 'prom-client';
import type { Services } from '#app/server/context.ts';

export function addMachineRoutes(app: Express, { db, environment }: Services, registry: Registry): void {
  app.get('/healthz', (_, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_, response) => {
    const isReady = await db.$queryRaw`select 1`.then(
      () => true,
      () => false,
    );
    response.status(isReady ? 200 : 503).json({ database: isReady });
  });
  app.get('/metrics', (request, response, next) => {
    const isLocal = /^(::1|::ffff:127\.|127\.)/.test(request.socket.remoteAddress ?? '') && !environment.TRUSTED_PROXY;
    const hasToken =
      environment.METRICS_TOKEN !== undefined &&
      request.headers.authorization === `Bearer ${environment.METRICS_TOKEN}`;
    if (!isLocal && !hasToken) return void response.status(404).end();
    registry.metrics().then((text) => void response.type(registry.contentType).send(text), next);
  });
}
