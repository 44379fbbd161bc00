// Express request -> Fetch Request, Fetch Response -> Express response, with the body bounded and the answer compressed.
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { bodyLimitOf } from './shield.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const WORTH_COMPRESSING_BYTES = 600;

/** The body is cut off (the stream errors) when it grows past the route's limit, whatever Content-Length said. */
export function toWebRequest(request: ExpressRequest, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const entry of Array.isArray(value) ? value : [value]) if (entry !== undefined) headers.append(name, entry);
  }
  const url = new URL(request.originalUrl, origin);
  if (request.method === 'GET' || request.method === 'HEAD')
    return new Request(url, { method: request.method, headers });
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  return new Request(url, {
    method: request.method,
    headers,
    body: body.pipeThrough(limitBytes(bodyLimitOf(url.pathname))),
    duplex: 'half',
  } as RequestInit);
}

function limitBytes(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > limit) controller.error(new Response(null, { status: 413 }));
      else controller.enqueue(chunk);
    },
  });
}

export type Encoding = 'br' | 'gzip' | 'identity';

export function chooseEncoding(accept: string | undefined): Encoding {
  if (/\bbr\b/.test(accept ?? '')) return 'br';
  return /\bgzip\b/.test(accept ?? '') ? 'gzip' : 'identity';
}

export async function encodeBody(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'br') {
    return compressBrotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  }
  return encoding === 'gzip' ? compressGzip(body, { level: 6 }) : body;
}

export async function sendWebResponse(
  answer: Response,
  response: ExpressResponse,
  accept: string | undefined,
): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) response.setHeader('Set-Cookie', cookies);
  const body = Buffer.from(await answer.arrayBuffer());
  const isText = /^(text\/|application\/(json|xml|javascript)|image\/svg)/.test(
    answer.headers.get('Content-Type') ?? '',
  );
  const encoding = isText && body.length > WORTH_COMPRESSING_BYTES ? chooseEncoding(accept) : 'identity';
  const bytes = await encodeBody(body, encoding, 5);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  if (isText) response.vary('Accept-Encoding');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}
