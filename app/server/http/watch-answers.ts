// Every answer is given a number, counted, timed and written to the access log, in one place.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { Counter, Histogram, type Registry } from 'prom-client';

declare module 'node:http' {
  interface IncomingMessage {
    /** Number of this request, in the log and in X-Request-Id. */
    id: string;
    /** Milliseconds of the process's own clock. */
    startedAt: number;
  }
}

/** Pino's number for this level. */
const INFO = pino.levels.values.info ?? 30;
const LINES_LETTERS = 8 * 1024;
const LINES_WAIT_MS = 500;

/** What is left to write when the process ends, before pino empties its own. */
const atTheEnd = new Set<() => void>();
process.once('exit', () => {
  for (const write of atTheEnd) write();
});

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
  // Looked up once: by its labels, each would be found anew for every answer.
  const timer = seconds.labels();
  const counters = new Map([1, 2, 3, 4, 5].map((hundred) => [hundred, requests.labels(`${hundred}xx`)]));
  // A log of its own without redaction: its lines hold these five facts and nothing that was sent. They are written some at a
  // time, in pino's form but by hand, for on a kept page pino itself is a sixth of the work; faults go to the other log, at once.
  const log = pino.destination({ sync: false });
  let lines = '';
  const writeLines = () => {
    if (lines) log.write(lines);
    lines = '';
  };
  setInterval(writeLines, LINES_WAIT_MS).unref();
  atTheEnd.add(writeLines);
  const isLogged = INFO >= (pino.levels.values[logLevel] ?? Number.POSITIVE_INFINITY);

  function answered(this: ServerResponse): void {
    const { id, method, startedAt } = this.req;
    const ms = performance.now() - startedAt;
    // 499, as nginx says it: the visitor left before the answer was whole.
    const status = this.writableFinished ? this.statusCode : 499;
    timer.observe(ms / 1000);
    counters.get(Math.floor(status / 100))?.inc();
    if (!isLogged) return;
    const facts = `"id":"${id}","method":"${method}","path":${JSON.stringify(safePath(this.req))},"status":${status}`;
    lines += `{"level":${INFO},"time":${Date.now()},${facts},"ms":${ms.toFixed(1)},"msg":"answered"}\n`;
    if (lines.length >= LINES_LETTERS) writeLines();
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    request.startedAt = performance.now();
    request.id = randomUUID();
    response.on('close', answered);
  };
}

/** Nothing of class S2 or S3 is logged: no query, no token of a link. */
function safePath(request: IncomingMessage & { originalUrl?: string }): string | undefined {
  const address = request.originalUrl ?? request.url ?? '';
  const end = address.indexOf('?');
  return (end === -1 ? address : address.slice(0, end)).replace(/^\/(pesanan|tanya|unggah)\/[^/]+/, '/$1/…');
}
