// Renders a page whole: no half page leaves the server.
import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const html = renderToString(<RemixServer context={context} url={request.url} />);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return new Response(`<!doctype html>${html}`, { status, headers });
}

export function handleError(
  error: unknown,
  {
    request,
    context,
  }: {
    request: Request;
    context: { log?: { error(facts: object, text: string): void }; requestId?: string; fail?(error: unknown): void };
  },
): void {
  context.fail?.(error);
  if (!request.signal.aborted) context.log?.error({ err: error, requestId: context.requestId }, 'request failed');
}
