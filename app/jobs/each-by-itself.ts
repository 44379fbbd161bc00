// Work over a list in a job: one row that fails must not keep all those behind it waiting for ever.
import type { Logger } from 'pino';

/** What fails is logged with its id and left for the next time; the others go on. */
export async function eachByItself(
  ids: readonly string[],
  log: Logger,
  work: (id: string) => Promise<unknown>,
): Promise<void> {
  for (const id of ids) {
    try {
      await work(id);
    } catch (error) {
      log.error({ err: error, id }, 'a row failed in a job');
    }
  }
}
