// Signing in over HTTP: the phone number goes from one step to the next in a sealed cookie, never in an address.
import { beforeEach, describe, expect, it } from 'vitest';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { createMaker, NOW } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const MINUTE = 60_000;
let phone: string;
beforeEach(async () => {
  site.now = NOW;
  const { actor } = await createMaker(site.db);
  phone = (await site.db.account.findUniqueOrThrow({ where: { id: actor.accountId } })).phone;
});

async function askCode(next = '') {
  const answer = await site.post('/masuk', { telepon: phone.replace('+62', '0'), lanjut: next });
  return { answer, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

async function codeSent(): Promise<string> {
  const row = await site.db.message.findFirstOrThrow({ where: { phone, kind: 'signInCode' } });
  const content = openMessage(site.services.sealer, row);
  return content.kind === 'signInCode' ? content.code : '';
}

describe('the number between the two steps', () => {
  it('is in a sealed cookie that scripts cannot read, and in no address', async () => {
    const { answer, cookie } = await askCode('/usaha/uang');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/masuk/kode?lanjut=%2Fusaha%2Fuang');
    const written = answer.headers.getSetCookie()[0] ?? '';
    expect(written).toMatch(/; HttpOnly; SameSite=Lax; Path=\/masuk; Max-Age=600$/);
    for (const form of [phone, phone.slice(3), Buffer.from(phone).toString('base64url').slice(0, 12)])
      expect(decodeURIComponent(written)).not.toContain(form);
    const page = await (await site.fetch('/masuk/kode', { as: cookie })).text();
    expect(page).toContain(phone);
    expect(page).not.toContain('name="telepon"');
  });

  it('brings her in with the right code, to where she was going, and is then forgotten', async () => {
    const { cookie } = await askCode();
    const answer = await site.post('/masuk/kode', { kode: await codeSent(), lanjut: '/usaha/uang' }, { as: cookie });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/usaha/uang');
    const cookies = answer.headers.getSetCookie();
    expect(cookies.some((written) => written.startsWith('keset_session='))).toBe(true);
    expect(cookies.some((written) => /^masuk_nomor=;.*Max-Age=0/.test(written))).toBe(true);
  });

  it.each([
    ['missing', () => ''],
    ['altered', (cookie: string) => `${cookie.slice(0, -4)}AAAA`],
    ['written by somebody else', () => `masuk_nomor=${'x'.repeat(40)}`],
    ['moved from another place', () => `masuk_nomor=${site.services.sealer.seal('person.address', 'x', phone)}`],
  ])('%s leads back to the first step', async (_, change) => {
    const { cookie } = await askCode();
    const as = change(cookie);
    for (const answer of [
      await site.fetch('/masuk/kode', { as }),
      await site.post('/masuk/kode', { kode: await codeSent() }, { as }),
      await site.post('/masuk/kode', { kode: await codeSent(), telepon: phone }, { as }),
    ])
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/masuk']);
  });

  it('is over after ten minutes, whatever the browser keeps', async () => {
    const { cookie } = await askCode();
    site.now = new Date(NOW.getTime() + 9 * MINUTE);
    expect((await site.fetch('/masuk/kode', { as: cookie })).status).toBe(200);
    site.now = new Date(NOW.getTime() + 10 * MINUTE);
    expect((await site.fetch('/masuk/kode', { as: cookie })).headers.get('Location')).toBe('/masuk');
  });

  it('in the address means nothing', async () => {
    const answer = await site.fetch(`/masuk/kode?telepon=${encodeURIComponent(phone)}`);
    expect(answer.headers.get('Location')).toBe('/masuk');
  });
});

describe('a device that she has signed in with', () => {
  const MAX_AGE = 400 * 86_400;

  it('has codes of its own when strangers have used up all others; on another phone it is a stranger too', async () => {
    const { cookie } = await askCode();
    const answer = await site.post('/masuk/kode', { kode: await codeSent() }, { as: cookie });
    const written = answer.headers.getSetCookie().find((one) => one.startsWith('masuk_kenal=')) ?? '';
    expect(written).toContain(`HttpOnly; SameSite=Lax; Path=/masuk; Max-Age=${MAX_AGE}`);
    expect(decodeURIComponent(written)).not.toContain(phone.slice(3));
    site.now = new Date(NOW.getTime() + 2 * MINUTE);
    const codes = Array.from({ length: 20 }, (_, index) => ({
      ...{ phone, askedBy: `network:${index}`, codeHash: '', triesLeft: 0, createdAt: site.now, expiresAt: site.now },
    }));
    await site.db.signInCode.createMany({ data: codes });
    const ask = (telepon: string, as?: string) => site.post('/masuk', { telepon }, as ? { as } : {});
    const device = written.split(';')[0] ?? '';
    expect((await ask(phone)).status).toBe(429);
    expect((await ask(phone, `${device.slice(0, -4)}AAAA`)).status).toBe(429);
    expect((await ask(phone, device)).status).toBe(302);
    const { actor } = await createMaker(site.db);
    const { phone: other } = await site.db.account.findUniqueOrThrow({ where: { id: actor.accountId } });
    await site.db.signInCode.createMany({ data: codes.map((code) => ({ ...code, phone: other })) });
    expect((await ask(other, device)).status).toBe(429);
  });
});
