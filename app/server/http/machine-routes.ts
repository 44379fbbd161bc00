// For machines that watch this one: alive, ready, figures.
import type { Express } from 'express';
import { Gauge, type Registry } from 'prom-client';
import { DAY_MS } from '#app/domain/dates.ts';
import { countFailedMessages } from '#app/domain/messages/message-queries.server.ts';
import type { Services } from '#app/server/context.ts';

export function addMachineRoutes(app: Express, services: Services, registry: Registry): void {
  const { db, environment } = services;
  showFailedMessages(services, registry);
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

/** Read when it is asked for: it also counts what other processes sent. While the database is away, the other figures go on. */
function showFailedMessages({ db, now, log }: Services, registry: Registry): void {
  new Gauge({
    name: 'messages_failed_last_day',
    help: 'Messages of the last 24 hours that reached no phone',
    labelNames: ['kind', 'reason'],
    registers: [registry],
    async collect() {
      this.reset();
      try {
        const failed = await countFailedMessages(db, new Date(now().getTime() - DAY_MS));
        for (const { kind, reason, count } of failed) this.set({ kind, reason }, count);
      } catch (error) {
        log.warn({ err: error }, 'failed messages could not be counted');
      }
    },
  });
}
