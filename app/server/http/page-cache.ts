// Public pages are the same for everybody: rendered once, kept compressed in memory, dropped when something they show changes.
import { createHash } from 'node:crypto';
import { readListQuery } from '#app/server/forms/list-query.ts';
import { readVisitorCookies } from '#app/server/views/language.server.ts';
import type { ChangeHearer } from './catalogue-changes.ts';
import { chooseEncoding, type Encoding, encodeBody } from './web-exchange.ts';

/** What a page shows. A database trigger names the same when a row changes; `catalogue` stands for every list of mats. */
export type PageTag = 'catalogue' | `listing:${string}` | `shop:${string}`;

/** Names and values in turn, as Node's writeHead takes them fastest. */
type Head = readonly string[];

/** One letter (latin1) for each byte: Node joins a text with its head and writes both at once, but not bytes. */
type Bytes = string;

export interface SharedPage {
  readonly etag: string;
  readonly forms: Readonly<Record<Encoding, { readonly head: Head; readonly body: Bytes }>>;
  readonly tags: ReadonlySet<string>;
  readonly storedAt: number;
}

/** Renders a page afresh and notes in `shown` what is on it. */
export type Render = (shown: Set<PageTag>) => Promise<Response>;

interface Flight {
  readonly key: string;
  readonly page: Promise<SharedPage | Response>;
  /** What changed since this render began. */
  readonly changed: Set<string>;
}

/** Shared pages and the part of the query that each reads; the marks that chats and search engines add make no new page. */
const PATHS: readonly (readonly [RegExp, (params: URLSearchParams) => Readonly<Record<string, string | undefined>>])[] =
  [
    [/^\/produk$/, readListQuery],
    [/^\/(?:$|produk\/[^/]+$|perajin\/[^/]+$|cara-belanja$|pengaduan$|privasi$)/, () => ({})],
  ];
const CAPACITY = 1_000;
const LIFE_MS = 60_000;
/** While nobody tells this process of changes, a page may not be older than this. */
const DEAF_LIFE_MS = 1_000;
const BROTLI_QUALITY = 9;
const EVERYTHING = '*';

/** Key of a page that may be shared, or null. Language and the number in the cart are all that differs between visitors. */
export function pageKey(method: string, address: string, cookies: string): string | null {
  // Not HEAD: its answer has no body, and a GET after it must not be served that.
  if (method !== 'GET') return null;
  const end = address.indexOf('?');
  const path = end === -1 ? address : address.slice(0, end);
  const readQuery = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  if (!readQuery) return null;
  const { language, cartCount } = readVisitorCookies(cookies);
  const query = end === -1 ? '' : JSON.stringify(readQuery(new URLSearchParams(address.slice(end))));
  return `${path} ${language} ${cartCount} ${query}`;
}

export class PageCache implements ChangeHearer {
  readonly #pages = new Map<string, SharedPage>();
  readonly #flights = new Set<Flight>();
  #lifeMs = LIFE_MS;

  get size(): number {
    return this.#pages.size;
  }

  /** `tag` changed: what shows it is forgotten, also what is being rendered at this moment. */
  forget(tag: string): void {
    for (const flight of this.#flights) flight.changed.add(tag);
    const changed = new Set([tag]);
    for (const [key, page] of this.#pages) if (isTouched(page.tags, changed)) this.#pages.delete(key);
  }

  /** Everything may have changed. */
  clear(): void {
    this.forget(EVERYTHING);
  }

  /** False: changes go by unheard from now on. Either way nothing kept until now can be trusted. */
  setHearing(isHearing: boolean): void {
    this.#lifeMs = isHearing ? LIFE_MS : DEAF_LIFE_MS;
    this.clear();
  }

  find(key: string, at: number): SharedPage | null {
    const page = this.#pages.get(key);
    return page && at - page.storedAt <= this.#lifeMs ? page : null;
  }

  /**
   * Renders and keeps a page; whoever asks for it meanwhile waits for the same render. An answer that is not for everybody (no
   * 200, or with a cookie) is handed back as it is and never shared. `baseHead` is what every answer carries.
   */
  async fill(key: string, at: number, baseHead: Head, render: Render): Promise<SharedPage | Response> {
    const running = [...this.#flights].find((flight) => flight.key === key && flight.changed.size === 0);
    if (running) {
      const page = await running.page;
      return page instanceof Response ? render(new Set()) : page;
    }
    // Begins only after it is noted below: a change during its first step must not be missed.
    const page = Promise.resolve().then(() => toPage(render, baseHead, at));
    const flight: Flight = { key, page, changed: new Set() };
    this.#flights.add(flight);
    try {
      const rendered = await page;
      if (!(rendered instanceof Response) && !isTouched(rendered.tags, flight.changed)) this.#store(key, rendered);
      return rendered;
    } finally {
      this.#flights.delete(flight);
    }
  }

  #store(key: string, page: SharedPage): void {
    this.#pages.delete(key);
    const oldest = this.#pages.size >= CAPACITY ? this.#pages.keys().next().value : undefined;
    if (oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(key, page);
  }
}

/** A page that names nothing may show anything. */
function isTouched(tags: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  return tags.size === 0 || changed.has(EVERYTHING) || [...changed].some((tag) => tags.has(tag));
}

async function toPage(render: Render, baseHead: Head, storedAt: number): Promise<SharedPage | Response> {
  const tags = new Set<PageTag>();
  const response = await render(tags);
  if (response.status !== 200 || response.headers.has('Set-Cookie')) return response;
  const identity = Buffer.from(await response.arrayBuffer());
  // Weak: the same page in another encoding is the same page.
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  const replaced = new Set(['content-length', 'cache-control', 'vary', 'etag']);
  const head = [
    ...baseHead,
    ...[...response.headers].filter(([name]) => !replaced.has(name)).flat(),
    ...['ETag', etag, 'Cache-Control', 'public, max-age=0, must-revalidate', 'Vary', 'Accept-Encoding, Cookie'],
  ];
  const inForm = (body: Buffer, encoding: string[] = []) => ({
    head: [...head, ...encoding, 'Content-Length', String(body.length)],
    body: body.toString('latin1'),
  });
  const [br, gzip] = await Promise.all([
    encodeBody(identity, 'br', BROTLI_QUALITY),
    encodeBody(identity, 'gzip', BROTLI_QUALITY),
  ]);
  const forms = {
    identity: inForm(identity),
    br: inForm(br, ['Content-Encoding', 'br']),
    gzip: inForm(gzip, ['Content-Encoding', 'gzip']),
  };
  return { etag, forms, tags, storedAt };
}

/** What to send to one visitor: the bytes she can read, or 304 when she has them. */
export function answerOf(
  page: SharedPage,
  wanted: { accept: string | undefined; ifNoneMatch: string | undefined },
): { status: number; head: Head; body: Bytes | null } {
  const { head, body } = page.forms[chooseEncoding(wanted.accept)];
  if (wanted.ifNoneMatch === undefined || !hasTag(wanted.ifNoneMatch, page.etag)) return { status: 200, head, body };
  const isOfBody = (name: string | undefined) => name === 'Content-Length' || name === 'Content-Encoding';
  return { status: 304, head: head.filter((_, index) => !isOfBody(head[index - (index % 2)])), body: null };
}

/** RFC 9110, 13.1.2: a list of tags or `*`, compared weakly. */
function hasTag(ifNoneMatch: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag));
}
