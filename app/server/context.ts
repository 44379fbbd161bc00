// What the server hands to every loader and action: the handle, the services, the clock, and this request's identity.

import type { Logger } from 'pino';
import type { Sealer } from '#app/domain/access/sealer.ts';
import type { Database } from '#app/domain/database.ts';
import type { ReportReader } from '#app/domain/messages/message-reports.ts';
import type { MessageSender } from '#app/domain/messages/message-sender.ts';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import type { Environment } from '#app/services/environment.ts';
import type { MediaStore } from '#app/services/media/media-store.ts';
import type { PrivatePictures } from '#app/services/media/private-pictures.ts';
import type { SessionStore } from './access/session.server.ts';
import type { PageTag } from './http/page-cache.ts';

/** Built once per process. */
export interface Services {
  readonly db: Database;
  readonly environment: Environment;
  readonly sealer: Sealer;
  readonly media: MediaStore;
  readonly privatePictures: PrivatePictures;
  /** Null where no key is given: card is then not offered. */
  readonly cardGateway: CardGateway | null;
  readonly sender: MessageSender;
  /** Null where no account is given: nobody reports then. */
  readonly messageReports: ReportReader | null;
  readonly sessions: SessionStore;
  readonly log: Logger;
  readonly now: () => Date;
}

export interface RequestContext extends Services {
  readonly requestId: string;
  readonly clientAddress: string;
  /** What this page shows: a change of it makes a kept copy of the page stale. */
  readonly shown: Set<PageTag>;
  /** Hears of what Remix caught and answered with its error page. */
  readonly fail: (error: unknown) => void;
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}
