// Kept pages without a server: what may be kept, for whom, and when it is forgotten.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerOf, PageCache, type PageTag, pageKey, type SharedPage } from '#app/server/http/page-cache.ts';

const html = (text: string, init: ResponseInit = {}) =>
  new Response(text, { ...init, headers: { 'Content-Type': 'text/html; charset=utf-8', ...init.headers } });
const key = (path: string, cookies = '', method = 'GET') => pageKey(method, path, cookies);

/** A page that shows these things. */
const showing =
  (text: string, ...tags: PageTag[]) =>
  async (shown: Set<PageTag>) => {
    for (const tag of tags) shown.add(tag);
    return html(text);
  };

async function kept(text = 'page', cache = new PageCache(), ...tags: PageTag[]) {
  const page = await cache.fill('key', 0, ['X-Base', 'yes'], showing(text, ...tags));
  if (page instanceof Response) throw new Error('not kept');
  return { cache, page };
}

function answer(page: SharedPage, wanted: { accept?: string; ifNoneMatch?: string } = {}) {
  const { status, head, body } = answerOf(page, { accept: wanted.accept, ifNoneMatch: wanted.ifNoneMatch });
  const headers = new Headers();
  for (let index = 0; index < head.length; index += 2) headers.append(head[index] ?? '', head[index + 1] ?? '');
  return { status, headers, body };
}

