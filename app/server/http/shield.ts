// Stands in front of Remix: what is malformed, forged or too large never reaches it. Each rule has a test that fails without it.
import type { NextFunction, Request, Response } from 'express';

export interface ShieldSettings {
  /** The only origin this site answers as; its host must be the request's Host. */
  readonly origin: string;
  /** Address of the one proxy whose X-Forwarded-* headers count. */
  readonly trustedProxy?: string | undefined;
}

const KILOBYTE = 1024;
/** First match decides how many bytes a body may have. */
const BODY_LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^\/unggah\//, 12 * KILOBYTE * KILOBYTE],
  [/\/(keset|bukti|langkah|impor)(\/[^/]+)?(\.data)?$/, 12 * KILOBYTE * KILOBYTE],
  // As large as WhatsApp says its webhooks may be.
  [/^\/webhooks\/whatsapp$/, 3 * KILOBYTE * KILOBYTE],
  [/^\/webhooks\//, 512 * KILOBYTE],
  [/^/, 64 * KILOBYTE],
];
const METHODS = new Set(['GET', 'HEAD', 'POST']);
const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
] as const;

export function bodyLimitOf(path: string): number {
  return BODY_LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
}

/** Null when the request may pass, else the status it gets. Pure, so that the rules are a table in a test. */
export function judge(
  request: { method: string; url: string; headers: Record<string, string | string[] | undefined> },
  settings: ShieldSettings,
): number | null {
  const { method, headers } = request;
  const { address: own, hosts } = ownPlace(settings.origin);
  const host = single(headers.host);
  if (host === null || !/^[a-z0-9.-]+(:\d{1,5})?$/i.test(host)) return 400;
  if (!hosts.includes(host.toLowerCase())) return 421;
  if (!METHODS.has(method)) return 405;
  const address = readAddress(request.url, own);
  if (!address) return 400;
  if (address.pathname === '/__manifest' || address.pathname.startsWith('/__manifest/')) return 404;
  if (address.searchParams.has('_data')) return 400;
  if (method !== 'POST' || address.pathname.startsWith('/webhooks/')) return checkLength(headers, address.pathname);
  return isSameOrigin(headers, own.protocol, hosts) ? checkLength(headers, address.pathname) : 403;
}

interface Place {
  readonly address: URL;
  /** Localhost and 127.0.0.1 are the same machine; a real host has one name. */
  readonly hosts: readonly string[];
}

let place = readPlace('http://localhost');

/** Read once: a process has one origin, and every request is judged. */
function ownPlace(origin: string): Place {
  if (place.address.origin !== origin) place = readPlace(origin);
  return place;
}

function readPlace(origin: string): Place {
  const address = new URL(origin);
  const port = address.port ? `:${address.port}` : '';
  const hosts = address.hostname === 'localhost' ? [`localhost${port}`, `127.0.0.1${port}`] : [address.host];
  return { address, hosts };
}

function isSameOrigin(
  headers: Record<string, string | string[] | undefined>,
  protocol: string,
  hosts: readonly string[],
): boolean {
  const site = single(headers['sec-fetch-site'] ?? undefined);
  if (headers['sec-fetch-site'] !== undefined) return site === 'same-origin';
  const origin = single(headers.origin);
  return origin !== null && hosts.some((host) => origin === `${protocol}//${host}`);
}

function checkLength(headers: Record<string, string | string[] | undefined>, path: string): number | null {
  const declared = headers['content-length'];
  return declared !== undefined && Number(declared) > bodyLimitOf(path) ? 413 : null;
}

interface Address {
  readonly pathname: string;
  readonly searchParams: { has(name: string): boolean };
}

/** Nothing in it that has to be read twice: no query, no escape, no dot. */
const PLAIN = /^\/(?:[a-z0-9_-]+\/)*[a-z0-9_-]*$/i;
const NO_QUERY = new URLSearchParams();

function readAddress(url: string, own: URL): Address | null {
  if (PLAIN.test(url)) return { pathname: url, searchParams: NO_QUERY };
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\') || /%00/.test(url)) return null;
  try {
    const address = new URL(url, own);
    decodeURIComponent(address.pathname);
    return address;
  } catch {
    return null;
  }
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Who is asking: behind the proxy, the last address it wrote down (earlier ones are the visitor's own claim). */
export function clientAddressOf(
  request: { socket: { remoteAddress?: string | undefined }; headers: Record<string, string | string[] | undefined> },
  trustedProxy: string | undefined,
): string {
  const peer = request.socket.remoteAddress ?? '';
  if (trustedProxy === undefined || peer !== trustedProxy) return peer;
  const claimed = single(request.headers['x-forwarded-for'])?.split(',').at(-1)?.trim();
  return claimed || peer;
}

export function shield(settings: ShieldSettings) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.socket.remoteAddress !== settings.trustedProxy)
      for (const name of FORWARDED) delete request.headers[name];
    const status = judge(request, settings);
    if (status === null) next();
    else response.status(status).type('text/plain').set('Cache-Control', 'no-store').send(`${status}\n`);
  };
}
