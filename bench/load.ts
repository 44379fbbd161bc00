// A load generator as light as can be: keep-alive sockets, one request at a time on each, answers counted by Content-Length.
import { connect, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Bytes of the nth request, or null when there is nothing more to ask. */
  readonly next: (index: number) => Buffer | null;
}

export interface Loaded {
  readonly answers: number;
  readonly seconds: number;
  /** status -> how many */
  readonly statuses: ReadonlyMap<number, number>;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Resolves when every connection has got the answer to its last request; rejects when the server cuts one off. */
export async function drive({ port, connections, next }: Load): Promise<Loaded> {
  const statuses = new Map<number, number>();
  let index = 0;
  const startedAt = performance.now();
  const take = () => next(index++);
  const note = (status: number) => void statuses.set(status, (statuses.get(status) ?? 0) + 1);
  await Promise.all(Array.from({ length: connections }, () => exchange(connect(port, '127.0.0.1'), take, note)));
  const answers = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return { answers, seconds: (performance.now() - startedAt) / 1000, statuses };
}

function exchange(socket: Socket, take: () => Buffer | null, note: (status: number) => void): Promise<void> {
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const send = () => {
      const request = take();
      if (request) socket.write(request);
      else socket.end(resolve);
    };
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const size = sizeOf(received);
      if (size === null || received.length < size) return;
      note(Number(received.toString('latin1', 9, 12)));
      received = received.subarray(size);
      send();
    });
  });
}

/** Bytes of the whole answer; null while its head is incomplete. Every answer measured here states its length. */
function sizeOf(received: Buffer): number | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd === -1) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, headEnd))?.[1];
  if (length === undefined)
    throw new Error(`an answer without Content-Length:\n${received.toString('latin1', 0, headEnd)}`);
  return headEnd + HEAD_END.length + Number(length);
}

/** `ask` again and again for so many milliseconds. */
export function forSomeTime(ms: number, ask: (index: number) => Buffer): (index: number) => Buffer | null {
  const until = performance.now() + ms;
  return (index) => (performance.now() < until ? ask(index) : null);
}
