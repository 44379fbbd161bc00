// An HTTPS server that speaks the part of Cloudinary's API that we use: signed upload, resource, destroy. The real SDK talks to it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const CLOUD = 'desa';
const KEY = '1234567890';
const SECRET = 'rahasia';
const NOT_SIGNED = new Set(['file', 'api_key', 'signature', 'resource_type', 'cloud_name']);

interface Kept {
  version: number;
  format: string;
  width: number;
  height: number;
  body: Buffer;
  bytes: number;
}

export interface CloudinaryDouble {
  readonly account: string;
  readonly apiAddress: string;
  readonly agent: Agent;
  readonly kept: Map<string, Kept>;
  /** Answer every request with this status until set to null. */
  outage: number | null;
  stop(): Promise<void>;
}

/** Key and certificate of this run, in one PEM. */
function createCertificate(): string {
  const directory = mkdtempSync(join(tmpdir(), 'keset-certificate-'));
  const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
  execFileSync('openssl', [...kind, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const pem = readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8');
  rmSync(directory, { recursive: true });
  return pem;
}

export async function startCloudinaryDouble(): Promise<CloudinaryDouble> {
  const pem = createCertificate();
  const kept = new Map<string, Kept>();
  const server = createServer({ key: pem, cert: pem }, (request, response) => {
    answer(double, request).then(
      ([status, body]) => send(response, status, body),
      (error: unknown) => send(response, 500, { error: { message: String(error) } }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const double: CloudinaryDouble = {
    account: `cloudinary://${KEY}:${SECRET}@${CLOUD}`,
    apiAddress: `https://127.0.0.1:${address.port}`,
    agent: new Agent({ ca: pem }),
    kept,
    outage: null,
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  return double;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

type Answer = readonly [status: number, body: object];

async function answer(double: CloudinaryDouble, request: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (double.outage !== null) return [double.outage, { error: { message: 'out of order' } }];
  const path = (request.url ?? '').split('?')[0] ?? '';
  const found = new RegExp(`^/v1_1/${CLOUD}/resources/image/upload/(.+)$`).exec(path)?.[1];
  if (request.method === 'GET' && found) return describeResource(double, request, decodeURIComponent(found));
  const form = await new Response(Buffer.concat(chunks), {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData();
  if (!isSigned(form)) return [401, { error: { message: 'Invalid Signature' } }];
  if (path.endsWith('/image/upload')) return upload(double, form);
  if (!path.endsWith('/image/destroy')) return [404, { error: { message: 'no such call' } }];
  return [200, { result: double.kept.delete(String(form.get('public_id'))) ? 'ok' : 'not found' }];
}

function isSigned(form: FormData): boolean {
  const text = [...new Set(form.keys())]
    .filter((key) => !NOT_SIGNED.has(key))
    .sort()
    .map((key) => `${key}=${form.get(key)}`)
    .join('&');
  return form.get('signature') === createHash('sha256').update(`${text}${SECRET}`).digest('hex');
}

function describeResource(double: CloudinaryDouble, request: IncomingMessage, publicId: string): Answer {
  const expected = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`;
  if (request.headers.authorization !== expected) return [401, { error: { message: 'unknown api_key' } }];
  const picture = double.kept.get(publicId);
  if (!picture) return [404, { error: { message: `Resource not found - ${publicId}` } }];
  const { body: _, ...facts } = picture;
  return [200, { public_id: publicId, ...facts, colors: [['#AA8866', 60]] }];
}

async function upload(double: CloudinaryDouble, form: FormData): Promise<Answer> {
  const file = form.get('file');
  const publicId = String(form.get('public_id'));
  if (typeof file === 'string' || file === null) return [400, { error: { message: 'Missing file' } }];
  const known = double.kept.get(publicId);
  if (known && form.get('overwrite') === 'false') return [200, { public_id: publicId, ...known, body: undefined }];
  const incoming = Buffer.from(await file.arrayBuffer());
  const facts = await sharp(incoming)
    .metadata()
    .catch(() => null);
  const format = facts?.format === 'jpeg' ? 'jpg' : (facts?.format ?? '');
  if (!String(form.get('allowed_formats')).split(',').includes(format))
    return [400, { error: { message: 'Image file format not allowed' } }];
  // The incoming transformation: smaller, and sharp drops metadata unless asked to keep it.
  const body = String(form.get('transformation') ?? '').includes('fl_force_strip')
    ? await sharp(incoming).resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true }).toBuffer()
    : incoming;
  const { width = 0, height = 0 } = await sharp(body).metadata();
  const picture = { version: 1_700_000_000 + double.kept.size, format, width, height, body, bytes: body.length };
  double.kept.set(publicId, picture);
  return [200, { public_id: publicId, ...picture, body: undefined }];
}
