// A load generator as light as can be: keep-alive sockets, one request at a time on each, answers counted by Content-Length.
import { connect } from 'node:net';

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Bytes of the nth request, or null when there is nothing more to ask. */
  readonly next: (index: number) => Buffer | null;
  /** Hears each answer's head. */
  readonly hear?: (index: number, status: number, head: string) => void;
}

export interface Loaded {
  readonly answers: number;
  readonly seconds: number;
  /** status -> how many */
  readonly statuses: ReadonlyMap<number, number>;
}

const SENT_AWAY_MS = 500;
const HEAD_END = Buffer.from('\r\n\r\n');

/** Resolves when every connection has got the answer to its last request; rejects when the server cuts one off. */
export async function drive({ port, connections, next, hear }: Load): Promise<Loaded> {
  const statuses = new Map<number, number>();
  let index = 0;
  const startedAt = performance.now();
  const take = () => {
    const taken = index++;
    const bytes = next(taken);
    const note = (head: string) => {
      const status = Number(head.slice(9, 12));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      hear?.(taken, status, head);
    };
    return bytes && { bytes, note };
  };
  await Promise.all(Array.from({ length: connections }, () => exchange(port, take)));
  const answers = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return { answers, seconds: (performance.now() - startedAt) / 1000, statuses };
}

interface Asked {
  readonly bytes: Buffer;
  readonly note: (head: string) => void;
}

function exchange(port: number, take: () => Asked | null): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    let asked: Asked | null = null;
    const send = () => {
      asked = take();
      if (asked) socket.write(asked.bytes);
      else socket.end(resolve);
    };
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const size = sizeOf(received);
      if (size === null || received.length < size) return;
      const head = received.toString('latin1', 0, received.indexOf(HEAD_END));
      asked?.note(head);
      received = received.subarray(size);
      if (!/\r\nconnection: close/i.test(head)) return send();
      // Whoever is sent away comes back on a line of her own, though sooner than she was told.
      socket.removeAllListeners().destroy();
      setTimeout(() => resolve(exchange(port, take)), SENT_AWAY_MS);
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
