// Builds everything a process needs from its settings, once.
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { ReportReader } from '#app/domain/messages/message-reports.ts';
import type { MessageSender } from '#app/domain/messages/message-sender.ts';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import { createSealer } from '#app/services/crypto/aes-sealer.ts';
import { connectDatabase } from '#app/services/database/connect.ts';
import type { Environment } from '#app/services/environment.ts';
import { createCloudinaryMedia } from '#app/services/media/cloudinary-media.ts';
import { createLocalMedia } from '#app/services/media/local-media.ts';
import type { MediaStore } from '#app/services/media/media-store.ts';
import { createPrivatePictures } from '#app/services/media/private-pictures.ts';
import { outboxSender } from '#app/services/messages/outbox-sender.ts';
import { createWhatsAppReports } from '#app/services/messages/whatsapp-reports.ts';
import { createWhatsAppSender } from '#app/services/messages/whatsapp-sender.ts';
import { createDatabaseSessions } from './access/session.server.ts';
import type { Services } from './context.ts';

export function createLog(environment: Environment): Logger {
  return pino({
    level: environment.LOG_LEVEL,
    base: null,
    redact: {
      paths: ['req.headers', 'res.headers', '*.phone', '*.nik', '*.address', '*.token', '*.body'],
      remove: true,
    },
  });
}

export function createServices(
  environment: Environment,
  given: { databaseAddress: string; cardGateway: CardGateway | null; now?: () => Date },
): Services {
  const now = given.now ?? (() => new Date());
  const db = connectDatabase(given.databaseAddress, environment.DATABASE_POOL);
  return {
    db,
    environment,
    sealer: createSealer({
      sealKey: environment.SEAL_KEY,
      oldSealKey: environment.SEAL_KEY_OLD,
      fingerprintKey: environment.FINGERPRINT_KEY,
    }),
    media: createMedia(environment),
    // The folder keeps its first name: that is where pictures of living sites and of their backups lie.
    privatePictures: createPrivatePictures(join(environment.dataDirectory, 'proofs')),
    cardGateway: given.cardGateway,
    sender: createSender(environment),
    messageReports: createReports(environment),
    sessions: createDatabaseSessions({
      db,
      secret: environment.SESSION_SECRET,
      isSecure: environment.origin.startsWith('https:'),
      now,
    }),
    log: createLog(environment),
    now,
  };
}

/** To real phones where an account is given, else to the outbox. */
function createSender({
  WHATSAPP_TOKEN: token,
  WHATSAPP_PHONE_ID: phoneId,
  WHATSAPP_API_ADDRESS,
}: Environment): MessageSender {
  return token && phoneId ? createWhatsAppSender({ apiAddress: WHATSAPP_API_ADDRESS, token, phoneId }) : outboxSender;
}

function createReports({
  WHATSAPP_APP_SECRET: appSecret,
  WHATSAPP_VERIFY_TOKEN: verifyToken,
}: Environment): ReportReader | null {
  return appSecret && verifyToken ? createWhatsAppReports({ appSecret, verifyToken }) : null;
}

/** Files beside the database, or Cloudinary where an account is given. */
function createMedia(environment: Environment): MediaStore {
  if (environment.CLOUDINARY_URL === undefined) {
    const directory = join(environment.dataDirectory, 'media');
    return createLocalMedia({ directory, secret: environment.SESSION_SECRET });
  }
  return createCloudinaryMedia({
    account: environment.CLOUDINARY_URL,
    apiAddress: environment.CLOUDINARY_API_ADDRESS,
  });
}
