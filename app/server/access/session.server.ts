// Sessions live in the database; the browser holds a signed cookie with a random token whose hash is the row's key.
import { createCookie, createSessionStorage, type SessionStorage } from '@remix-run/node';
import { endSession, findSession, startSession } from '#app/domain/access/sessions.server.ts';
import type { Database } from '#app/domain/database.ts';

export type SessionStore = SessionStorage<SessionData>;

/** `signedInAt` is the database's to say; it is never written from here. */
interface SessionData {
  accountId: string;
  signedInAt: string;
}

const COOKIE_LIFE_SECONDS = 90 * 24 * 3600;

export function createDatabaseSessions(settings: {
  db: Database;
  secret: string;
  isSecure: boolean;
  now: () => Date;
}): SessionStore {
  const { db, now } = settings;
  const cookie = createCookie('keset_session', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: settings.isSecure,
    secrets: [settings.secret],
    maxAge: COOKIE_LIFE_SECONDS,
  });
  return createSessionStorage<SessionData>({
    cookie,
    async createData(data) {
      if (!data.accountId) throw new Error('a session needs an account');
      return startSession(db, { accountId: data.accountId, now: now() });
    },
    async readData(token) {
      return findSession(db, { token, now: now() });
    },
    async updateData() {
      // A session's account never changes: signing in again starts a new one.
    },
    async deleteData(token) {
      await endSession(db, token);
    },
  });
}
