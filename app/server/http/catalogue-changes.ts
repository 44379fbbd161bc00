// Hears from the database what changed in the catalogue, in this process or another, and forgets the kept pages that show it.
import type { Logger } from 'pino';
import { listen } from '#app/services/database/listen.ts';
import type { PageCache } from './page-cache.ts';

export function listenForChanges(address: string, pages: PageCache, log: Logger): Promise<{ stop(): Promise<void> }> {
  return listen(
    address,
    {
      channel: 'catalogue_changed',
      // The payload names what changed, separated by spaces; none means anything.
      onWord(payload) {
        if (payload === '') pages.clear();
        else for (const tag of payload.split(' ')) pages.forget(tag);
      },
      onLine: (isOpen) => pages.setHearing(isOpen),
    },
    log,
  );
}
