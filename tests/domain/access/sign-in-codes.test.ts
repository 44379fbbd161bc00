// One-time codes: five minutes, five tries, one a minute, five a day, once; and nobody learns who is known here.
import { beforeEach, describe, expect, it } from 'vitest';
import { type CodeAsker, checkSignInCode, requestSignInCode } from '#app/domain/access/sign-in-codes.server.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { createAccount, NOW, sealer } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const UNKNOWN = '+6281111111111';
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const HOME: CodeAsker = 'network:home';
const request = (phone: string, now = NOW, askedBy: CodeAsker = HOME) =>
  requestSignInCode(test.db, { input: { phone, askedBy }, now, sealer });
const check = (phone: string, code: string, now = NOW, askedBy: CodeAsker = HOME) =>
  checkSignInCode(test.db, { input: { phone, askedBy, code }, now, sealer });
const WRONG = { ok: false, code: 'wrongCode', field: 'kode' };

let phone: string;
let accountId: string;
beforeEach(async () => {
  const actor = await createAccount(test.db, 'maker');
  accountId = actor.accountId;
  phone = (await test.db.account.findUniqueOrThrow({ where: { id: accountId } })).phone;
});

/** The code in the newest message to this phone: it is nowhere else. */
async function codeSentTo(to: string): Promise<string> {
  const message = await test.db.message.findFirstOrThrow({ where: { phone: to }, orderBy: { createdAt: 'desc' } });
  const content = openMessage(sealer, message);
  if (content.kind !== 'signInCode') throw new Error(`a message of kind ${content.kind}`);
  return content.code;
}

const not = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a right code', () => {
  it('signs in, once', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    expect(code).toMatch(/^\d{6}$/);
    expect(await check(phone, code)).toEqual({ ok: true, value: { accountId } });
    expect(await check(phone, code)).toMatchObject(WRONG);
  });

  it('signs in one of two who send it at the same instant', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    const answers = await Promise.all([check(phone, code), check(phone, code), check(phone, code)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('lives five minutes', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    expect(await check(phone, code, later(300))).toMatchObject(WRONG);
    expect(await check(phone, code, later(299))).toMatchObject({ ok: true });
  });

  it('belongs to its phone', async () => {
    const other = await createAccount(test.db, 'maker');
    const { phone: otherPhone } = await test.db.account.findUniqueOrThrow({ where: { id: other.accountId } });
    await request(phone);
    await request(otherPhone);
    expect(await check(otherPhone, await codeSentTo(phone))).toMatchObject(WRONG);
  });

  it('replaces the one before, also after it was used', async () => {
    await request(phone);
    const first = await codeSentTo(phone);
    await request(phone, later(61));
    const second = await codeSentTo(phone);
    expect(await check(phone, first, later(62))).toMatchObject(WRONG);
    expect(await check(phone, second, later(63))).toMatchObject({ ok: true });
    expect(await check(phone, first, later(64))).toMatchObject(WRONG);
  });
});

describe('guessing', () => {
  it('has five tries: the sixth is refused even when it is right', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    for (let tries = 0; tries < 5; tries++) expect(await check(phone, not(code))).toMatchObject(WRONG);
    expect(await check(phone, code)).toMatchObject(WRONG);
  });

  it('may be right at the fifth', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    for (let tries = 0; tries < 4; tries++) await check(phone, not(code));
    expect(await check(phone, code)).toMatchObject({ ok: true });
  });

  it('has five tries in all when they come at once', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    await Promise.all(Array.from({ length: 20 }, () => check(phone, not(code))));
    const row = await test.db.signInCode.findFirstOrThrow({ where: { phone } });
    expect(row.triesLeft).toBe(0);
  });
});

describe('asking', () => {
  it('is answered once a minute', async () => {
    expect(await request(phone)).toMatchObject({ ok: true });
    expect(await request(phone, later(59))).toMatchObject({ ok: false, code: 'tooSoon' });
    expect(await request(phone, later(60))).toMatchObject({ ok: true });
  });

  it('is answered once when ten ask at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => request(phone)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await test.db.message.count({ where: { phone } })).toBe(1);
  });

  it('is answered five times a day', async () => {
    for (let count = 0; count < 5; count++)
      expect(await request(phone, later(count * 120))).toMatchObject({ ok: true });
    expect(await request(phone, later(3600))).toMatchObject({ ok: false, code: 'tooMany' });
    expect(await request(phone, later(86_400))).toMatchObject({ ok: true });
  });
});

describe('a stranger who asks for her phone', () => {
  it('spends his own share: she asks at the same minute, and all day', async () => {
    for (let count = 0; count < 5; count++) await request(phone, later(count * 60), 'network:stranger');
    expect(await request(phone, later(300), 'network:stranger')).toMatchObject({ code: 'tooMany' });
    expect(await request(phone, later(300))).toMatchObject({ ok: true });
  });

  it('neither replaces her code nor uses up its tries', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    await request(phone, later(5), 'network:stranger');
    for (let tries = 0; tries < 6; tries++) await check(phone, not(code), later(6), 'network:stranger');
    expect(await check(phone, code, later(7), 'network:stranger')).toMatchObject(WRONG);
    expect(await check(phone, code, later(8))).toEqual({ ok: true, value: { accountId } });
  });

  it('has twenty a day from all networks together; a device that she signed in with is not among them', async () => {
    for (let count = 0; count < 20; count++)
      expect(await request(phone, later(count), `network:${count}`)).toMatchObject({ ok: true });
    expect(await request(phone, later(60), 'network:another')).toMatchObject({ code: 'tooMany' });
    for (let count = 0; count < 5; count++)
      expect(await request(phone, later(60 * count), 'device:hers')).toMatchObject({ ok: true });
    expect(await request(phone, later(600), 'device:hers')).toMatchObject({ code: 'tooMany' });
  });
});

describe('a phone we do not know', () => {
  it('gets the same answers, and no message', async () => {
    expect(await request(UNKNOWN)).toEqual(await request(phone));
    expect(await request(UNKNOWN, later(30))).toEqual(await request(phone, later(30)));
    expect(await check(UNKNOWN, '123456')).toEqual(await check(phone, not(await codeSentTo(phone))));
    expect(await test.db.message.count({ where: { phone: UNKNOWN } })).toBe(0);
  });
});

describe('a disabled account', () => {
  it('gets no code, and a code sent before no longer opens', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    await test.db.account.update({ where: { id: accountId }, data: { disabledAt: NOW } });
    expect(await check(phone, code)).toMatchObject(WRONG);
    expect(await request(phone, later(120))).toMatchObject({ ok: true });
    expect(await test.db.message.count({ where: { phone } })).toBe(1);
  });
});

describe('what is stored', () => {
  it('is a keyed hash, never the code', async () => {
    await request(phone);
    const code = await codeSentTo(phone);
    const row = await test.db.signInCode.findFirstOrThrow({ where: { phone } });
    expect(row.codeHash).toBe(sealer.fingerprint('sign-in-code', `${phone}:${code}`));
    const { bodySealed } = await test.db.message.findFirstOrThrow({ where: { phone } });
    expect(JSON.stringify({ row: { ...row, phone: '', id: '' }, bodySealed })).not.toContain(code);
  });
});
