// Hears from the database what changed in the catalogue, in this process or another, and says so. Reconnects by itself.
import pg from 'pg';
import type { Logger } from 'pino';

const RETRY_MS = 500;

/** What is kept in memory and must not outlive a change. */
export interface ChangeHearer {
  /** `tag` names what changed. */
  forget(tag: string): void;
  /** Everything may have changed. */
  clear(): void;
  /** False: changes go by unheard from now on. */
  setHearing(isHearing: boolean): void;
}

/** Resolves once the line is open; rejects when the database cannot be reached at first. */
export async function listenForChanges(
  address: string,
  hearers: readonly ChangeHearer[],
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = null;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: address, keepAlive: true });
    // The payload names what changed, separated by spaces; none means anything.
    next.on('notification', ({ payload }) => {
      for (const hearer of hearers)
        if (payload) for (const tag of payload.split(' ')) hearer.forget(tag);
        else hearer.clear();
    });
    next.on('error', (error) => {
      log.warn({ err: error }, 'lost the channel of catalogue changes');
      if (client !== next) return;
      client = null;
      for (const hearer of hearers) hearer.setHearing(false);
      retryLater();
    });
    await next.connect();
    await next.query('listen catalogue_changed');
    client = next;
    for (const hearer of hearers) hearer.setHearing(true);
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
