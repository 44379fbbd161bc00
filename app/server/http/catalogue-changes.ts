// Hears from the database what changed in the catalogue, in this process or another, and says so. Reconnects by itself.
import pg from 'pg';
import type { Logger } from 'pino';
import type { PageCache } from './page-cache.ts';

const RETRY_MS = 500;

/** Resolves once the line is open; rejects when the database cannot be reached at first. */
export async function listenForChanges(
  address: string,
  pages: PageCache,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = null;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: address, keepAlive: true });
    // The payload names what changed, separated by spaces; none means anything.
    next.on('notification', ({ payload }) => {
      if (payload) for (const tag of payload.split(' ')) pages.forget(tag);
      else pages.clear();
    });
    next.on('error', (error) => {
      log.warn({ err: error }, 'lost the channel of catalogue changes');
      if (client !== next) return;
      client = null;
      pages.setHearing(false);
      retryLater();
    });
    await next.connect();
    await next.query('listen catalogue_changed');
    client = next;
    pages.setHearing(true);
  }

  function retryLater(): void {
    if (!isStopped) retry = setTimeout(() => void connect().catch(retryLater), RETRY_MS);
  }

  await connect();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
