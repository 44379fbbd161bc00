// Pages of the catalogue against a bare Node server sending the same compressed bytes; also with a mat in the cart.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { cpuMs } from './cpu.ts';
import { drive, forSomeTime } from './load.ts';
import type { Case, Sample } from './report.ts';
import type { BenchShop } from './shop.ts';

const RUN_MS = 3_000;
const CONNECTIONS = 16;
const BROWSER = [
  'Accept: text/html',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'User-Agent: Mozilla/5.0 (Linux; Android 13)',
];

interface Target {
  readonly port: number;
  readonly bytes: Buffer;
  readonly pids: readonly number[];
}

export async function benchPages(shop: BenchShop): Promise<{ cases: Case[]; close(): void }> {
  const listing = await shop.db.listing.findFirstOrThrow({ orderBy: { publishedAt: 'desc' } });
  const product = `/produk/${listing.slug}`;
  const list = await bareServer(shop, '/produk');
  const page = await bareServer(shop, product);
  const site = (path: string, cookie?: string) => ({
    ...{ port: shop.port, bytes: ask(shop.host, path, cookie), pids: [shop.sitePid, shop.postgresPid] },
  });
  const cart = `keranjang=${'k'.repeat(22)}; keranjang_isi=2`;
  // The limit is asked in the same words: it has the cookie to read too.
  const withCart = { ...page.target, bytes: ask(shop.host, product, cart) };
  const cases = [
    { name: 'list of 24', limit: list.target, ours: site('/produk') },
    { name: 'product', limit: page.target, ours: site(product) },
    { name: 'product, two mats in the cart', limit: withCart, ours: site(product, cart) },
  ];
  return {
    cases: cases.map(({ name, limit, ours }) => ({
      ...{ name, limit: () => measure(limit), ours: () => measure(ours) },
      budget: { cpu: 2.5, rate: 0.5 },
    })),
    close() {
      list.child.disconnect();
      page.child.disconnect();
    },
  };
}

async function measure({ port, bytes, pids }: Target): Promise<Sample> {
  const before = pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
  const { answers, seconds, statuses } = await drive({
    port,
    connections: CONNECTIONS,
    next: forSomeTime(RUN_MS, () => bytes),
  });
  if (statuses.get(200) !== answers) throw new Error(`not every answer was 200: ${JSON.stringify([...statuses])}`);
  const used = pids.reduce((sum, pid) => sum + cpuMs(pid), 0) - before;
  return { perSecond: answers / seconds, cpuMs: used / answers };
}

function ask(host: string, path: string, cookie?: string): Buffer {
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...BROWSER, ...(cookie ? [`Cookie: ${cookie}`] : [])];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}

async function bareServer(shop: BenchShop, path: string) {
  const page = await fetchRaw(shop, path);
  const child = fork(join(import.meta.dirname, 'bare-http.ts'));
  child.send(page);
  const [port] = (await once(child, 'message')) as [number];
  return { child, target: { port, bytes: ask(shop.host, path), pids: [child.pid ?? 0] } };
}

/** The compressed bytes as they go over the wire. */
async function fetchRaw(shop: BenchShop, path: string) {
  const asked = request({
    host: '127.0.0.1',
    port: shop.port,
    path,
    headers: { Host: shop.host, 'Accept-Encoding': 'br' },
  });
  const [response] = await once(asked.end(), 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return {
    body: Buffer.concat(chunks).toString('base64'),
    encoding: String(response.headers['content-encoding']),
    type: String(response.headers['content-type']),
  };
}
