// Signed-in browsers: how long they last, by role, and how they are looked up.

import type { Database, Reader } from '../database.ts';
import { DAY_MS, HOUR_MS } from '../dates.ts';
import { hashToken, newToken } from '../ids.ts';
import { isRole, type Role } from './roles.ts';

/** Staff: 30 minutes idle, 12 hours at most. A maker's own phone: 90 days. */
const IDLE_MS = { staff: HOUR_MS / 2, maker: 90 * DAY_MS } as const;
const LIFE_MS = { staff: 12 * HOUR_MS, maker: 90 * DAY_MS } as const;
/** The idle clock is written at most once a minute. */
const TOUCH_MS = 60_000;

function limitsOf(role: string): 'staff' | 'maker' {
  return role === 'maker' ? 'maker' : 'staff';
}

/** Returns the token for the cookie; only its hash is stored. */
export async function startSession(db: Database, input: { accountId: string; now: Date }): Promise<string> {
  const account = await db.account.findUniqueOrThrow({ where: { id: input.accountId }, select: { role: true } });
  const token = newToken();
  await db.session.create({
    data: {
      tokenHash: hashToken(token),
      accountId: input.accountId,
      createdAt: input.now,
      lastSeenAt: input.now,
      expiresAt: new Date(input.now.getTime() + LIFE_MS[limitsOf(account.role)]),
    },
  });
  return token;
}

/** Null when the session is unknown, over, idle too long, or its account was disabled. `signedInAt` is ISO 8601. */
export async function findSession(db: Database, input: { token: string; now: Date }) {
  const tokenHash = hashToken(input.token);
  const session = await db.session.findUnique({ where: { tokenHash }, include: { account: true } });
  if (!session || session.expiresAt <= input.now || session.account.disabledAt) return null;
  const idleMs = input.now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > IDLE_MS[limitsOf(session.account.role)]) return null;
  if (idleMs > TOUCH_MS) await db.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: input.now } });
  return { accountId: session.accountId, signedInAt: session.createdAt.toISOString() };
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: hashToken(token) } });
}

export async function findAccount(db: Reader, accountId: string) {
  const account = await db.account.findUnique({ where: { id: accountId } });
  if (!account || account.disabledAt || !isRole(account.role)) return null;
  return { ...account, role: account.role as Role };
}
