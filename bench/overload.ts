// Three times what the site lets in at once, for ten seconds: some are told to come back, nobody meets an error of ours, an order that
// was said to be placed is there, and soon after everybody is served again.
import { MOST_AT_ONCE } from '#app/server/http/load-shedding.ts';
import { drive, forSomeTime } from './load.ts';
import { checkout, fillCarts } from './purchase.ts';
import type { BenchShop } from './shop.ts';

const TIMES = 3;
const RUSH_MS = 10_000;
const RECOVERS_WITHIN_MS = 10_000;
/** Recovered: so many answers in a row, each within a second. */
const CALM = 5;
/** Every twentieth visitor places an order; the others search for what nobody has searched for. */
const ORDERS_EVERY = 20;
const CARTS = 10_000;

export async function runOverload(shop: BenchShop): Promise<{ lines: string[]; isMet: boolean }> {
  const orders = (await fillCarts(shop, CARTS)).map((cart, index) => checkout(shop, cart, index));
  const before = await shop.db.purchase.count();
  let placed = 0;
  let mute = 0;
  const { statuses, answers } = await drive({
    port: shop.port,
    connections: TIMES * MOST_AT_ONCE,
    next: forSomeTime(RUSH_MS, (index) => (index % ORDERS_EVERY === 0 && orders.pop()) || search(shop, index)),
    hear(_, status, head) {
      if (status === 302) placed += 1;
      if (status === 503 && !/\r\nretry-after: [1-9]/i.test(head)) mute += 1;
    },
  });
  const recoveredMs = await waitUntilCalm(shop);
  const kept = (await shop.db.purchase.count()) - before;
  const errors = [...statuses].filter(([status]) => ![200, 302, 503].includes(status));
  const [served, refused] = [statuses.get(200) ?? 0, statuses.get(503) ?? 0];
  const isMet =
    refused > 0 &&
    placed > 0 &&
    kept === placed &&
    mute === 0 &&
    errors.length === 0 &&
    recoveredMs <= RECOVERS_WITHIN_MS;
  return {
    isMet,
    lines: [
      `## ${TIMES} x what the site lets in, ${RUSH_MS / 1000} s: ${isMet ? 'met' : 'MISSED'}`,
      '',
      `- ${answers} answers: ${served} pages, ${placed} orders placed, ${refused} told to come back (503), ${mute} of them without Retry-After`,
      `- other answers: ${errors.map(([status, count]) => `${count} x ${status}`).join(', ') || 'none'}`,
      `- orders in the database: ${kept} of ${placed}`,
      `- served in calm again after ${(recoveredMs / 1000).toFixed(1)} s (budget ${RECOVERS_WITHIN_MS / 1000} s)`,
      '',
    ],
  };
}

function search(shop: BenchShop, index: number): Buffer {
  return Buffer.from(`GET /produk?cari=lurik${index} HTTP/1.1\r\nHost: ${shop.host}\r\n\r\n`);
}

/** Milliseconds until the site answered several times in a row as on any day. */
async function waitUntilCalm(shop: BenchShop): Promise<number> {
  const startedAt = performance.now();
  let inARow = 0;
  let tries = 0;
  while (inARow < CALM && performance.now() - startedAt < 2 * RECOVERS_WITHIN_MS) {
    const answer = await fetch(`http://${shop.host}/produk?cari=sesudah${tries++}`, {
      signal: AbortSignal.timeout(1_000),
    })
      .then((response) => response.text().then(() => response.status))
      .catch(() => 0);
    inARow = answer === 200 ? inARow + 1 : 0;
  }
  return performance.now() - startedAt;
}
