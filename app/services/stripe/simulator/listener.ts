// The simulator's door: reads each HTTP request and hands it to the API, the payment page or the controls.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type ApiSettings, answerRequest } from './api/answer-request.ts';
import { answerControl, CONTROL_PATH } from './control.ts';
import { answerPage, PAGE_PATH, type PageSettings } from './page/answer-page.ts';

interface Settings {
  readonly api: ApiSettings;
  readonly page: PageSettings;
  readonly control: Parameters<typeof answerControl>[0];
  reportBug(error: unknown): void;
  saveSoon(): void;
}

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

const LARGEST_BODY_BYTES = 1024 * 1024;

export function createListener(settings: Settings): RequestListener {
  return (message, response) => {
    answer(settings, message, response)
      .catch((error: unknown) => {
        settings.reportBug(error);
        response.destroy();
      })
      .finally(() => {
        if (message.method !== 'GET') settings.saveSoon();
      });
  };
}

async function answer(settings: Settings, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readMessage(message);
  if (!request) return send(response, 413, {}, '');
  if (request.path.startsWith(PAGE_PATH)) {
    const { status, headers, body, afterSent } = await answerPage(settings.page, request);
    if (afterSent) response.once('close', afterSent);
    return send(response, status, headers, body);
  }
  if (request.path.startsWith(CONTROL_PATH)) {
    const { status, body } = answerControl(settings.control, request);
    return send(response, status, { 'Content-Type': 'application/json' }, JSON.stringify(body));
  }
  const reply = await answerRequest(settings.api, request);
  if (reply.isCut) response.destroy();
  else send(response, reply.status, reply.headers, reply.body);
}

/** Null when the body is too large. */
async function readMessage(message: IncomingMessage): Promise<Incoming | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  const [path = '', query = ''] = (message.url ?? '').split('?', 2);
  const body = Buffer.concat(chunks).toString('utf8');
  return { method: message.method ?? '', path: decodePath(path), query, body, headers: message.headers };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, headers).end(body);
}
