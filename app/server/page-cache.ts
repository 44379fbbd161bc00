// Public pages are the same for everybody: rendered once, kept compressed in memory, dropped when the catalogue changes.
import { createHash } from 'node:crypto';
import { chooseEncoding, type Encoding, encodeBody } from './web-exchange.ts';

interface Page {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly etag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
  readonly storedAt: number;
}

export interface CachedAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const PATHS = /^\/(?:$|produk(?:\/[^/]+)?$|perajin\/[^/]+$|cara-belanja$|pengaduan$|privasi$|dampak$)/;
const CAPACITY = 1_000;
const LIFE_MS = 60_000;
const BROTLI_QUALITY = 9;

/** Key of a page that may be shared, or null. Language and the number in the cart are all that differs between visitors. */
export function pageKey(method: string, url: URL, cookies: string): string | null {
  // Not HEAD: its answer has no body, and a GET after it must not be served that.
  if (method !== 'GET') return null;
  if (!PATHS.test(url.pathname)) return null;
  const cookie = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(cookies)?.[1] ?? '';
  const query = [...url.searchParams].sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([url.pathname, query, cookie('bahasa'), cookie('keranjang_isi')]);
}

export class PageCache {
  readonly #pages = new Map<string, Page>();
  #generation = 0;

  get size(): number {
    return this.#pages.size;
  }

  /** Everything rendered before now is forgotten, also what is being rendered at this moment. */
  clear(): void {
    this.#generation += 1;
    this.#pages.clear();
  }

  find(
    key: string,
    request: { accept: string | undefined; ifNoneMatch: string | undefined; at: number },
  ): CachedAnswer | null {
    const page = this.#pages.get(key);
    if (!page || request.at - page.storedAt > LIFE_MS) return null;
    return answer(page, request);
  }

  /** Keeps a 200 page without cookies; returns what to send. `render` runs once per call. */
  async fill(
    key: string,
    request: { accept: string | undefined; ifNoneMatch: string | undefined; at: number },
    render: () => Promise<Response>,
  ): Promise<CachedAnswer | Response> {
    const generation = this.#generation;
    const response = await render();
    if (response.status !== 200 || response.headers.has('Set-Cookie')) return response;
    const body = Buffer.from(await response.arrayBuffer());
    const page: Page = {
      status: 200,
      headers: [...response.headers].filter(([name]) => name !== 'content-length'),
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      bodies: {
        identity: body,
        br: await encodeBody(body, 'br', BROTLI_QUALITY),
        gzip: await encodeBody(body, 'gzip', BROTLI_QUALITY),
      },
      storedAt: request.at,
    };
    if (generation === this.#generation) this.#store(key, page);
    return answer(page, request);
  }

  #store(key: string, page: Page): void {
    if (this.#pages.size >= CAPACITY) {
      const oldest = this.#pages.keys().next().value;
      if (oldest !== undefined) this.#pages.delete(oldest);
    }
    this.#pages.set(key, page);
  }
}

function answer(page: Page, request: { accept: string | undefined; ifNoneMatch: string | undefined }): CachedAnswer {
  const headers: Record<string, string> = {
    ...Object.fromEntries(page.headers),
    etag: page.etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding, Cookie',
  };
  if (request.ifNoneMatch === page.etag) return { status: 304, headers, body: Buffer.alloc(0) };
  const encoding = chooseEncoding(request.accept);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = String(page.bodies[encoding].length);
  return { status: page.status, headers, body: page.bodies[encoding] };
}
