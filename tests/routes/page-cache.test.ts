// Shared pages: what may be kept, for whom, and when it is forgotten.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type CachedAnswer, PageCache, pageKey } from '#app/server/page-cache.ts';
import { useSite } from '#tests/support/site.ts';

const html = (text: string, init: ResponseInit = {}) =>
  new Response(text, { ...init, headers: { 'Content-Type': 'text/html; charset=utf-8', ...init.headers } });
const wanted = (more: { accept?: string; ifNoneMatch?: string; at?: number } = {}) => ({
  accept: more.accept,
  ifNoneMatch: more.ifNoneMatch,
  at: more.at ?? 0,
});
const key = (path: string, cookies = '', method = 'GET') => pageKey(method, new URL(path, 'http://localhost'), cookies);

async function filled(text = 'page', cache = new PageCache()): Promise<{ cache: PageCache; answer: CachedAnswer }> {
  const answer = await cache.fill('key', wanted(), async () => html(text));
  if (answer instanceof Response) throw new Error('not kept');
  return { cache, answer };
}

describe('what is kept', () => {
  it('is sent again without rendering, byte for byte, until it is a minute old', async () => {
    const { cache } = await filled();
    expect(cache.find('key', wanted({ at: 60_000 }))?.body.toString()).toBe('page');
    expect(cache.find('key', wanted({ at: 60_001 }))).toBeNull();
    expect(cache.find('another', wanted())).toBeNull();
  });

  it('is sent compressed as the browser likes', async () => {
    const { cache } = await filled('page '.repeat(500));
    const br = cache.find('key', wanted({ accept: 'gzip, deflate, br' }));
    const gzip = cache.find('key', wanted({ accept: 'gzip' }));
    const plain = cache.find('key', wanted());
    expect(br?.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br?.body ?? '').toString()).toBe('page '.repeat(500));
    expect(gunzipSync(gzip?.body ?? '').toString()).toBe('page '.repeat(500));
    expect(plain?.headers['content-encoding']).toBeUndefined();
    for (const answer of [br, gzip, plain]) expect(Number(answer?.headers['content-length'])).toBe(answer?.body.length);
  });

  it('answers 304 without a body to whoever has it, and whole to whoever has another', async () => {
    const { cache, answer } = await filled();
    const { etag } = answer.headers;
    const same = cache.find('key', wanted({ ifNoneMatch: etag }));
    expect(same).toMatchObject({ status: 304, headers: { etag } });
    expect(same?.body).toHaveLength(0);
    expect(cache.find('key', wanted({ ifNoneMatch: '"other"' }))?.status).toBe(200);
    expect((await filled('other page')).answer.headers.etag).not.toBe(etag);
  });

  it.each([
    ['a cookie', () => html('page', { headers: { 'Set-Cookie': 'a=b' } })],
    ['a missing page', () => html('gone', { status: 404 })],
    ['a redirect', () => html('', { status: 302, headers: { Location: '/' } })],
    ['a fault', () => html('oops', { status: 500 })],
  ])('is never %s', async (_, render) => {
    const cache = new PageCache();
    expect(await cache.fill('key', wanted(), async () => render())).toBeInstanceOf(Response);
    expect(cache.size).toBe(0);
  });

  it('is at most a thousand pages, the oldest going first', async () => {
    const cache = new PageCache();
    for (let page = 0; page <= 1_000; page++) await cache.fill(`${page}`, wanted(), async () => html('x'));
    expect(cache.size).toBe(1_000);
    expect(cache.find('0', wanted())).toBeNull();
    expect(cache.find('1', wanted())).not.toBeNull();
  });
});

describe('a change', () => {
  it('forgets what is kept', async () => {
    const { cache } = await filled();
    cache.clear();
    expect(cache.find('key', wanted())).toBeNull();
  });

  it('during a render is not overtaken by it: the page is sent, not kept', async () => {
    const cache = new PageCache();
    const answer = await cache.fill('key', wanted(), async () => {
      cache.clear();
      return html('old price');
    });
    expect((answer as CachedAnswer).body.toString()).toBe('old price');
    expect(cache.find('key', wanted())).toBeNull();
  });
});

describe('the key', () => {
  it.each(['/', '/produk', '/produk?cari=lurik', '/produk/keset-biru', '/perajin/anyaman-siti', '/privasi'])(
    'stands for %s',
    (path) => expect(key(path)).not.toBeNull(),
  );

  it.each(['/keranjang', '/checkout', '/pesanan/abc', '/masuk', '/usaha', '/dinsos/hasil', '/produk/a/b', '/tanya/x'])(
    'does not exist for %s, which is personal',
    (path) => expect(key(path)).toBeNull(),
  );

  it.each(['POST', 'HEAD', 'PUT'])('does not exist for %s', (method) => expect(key('/', '', method)).toBeNull());

  it('differs by language, by the number in the cart and by query, and by nothing else', () => {
    const plain = key('/produk');
    expect(key('/produk', 'bahasa=en')).not.toBe(plain);
    expect(key('/produk', 'keset_session=s.x; keranjang_isi=2')).not.toBe(plain);
    expect(key('/produk', 'keranjang_isi=2')).not.toBe(key('/produk', 'keranjang_isi=3'));
    expect(key('/produk?urut=murah')).not.toBe(plain);
    expect(key('/produk', 'keset_session=s.x')).toBe(plain);
    expect(key('/produk?a=1&b=2')).toBe(key('/produk?b=2&a=1'));
    expect(key('/produk', 'xbahasa=en')).toBe(plain);
  });
});

describe('over HTTP', () => {
  const site = useSite();

  it('a HEAD first does not leave an empty page for the GET after it', async () => {
    expect((await site.fetch('/privasi', { method: 'HEAD' })).status).toBe(200);
    expect(await (await site.fetch('/privasi')).text()).toContain('</html>');
  });

  it('the second visitor gets the bytes of the first, and 304 when she has them', async () => {
    const first = await site.fetch('/cara-belanja');
    const etag = first.headers.get('ETag') ?? '';
    expect(site.app.pages.size).toBeGreaterThan(0);
    const second = await site.fetch('/cara-belanja');
    expect(await second.text()).toBe(await first.text());
    expect((await site.fetch('/cara-belanja', { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('a fault of ours is answered with a plain sentence and the number of the request, not with silence', async () => {
    const { pages } = site.app;
    const find = pages.find;
    pages.find = () => {
      throw new Error('planted');
    };
    const answer = await site.fetch('/privasi', { signal: AbortSignal.timeout(5_000) });
    pages.find = find;
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain(answer.headers.get('X-Request-Id'));
  });
});
