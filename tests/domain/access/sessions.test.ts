// Sessions: how long each role stays signed in, and what ends it at once.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Role } from '#app/domain/access/roles.ts';
import { endSession, findSession, startSession } from '#app/domain/access/sessions.server.ts';
import { createAccount, NOW } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const STAFF: readonly Role[] = ['field_officer', 'programme_officer', 'analyst', 'finance', 'administrator'];

async function signIn(role: Role) {
  const { accountId } = await createAccount(test.db, role);
  const token = await startSession(test.db, { accountId, now: NOW });
  return { accountId, token, at: (ms: number) => findSession(test.db, { token, now: later(ms) }) };
}

describe('staff', () => {
  it.each(STAFF)('%s is signed out after 30 idle minutes', async (role) => {
    const session = await signIn(role);
    expect(await session.at(30 * MINUTE_MS + 1)).toBeNull();
    expect(await session.at(30 * MINUTE_MS)).toEqual({ accountId: session.accountId, signedInAt: NOW.toISOString() });
  });

  it('stay while they work, for twelve hours at most', async () => {
    const session = await signIn('finance');
    for (let minutes = 25; minutes < 720; minutes += 25) expect(await session.at(minutes * MINUTE_MS)).not.toBeNull();
    expect(await session.at(720 * MINUTE_MS)).toBeNull();
  });
});

describe('a maker', () => {
  it('stays signed in on her own phone for 90 days', async () => {
    const session = await signIn('maker');
    expect(await session.at(90 * DAY_MS - 1)).toEqual({ accountId: session.accountId, signedInAt: NOW.toISOString() });
    expect(await session.at(90 * DAY_MS)).toBeNull();
  });
});

describe('a session', () => {
  it('that was ended is over, and only that one', async () => {
    const session = await signIn('maker');
    const other = await startSession(test.db, { accountId: session.accountId, now: NOW });
    await endSession(test.db, session.token);
    expect(await session.at(0)).toBeNull();
    expect(await findSession(test.db, { token: other, now: NOW })).not.toBeNull();
  });

  it('of a disabled account is over at once', async () => {
    const session = await signIn('maker');
    await test.db.account.update({ where: { id: session.accountId }, data: { disabledAt: NOW } });
    expect(await session.at(0)).toBeNull();
  });

  it('is not found under a made-up token, nor under its own hash', async () => {
    const { token } = await signIn('maker');
    const hash = createHash('sha256').update(token).digest('hex');
    for (const guess of ['', 'made-up', hash, `${token}x`])
      expect(await findSession(test.db, { token: guess, now: NOW })).toBeNull();
  });

  it('is stored by the hash of its token only', async () => {
    const { accountId, token } = await signIn('maker');
    const rows = await test.db.session.findMany({ where: { accountId } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
