// Hears from the database what changed in the catalogue, in this process or another, and tells what is kept in memory.
import type { Logger } from 'pino';
import { listen } from '#app/services/database/listen.ts';

/** What is kept in memory and must not outlive a change. */
export interface ChangeHearer {
  /** `tag` names what changed. */
  forget(tag: string): void;
  /** Everything may have changed. */
  clear(): void;
  /** False: changes go by unheard from now on. */
  setHearing(isHearing: boolean): void;
}

export function listenForChanges(
  address: string,
  hearers: readonly ChangeHearer[],
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  return listen(
    address,
    {
      channel: 'catalogue_changed',
      // The payload names what changed, separated by spaces; none means anything.
      onWord(payload) {
        for (const hearer of hearers)
          if (payload === '') hearer.clear();
          else for (const tag of payload.split(' ')) hearer.forget(tag);
      },
      onLine(isOpen) {
        for (const hearer of hearers) hearer.setHearing(isOpen);
      },
    },
    log,
  );
}
