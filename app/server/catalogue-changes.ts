// Hears from the database that the catalogue changed, in this process or another, and says so. Reconnects by itself.

import pg from 'pg';
import type { Logger } from 'pino';

const RETRY_MS = 1_000;

export async function listenForChanges(
  address: string,
  onChange: () => void,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = null;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: address });
    next.on('notification', onChange);
    next.on('error', (error) => {
      log.warn({ err: error }, 'lost the channel of catalogue changes');
      client = null;
      // What changed while nobody listened is unknown: forget everything now and again once the line is back.
      onChange();
      if (!isStopped) retry = setTimeout(() => void reconnect(), RETRY_MS);
    });
    await next.connect();
    await next.query('listen catalogue_changed');
    client = next;
    onChange();
  }

  async function reconnect(): Promise<void> {
    await connect().catch(() => {
      if (!isStopped) retry = setTimeout(() => void reconnect(), RETRY_MS);
    });
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
