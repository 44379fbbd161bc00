// Everything that runs behind the port: database, migrations, demonstration data, jobs, the card simulator, the web server.
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { startJobs } from '#app/jobs/start-jobs.ts';
import { openCardGateway } from '#app/server/card-gateway.ts';
import { listenForChanges } from '#app/server/http/catalogue-changes.ts';
import { createHttpApp } from '#app/server/http/http-app.ts';
import { createServices } from '#app/server/services.ts';
import { startEmbeddedDatabase } from '#app/services/database/embedded.ts';
import { migrateDatabase } from '#app/services/database/migrate.ts';
import type { Environment } from '#app/services/environment.ts';
import { fillCity } from './fill-city.ts';
import { ROOT } from './prepare.ts';

const DRAIN_MS = 5_000;

export async function runSite(settings: { environment: Environment; server: Server; say: (line: string) => void }) {
  const { environment, server, say } = settings;
  const embedded = environment.DATABASE_URL
    ? null
    : await startEmbeddedDatabase({ directory: join(environment.dataDirectory, 'postgres'), isDurable: true });
  const databaseAddress = environment.DATABASE_URL ?? embedded?.address ?? '';
  await migrateDatabase(databaseAddress, join(ROOT, 'prisma/migrations'));
  if (environment.isDemonstration) await fillCity({ environment, databaseAddress, say });
  const card = await openCardGateway(environment);
  const services = createServices(environment, { databaseAddress, cardGateway: card?.gateway ?? null });
  const build = (await import(join(ROOT, 'build/server/index.js'))) as ServerBuild;
  const app = await createHttpApp({ services, build, clientDirectory: join(ROOT, 'build/client') });
  const changes = await listenForChanges(databaseAddress, app.hearers, services.log);
  const jobs = environment.RUN_JOBS ? await startJobs(services, databaseAddress) : null;
  server.removeAllListeners('request');
  server.on('request', app.handle);
  return {
    async stop() {
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      if (server.listening) await once(server, 'close');
      clearTimeout(cut);
      await jobs?.stop();
      await changes.stop();
      await card?.stop();
      await services.db.$disconnect();
      await embedded?.stop();
    },
  };
}
