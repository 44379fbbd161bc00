// Sends shared pages: a kept one at once, without Express or Remix; a new one after rendering it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Response as ExpressResponse } from 'express';
import { answerOf, type PageCache, pageKey, type Render, type SharedPage } from './page-cache.ts';
import { judge, type ShieldSettings } from './shield.ts';

/** False when there is nothing kept for this request, or the shield has something against it: it goes the long way then. */
export function sendKept(
  pages: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
  settings: ShieldSettings,
): boolean {
  const key = keyOf(request);
  const page = key === null ? null : pages.find(key, Date.now());
  if (
    !page ||
    judge({ method: request.method ?? '', url: request.url ?? '', headers: request.headers }, settings) !== null
  )
    return false;
  send(page, request, response);
  return true;
}

/** Null: sent. A Response: not for everybody, to be sent by the caller. */
export async function sendShared(
  pages: PageCache,
  request: IncomingMessage,
  response: ExpressResponse,
  render: Render,
): Promise<Response | null> {
  const key = keyOf(request);
  if (key === null) return render(new Set());
  const page = pages.find(key, Date.now()) ?? (await pages.fill(key, Date.now(), baseHead(response), render));
  if (page instanceof Response) return page;
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  send(page, request, response);
  return null;
}

/** What the long way has put on this answer so far and puts on every other: it is kept with the page. */
function baseHead(response: ExpressResponse): string[] {
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    name === 'x-request-id' || value === undefined ? [] : [value].flat().flatMap((entry) => [name, String(entry)]),
  );
}

function send(page: SharedPage, request: IncomingMessage, response: ServerResponse): void {
  const { status, head, body } = answerOf(page, {
    accept: request.headers['accept-encoding']?.toString(),
    ifNoneMatch: request.headers['if-none-match'],
  });
  response.writeHead(status, [...head, 'X-Request-Id', request.id]);
  response.end(body, 'latin1');
}

function keyOf(request: IncomingMessage): string | null {
  const { method, url } = asked(request);
  return pageKey(method, url, request.headers.cookie ?? '');
}

function asked(request: IncomingMessage & { originalUrl?: string }): { method: string; url: string } {
  return { method: request.method ?? '', url: request.originalUrl ?? request.url ?? '' };
}
