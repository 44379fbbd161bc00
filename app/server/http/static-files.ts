// The built assets and public/ in memory, compressed once at start. Names with a content hash never change.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import { chooseEncoding, type Encoding, encodeBody } from './web-exchange.ts';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

export async function staticFiles(directory: string) {
  const files = new Map<string, { type: string; bodies: Record<Encoding, Buffer> }>();
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const type = TYPES[entry.name.split('.').pop() ?? ''];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const body = await readFile(path);
    const isText = !type.startsWith('image/p') && !type.startsWith('image/x');
    files.set(`/${relative(directory, path).split(sep).join('/')}`, {
      type,
      bodies: {
        identity: body,
        br: isText ? await encodeBody(body, 'br', 11) : body,
        gzip: isText ? await encodeBody(body, 'gzip', 9) : body,
      },
    });
  }
  return (request: Request, response: Response, next: NextFunction): void => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.path) : undefined;
    if (!file) {
      next();
      return;
    }
    const encoding =
      file.bodies.br === file.bodies.identity ? 'identity' : chooseEncoding(request.headers['accept-encoding']);
    response.setHeader('Content-Type', file.type);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader(
      'Cache-Control',
      request.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.end(file.bodies[encoding]);
  };
}
