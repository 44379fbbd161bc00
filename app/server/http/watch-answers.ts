// Every answer is given a number, counted, timed and written to the access log, in one place.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { Counter, Histogram, type Registry } from 'prom-client';

declare module 'node:http' {
  interface IncomingMessage {
    /** Number of this request, in the log and in X-Request-Id. */
    id: string;
  }
}

const LINES_BYTES = 8 * 1024;
const LINES_WAIT_MS = 500;

export function watchAnswers(registry: Registry, logLevel: string) {
  const registers = [registry];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Answers by status class',
    labelNames: ['status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer',
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers,
  });
  // A log of its own without redaction: its lines hold these five facts and nothing that was sent. They are written some at a
  // time; faults go to the other log, at once.
  const lines = pino.destination({ sync: false, minLength: LINES_BYTES, periodicFlush: LINES_WAIT_MS });
  const log = pino({ level: logLevel, base: null }, lines);
  return (request: IncomingMessage, response: ServerResponse): void => {
    const startedAt = performance.now();
    request.id = randomUUID();
    response.once('close', () => {
      const ms = performance.now() - startedAt;
      // 499, as nginx says it: the visitor left before the answer was whole.
      const status = response.writableFinished ? response.statusCode : 499;
      seconds.observe(ms / 1000);
      requests.inc({ status: `${Math.floor(status / 100)}xx` });
      const { id, method } = request;
      log.info({ id, method, path: safePath(request), status, ms: Math.round(ms * 10) / 10 }, 'answered');
    });
  };
}

/** Nothing of class S2 or S3 is logged: no query, no token of a link. */
function safePath(request: IncomingMessage & { originalUrl?: string }): string | undefined {
  const address = request.originalUrl ?? request.url ?? '';
  const end = address.indexOf('?');
  return (end === -1 ? address : address.slice(0, end)).replace(/^\/(pesanan|tanya|unggah)\/[^/]+/, '/$1/…');
}
