// Hears what the database says on one channel (LISTEN), whichever process caused it. Reconnects by itself.
import pg from 'pg';
import type { Logger } from 'pino';

const RETRY_MS = 500;

export interface Listening {
  readonly channel: string;
  /** The payload, or '' when there was none. */
  readonly onWord: (payload: string) => void;
  /** The line is open (true) or lost (false): what was said meanwhile is not heard. */
  readonly onLine?: (isOpen: boolean) => void;
}

/** Resolves once the line is open; rejects when the database cannot be reached at first. */
export async function listen(
  address: string,
  { channel, onWord, onLine = () => {} }: Listening,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = null;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: address, keepAlive: true });
    next.on('notification', ({ payload }) => onWord(payload ?? ''));
    next.on('error', (error) => {
      log.warn({ err: error, channel }, 'lost a channel of the database');
      if (client !== next) return;
      client = null;
      onLine(false);
      retryLater();
    });
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
    onLine(true);
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