describe('what is kept', () => {
  it('is sent again without rendering, byte for byte, until it is a minute old', async () => {
    const { cache, page } = await kept();
    expect(cache.find('key', 60_000)).toBe(page);
    expect(answer(page).body).toBe('page');
    expect(cache.find('key', 60_001)).toBeNull();
    expect(cache.find('another', 0)).toBeNull();
  });

  it('is sent compressed as the browser likes, with the headers that every answer has', async () => {
    const { page } = await kept('page '.repeat(500));
    const br = answer(page, { accept: 'gzip, deflate, br' });
    const gzip = answer(page, { accept: 'gzip' });
    const plain = answer(page);
    expect(br.headers.get('Content-Encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(br.body ?? '', 'latin1')).toString()).toBe('page '.repeat(500));
    expect(gunzipSync(Buffer.from(gzip.body ?? '', 'latin1')).toString()).toBe('page '.repeat(500));
    expect(plain.headers.has('Content-Encoding')).toBe(false);
    for (const { headers, body } of [br, gzip, plain]) {
      expect(Number(headers.get('Content-Length'))).toBe(body?.length);
      expect(headers.get('X-Base')).toBe('yes');
      expect(headers.get('Vary')).toBe('Accept-Encoding, Cookie');
    }
  });

  it.each([
    ['the same tag', (etag: string) => etag],
    ['the strong form of it', (etag: string) => etag.replace('W/', '')],
    ['it among others', (etag: string) => `"a", ${etag} , W/"b"`],
    ['any', () => '*'],
  ])('answers 304 without a body to whoever has %s', async (_, write) => {
    const { page } = await kept();
    const same = answer(page, { ifNoneMatch: write(page.etag), accept: 'br' });
    expect(same).toMatchObject({ status: 304, body: null });
    expect(same.headers.get('ETag')).toBe(page.etag);
    expect(same.headers.get('Vary')).toBe('Accept-Encoding, Cookie');
    for (const name of ['Content-Length', 'Content-Encoding']) expect(same.headers.has(name)).toBe(false);
  });

  it('answers whole to whoever has another', async () => {
    const { page } = await kept();
    expect(answer(page, { ifNoneMatch: '"other"' }).status).toBe(200);
    expect((await kept('other page')).page.etag).not.toBe(page.etag);
  });

  it.each([
    ['a cookie', () => html('page', { headers: { 'Set-Cookie': 'a=b' } })],
    ['a missing page', () => html('gone', { status: 404 })],
    ['a redirect', () => html('', { status: 302, headers: { Location: '/' } })],
    ['a fault', () => html('oops', { status: 500 })],
  ])('is never %s', async (_, render) => {
    const cache = new PageCache();
    expect(await cache.fill('key', 0, [], async () => render())).toBeInstanceOf(Response);
    expect(cache.size).toBe(0);
  });

  it('is at most a thousand pages, the oldest going first', async () => {
    const cache = new PageCache();
    for (let page = 0; page <= 1_000; page++) await cache.fill(`${page}`, 0, [], showing('x'));
    expect(cache.size).toBe(1_000);
    expect(cache.find('0', 0)).toBeNull();
    expect(cache.find('1', 0)).not.toBeNull();
  });
});

describe('a change', () => {
  it.each([
    ['of what it shows', 'listing:1', false],
    ['of something else', 'listing:2', true],
  ])('%s', async (_, tag, isStillThere) => {
    const { cache } = await kept('page', new PageCache(), 'catalogue', 'listing:1');
    cache.forget(tag);
    expect(cache.find('key', 0) !== null).toBe(isStillThere);
  });

  it('of anything forgets a page that names nothing', async () => {
    const { cache } = await kept();
    cache.forget('listing:2');
    expect(cache.find('key', 0)).toBeNull();
  });

  it('nobody knows of what forgets everything', async () => {
    const { cache } = await kept('page', new PageCache(), 'listing:1');
    cache.clear();
    expect(cache.size).toBe(0);
  });

  it('during a render is not overtaken by it: the page is sent, not kept, and nobody else waits for it', async () => {
    const cache = new PageCache();
    const old = cache.fill('key', 0, [], async (shown) => {
      shown.add('listing:1');
      cache.forget('listing:1');
      expect(await cache.fill('key', 0, [], showing('new price', 'listing:1'))).not.toBeInstanceOf(Response);
      return html('old price');
    });
    const page = await old;
    if (page instanceof Response) throw new Error('not shared');
    expect(answer(page).body).toBe('old price');
    expect(cache.find('key', 0)?.forms.identity.body).toBe('new price');
  });

  it('that this process cannot hear of makes pages live for a second only', async () => {
    const { cache } = await kept('page', new PageCache(), 'listing:1');
    cache.setHearing(false);
    expect(cache.size).toBe(0);
    await kept('page', cache, 'listing:1');
    expect(cache.find('key', 1_000)).not.toBeNull();
    expect(cache.find('key', 1_001)).toBeNull();
    cache.setHearing(true);
    expect(cache.size).toBe(0);
  });
});

describe('a burst', () => {
  it('on a page that nobody has renders it once', async () => {
    const cache = new PageCache();
    let renders = 0;
    const burst = Array.from({ length: 50 }, () =>
      cache.fill('key', 0, [], async () => {
        renders += 1;
        return html('page');
      }),
    );
    const [first, ...rest] = await Promise.all(burst);
    expect(rest.every((page) => page === first)).toBe(true);
    expect(renders).toBe(1);
  });

  it('never shares what is not for everybody', async () => {
    const cache = new PageCache();
    let renders = 0;
    const render = async () => html('mine', { headers: { 'Set-Cookie': `visitor=${renders++}` } });
    const answers = await Promise.all([1, 2, 3].map(() => cache.fill('key', 0, [], render)));
    const cookies = answers.map((page) => (page instanceof Response ? page.headers.get('Set-Cookie') : null));
    expect(new Set(cookies)).toEqual(new Set(['visitor=0', 'visitor=1', 'visitor=2']));
  });

  it('hears of a fault together and tries again after it', async () => {
    const cache = new PageCache();
    const fail = () => Promise.reject(new Error('planted'));
    const burst = await Promise.allSettled([cache.fill('key', 0, [], fail), cache.fill('key', 0, [], fail)]);
    expect(burst.map((page) => page.status)).toEqual(['rejected', 'rejected']);
    expect(await cache.fill('key', 0, [], showing('page'))).not.toBeInstanceOf(Response);
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
    expect(key('/produk?warna=biru&urut=murah')).toBe(key('/produk?urut=murah&warna=biru'));
    expect(key('/produk', 'xbahasa=en')).toBe(plain);
  });

  it('is not multiplied by what no page reads: a mark of a chat, a word that is no number', () => {
    expect(key('/produk/keset-biru?fbclid=1')).toBe(key('/produk/keset-biru?fbclid=2'));
    expect(key('/produk?cari=lurik&utm_source=wa')).toBe(key('/produk?cari=lurik'));
    expect(key('/produk', 'keranjang_isi=1e3; bahasa=fr')).toBe(key('/produk'));
  });
});
