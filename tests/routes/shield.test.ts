// The shield: a table over its rules, then each of them over HTTP with the real server behind it.
import { request as httpRequest } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyLimitOf, clientAddressOf, judge, shield } from '#app/server/http/shield.ts';
import { sendRaw, useSite } from '#tests/support/site.ts';

const SHOP = { origin: 'https://keset.example.go.id' };
const LOCAL = { origin: 'http://localhost:3000' };
const HOST = { host: 'keset.example.go.id' };
const OWN = { ...HOST, origin: SHOP.origin };
const MEGABYTE = 1024 * 1024;

type Case = [
  name: string,
  status: number | null,
  method: string,
  url: string,
  headers: Record<string, string | string[] | undefined>,
];

describe('judge', () => {
  it.each<Case>([
    ['a page', null, 'GET', '/produk?cari=lurik', HOST],
    ['a head', null, 'HEAD', '/', HOST],
    ['a host in capitals', null, 'GET', '/', { host: 'KESET.example.go.id' }],
    ['an unknown host', 421, 'GET', '/', { host: 'evil.example' }],
    ['our host at another port', 421, 'GET', '/', { host: 'keset.example.go.id:8080' }],
    ['a name that begins like ours', 421, 'GET', '/', { host: 'keset.example.go.id.evil.example' }],
    ['no host', 400, 'GET', '/', {}],
    ['an empty host', 400, 'GET', '/', { host: '' }],
    ['a host with a path', 400, 'GET', '/', { host: 'keset.example.go.id/x' }],
    ['a host with a user', 400, 'GET', '/', { host: 'a@keset.example.go.id' }],
    ['a host with spaces', 400, 'GET', '/', { host: 'keset example' }],
    ['two hosts', 400, 'GET', '/', { host: ['keset.example.go.id', 'evil.example'] }],
    ['PUT', 405, 'PUT', '/', OWN],
    ['DELETE', 405, 'DELETE', '/', OWN],
    ['OPTIONS', 405, 'OPTIONS', '/', OWN],
    ['TRACE', 405, 'TRACE', '/', OWN],
    ['an address with a broken escape', 400, 'GET', '/%E0%A4%A', HOST],
    ['a byte that is no text', 400, 'GET', '/produk?cari=a%00b', HOST],
    ['an address of another site', 400, 'GET', '//evil.example/', HOST],
    ['an absolute address', 400, 'GET', 'http://evil.example/', HOST],
    ['an address with a backslash', 400, 'GET', '/\\evil.example', HOST],
    ['the manifest', 404, 'GET', '/__manifest?p=/', HOST],
    ['below the manifest', 404, 'GET', '/__manifest/x', HOST],
    ['the old data request', 400, 'GET', '/produk?_data=routes%2Fx', HOST],
    ['the old data request as a form', 400, 'POST', '/masuk?_data=routes%2Fx', OWN],
    ['a form of our own page', null, 'POST', '/masuk', { ...OWN, 'sec-fetch-site': 'same-origin' }],
    ['a form of an old browser', null, 'POST', '/masuk', OWN],
    ['a form of another site', 403, 'POST', '/masuk', { ...HOST, 'sec-fetch-site': 'cross-site' }],
    ['a form of a sister site', 403, 'POST', '/masuk', { ...HOST, 'sec-fetch-site': 'same-site' }],
    ['another site that forges our Origin', 403, 'POST', '/masuk', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['two answers to where it comes from', 403, 'POST', '/masuk', { ...OWN, 'sec-fetch-site': ['same-origin', 'x'] }],
    ['a form with another Origin', 403, 'POST', '/masuk', { ...HOST, origin: 'https://evil.example' }],
    ['a form over plain http', 403, 'POST', '/masuk', { ...HOST, origin: 'http://keset.example.go.id' }],
    ['a form with Origin null', 403, 'POST', '/masuk', { ...HOST, origin: 'null' }],
    ['a form that does not say where it comes from', 403, 'POST', '/masuk', HOST],
    ['a webhook, which has no Origin', null, 'POST', '/webhooks/stripe', HOST],
    ['what only looks like a webhook', 403, 'POST', '/x/webhooks/stripe', HOST],
    ['a form of 64 KB', null, 'POST', '/masuk', { ...OWN, 'content-length': '65536' }],
    ['a form of one byte more', 413, 'POST', '/masuk', { ...OWN, 'content-length': '65537' }],
    ['a webhook of 513 KB', 413, 'POST', '/webhooks/stripe', { ...HOST, 'content-length': String(513 * 1024) }],
    ['a picture of 12 MB', null, 'POST', '/usaha/keset/baru', { ...OWN, 'content-length': String(12 * MEGABYTE) }],
    ['a picture of more', 413, 'POST', '/usaha/keset/baru', { ...OWN, 'content-length': String(12 * MEGABYTE + 1) }],
    ['a page with a body of 1 MB', 413, 'GET', '/', { ...HOST, 'content-length': String(MEGABYTE) }],
  ])('%s: %s', (_, status, method, url, headers) => {
    expect(judge({ method, url, headers }, SHOP)).toBe(status);
  });

  it.each<[string, number | null, string]>([
    ['localhost:3000', null, 'http://127.0.0.1:3000'],
    ['127.0.0.1:3000', null, 'http://localhost:3000'],
    ['localhost:3001', 421, 'http://localhost:3001'],
    ['localhost:3000', 403, 'http://localhost:3001'],
  ])('localhost and 127.0.0.1 are one machine: Host %s gives %s', (host, status, origin) => {
    expect(judge({ method: 'POST', url: '/masuk', headers: { host, origin } }, LOCAL)).toBe(status);
  });
});

describe('limits of a body', () => {
  it.each([
    ['/masuk', 64 / 1024],
    ['/pesanan/token/bukti', 12],
    ['/usaha/pesanan/id/langkah', 12],
    ['/usaha/pesanan/id', 64 / 1024],
    ['/usaha/keset/baru', 12],
    ['/usaha/keset/id/status', 64 / 1024],
    ['/dinsos/angkatan/april-2019/impor', 12],
    ['/unggah/id', 12],
    ['/webhooks/stripe', 0.5],
    ['/webhooks/whatsapp', 3],
    ['/webhooks/whatsapp/x', 0.5],
  ])('%s takes %d MB', (path, megabytes) => expect(bodyLimitOf(path)).toBe(megabytes * MEGABYTE));
});

describe('forwarded headers', () => {
  const forwarded = () => ({
    host: 'keset.example.go.id',
    'x-forwarded-for': '10.9.9.9, 203.0.113.7',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '1',
    forwarded: 'for=10.9.9.9',
  });
  function pass(remoteAddress: string, trustedProxy?: string) {
    const request = { method: 'GET', url: '/', headers: forwarded(), socket: { remoteAddress } };
    let passed = false;
    shield({ ...SHOP, trustedProxy })(request as never, {} as never, () => {
      passed = true;
    });
    expect(passed).toBe(true);
    return request;
  }

  it('are dropped from everybody', () => expect(Object.keys(pass('198.51.100.1').headers)).toEqual(['host']));
  it('are dropped from everybody but the proxy', () => {
    expect(Object.keys(pass('198.51.100.1', '10.0.0.1').headers)).toEqual(['host']);
    expect(Object.keys(pass('10.0.0.1', '10.0.0.1').headers)).toHaveLength(6);
  });

  it('say who is asking only behind the proxy: the address it saw itself', () => {
    expect(clientAddressOf(pass('10.0.0.1', '10.0.0.1'), '10.0.0.1')).toBe('203.0.113.7');
    expect(clientAddressOf({ ...pass('198.51.100.1'), headers: forwarded() }, '10.0.0.1')).toBe('198.51.100.1');
    expect(clientAddressOf({ socket: { remoteAddress: '10.0.0.1' }, headers: {} }, '10.0.0.1')).toBe('10.0.0.1');
    expect(clientAddressOf({ socket: { remoteAddress: '::1' }, headers: forwarded() }, undefined)).toBe('::1');
  });
});

describe('over HTTP', () => {
  const site = useSite();
  let host: string;
  beforeAll(() => {
    host = new URL(site.origin).host;
  });
  const send = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    sendRaw(site, { path, method, headers: { host, ...headers } });

  it('lets a page and its own form through', async () => {
    expect(await send('/')).toBe(200);
    expect((await site.post('/masuk', { telepon: 'bukan nomor' })).status).toBe(422);
  });

  it('refuses what is malformed or forged', async () => {
    expect(await send('/', 'GET', { host: 'evil.example' })).toBe(421);
    expect(await send('/', 'GET', { host: 'a b' })).toBe(400);
    expect(await send('/masuk', 'POST', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send('/masuk', 'POST', { origin: 'https://evil.example' })).toBe(403);
    expect(await send('/masuk', 'POST')).toBe(403);
    expect(await send('/produk?_data=root')).toBe(400);
    expect(await send('/__manifest?p=%2F&version=1')).toBe(404);
    expect(await send('/', 'PUT', { origin: site.origin })).toBe(405);
    expect(await send('/%E0%A4%A')).toBe(400);
    expect(await send('//evil.example/')).toBe(400);
  });

  it('keeps a refusal out of every cache, and says nothing in it', async () => {
    const refused = await site.fetch('/__manifest');
    expect(refused.headers.get('Cache-Control')).toBe('no-store');
    expect(await refused.text()).toBe('404\n');
  });

  it('refuses a declared body that is too large before reading it', async () => {
    const headers = { origin: site.origin, 'content-length': String(MEGABYTE), expect: '100-continue' };
    expect(await send('/masuk', 'POST', headers)).toBe(413);
  });

  it('cuts off a body that does not say how large it is', async () => {
    const { port } = new URL(site.origin);
    const status = await new Promise<number>((resolve, reject) => {
      const sending = httpRequest(
        {
          agent: false,
          host: '127.0.0.1',
          port,
          method: 'POST',
          path: '/masuk',
          headers: { host, origin: site.origin, 'content-type': 'application/x-www-form-urlencoded' },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      ).once('error', reject);
      sending.write(`telepon=${'1'.repeat(70_000)}`);
      sending.end();
    });
    expect(status).toBe(413);
  });
});
