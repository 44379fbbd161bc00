// More than this machine can carry: some are told to come back, the others are served, and soon everybody is again.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWebServer, SERVER_LIMITS } from '#app/server/http/web-server.ts';
import { fillShelf } from '#tests/support/shelf.ts';
import { useSite } from '#tests/support/site.ts';

const CAPACITY = 8;
const site = useSite({ mostAtOnce: CAPACITY });
beforeAll(() => fillShelf(site.db, 6));

let asked = 0;
/** A page that nobody has kept. */
const ask = () => site.fetch(`/produk?cari=lurik${asked++}`);

/** So many are in work: forms whose last byte is still to come. */
async function occupy(count: number): Promise<Socket[]> {
  const { host } = new URL(site.origin);
  const type = 'Content-Type: application/x-www-form-urlencoded';
  const head = [
    'POST /masuk HTTP/1.1',
    `Host: ${host}`,
    `Origin: ${site.origin}`,
    type,
    'Content-Length: 10',
    'Expect: 100-continue',
  ];
  const sockets = Array.from({ length: count }, () => connect(Number(new URL(site.origin).port), '127.0.0.1'));
  // The server says 100 Continue as it takes a request in.
  const taken = sockets.map((socket) =>
    once(
      socket.on('error', () => {}),
      'data',
    ),
  );
  for (const socket of sockets) socket.write(`${head.join('\r\n')}\r\n\r\n`);
  for (const [said] of await Promise.all(taken)) expect(String(said)).toMatch(/^HTTP\/1.1 100/);
  expect((await ask()).status).toBe(503);
  return sockets;
}

describe('more than may come in', () => {
  it('are told to come back, those who are in are served, and then everybody is again', async () => {
    const inside = await occupy(CAPACITY);
    const refused = await Promise.all(Array.from({ length: 2 * CAPACITY }, ask));
    for (const answer of refused) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
      for (const name of ['X-Request-Id', 'Content-Security-Policy']) expect(answer.headers.get(name)).toBeTruthy();
    }
    const answers = inside.map((socket) => once(socket, 'data'));
    for (const socket of inside) socket.write('a=12345678');
    for (const [said] of await Promise.all(answers)) expect(String(said)).toMatch(/^HTTP\/1.1 422/);
    for (const socket of inside) socket.destroy();
    await expect.poll(async () => (await ask()).status, { timeout: 5_000 }).toBe(200);
    for (let turn = 0; turn < 3; turn++) {
      const served = await Promise.all(Array.from({ length: CAPACITY }, ask));
      expect(served.map((answer) => answer.status)).toEqual(Array(CAPACITY).fill(200));
    }
  });

  it('do not stand in the way of kept pages, of news about money, or of whoever watches', async () => {
    await site.fetch('/privasi');
    const inside = await occupy(CAPACITY);
    expect((await site.fetch('/privasi')).status).toBe(200);
    expect((await site.fetch('/readyz')).status).toBe(200);
    expect((await site.fetch('/webhooks/stripe', { method: 'POST', body: '{}' })).status).not.toBe(503);
    for (const socket of inside) socket.destroy();
    await expect.poll(async () => (await ask()).status, { timeout: 5_000 }).toBe(200);
  });

  it('make room by leaving', async () => {
    for (const socket of await occupy(CAPACITY)) socket.destroy();
    await expect.poll(async () => (await ask()).status, { timeout: 5_000 }).toBe(200);
  });
});

describe('a sender who is slow on purpose', () => {
  const open = (origin: string): Socket => connect(Number(new URL(origin).port), '127.0.0.1');

  it('loses the line when the head does not end', async () => {
    const short = { ...SERVER_LIMITS, headersTimeout: 300, connectionsCheckingInterval: 100 };
    const server = createWebServer((_, response) => response.end(), short).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const socket = open(`http://localhost:${typeof address === 'object' ? address?.port : ''}`);
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
    const [said] = await once(socket, 'data', { signal: AbortSignal.timeout(5_000) });
    expect(String(said)).toMatch(/^HTTP\/1.1 408/);
    socket.destroy();
    server.close();
  });

  it('meets these limits on the site: Node’s own would let a head take a minute', () => {
    const server = createWebServer(() => {});
    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 180_000, keepAliveTimeout: 20_000 });
  });

  it('is refused a body over the limit while it is still being sent', async () => {
    const socket = open(site.origin);
    const { host } = new URL(site.origin);
    const head = ['POST /masuk HTTP/1.1', `Host: ${host}`, `Origin: ${site.origin}`, 'Transfer-Encoding: chunked'];
    socket.write(`${head.join('\r\n')}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n`);
    const chunk = `4000\r\n${'a'.repeat(0x4000)}\r\n`;
    socket.on('error', () => {});
    const answer = once(socket, 'data', { signal: AbortSignal.timeout(5_000) });
    for (let sent = 0; sent < 8; sent++) socket.write(chunk);
    expect(String((await answer)[0])).toMatch(/^HTTP\/1.1 413/);
    socket.destroy();
  });
});
