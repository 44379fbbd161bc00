// A purchase of three mats over HTTP, whole and durable, against the bare `pg` transaction of the same shape.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newToken } from '#app/domain/ids.ts';
import { cpuMs } from './cpu.ts';
import { drive } from './load.ts';
import type { Case, Sample } from './report.ts';
import type { BenchShop } from './shop.ts';

const PURCHASES = 400;
const CLIENTS = 8;
/** One warming run and five measured ones. */
const RUNS = 6;

export async function benchPurchase(shop: BenchShop): Promise<{ cases: Case[]; close(): void }> {
  const carts = await fillCarts(shop, PURCHASES * RUNS);
  const child = fork(join(import.meta.dirname, 'bare-orders.ts'), [shop.databaseAddress, String(CLIENTS)]);
  await once(child, 'message');
  return {
    cases: [
      {
        name: 'purchase of three mats',
        limit: () => measureBare(shop, child),
        ours: () => measureSite(shop, carts.splice(0, PURCHASES)),
        budget: { cpu: 4 },
      },
    ],
    close: () => child.disconnect(),
  };
}

async function measured(pids: readonly number[], work: () => Promise<number>): Promise<Sample> {
  const total = () => pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
  const before = total();
  const seconds = await work();
  return { perSecond: PURCHASES / seconds, cpuMs: (total() - before) / PURCHASES };
}

function measureBare(shop: BenchShop, child: ChildProcess): Promise<Sample> {
  return measured([child.pid ?? 0, shop.postgresPid], async () => {
    const startedAt = performance.now();
    child.send(PURCHASES);
    await once(child, 'message');
    return (performance.now() - startedAt) / 1000;
  });
}

function measureSite(shop: BenchShop, carts: readonly Cart[]): Promise<Sample> {
  const requests = carts.map((cart, index) => checkout(shop, cart, index));
  return measured([shop.sitePid, shop.postgresPid], async () => {
    const { seconds, statuses } = await drive({
      ...{ port: shop.port, connections: CLIENTS, next: (index: number) => requests[index] ?? null },
    });
    if (statuses.get(302) !== PURCHASES)
      throw new Error(`not every purchase was placed: ${JSON.stringify([...statuses])}`);
    return seconds;
  });
}

export interface Cart {
  readonly token: string;
  readonly shopId: string;
  readonly totalRupiah: number;
}

/** Three mats of one shop in each cart, the shops in turn. */
export async function fillCarts(shop: BenchShop, count: number): Promise<Cart[]> {
  await shop.db.$executeRaw`UPDATE "Variant" SET "onHand" = 1000000`;
  // Each filling has tokens of its own; with the number they are as long as real ones.
  const filling = newToken().slice(0, 12);
  return shop.db.$queryRaw<Cart[]>`
    WITH shelf AS (
      SELECT s.id AS "shopId", dense_rank() OVER (ORDER BY s.id) AS place, v.id AS "variantId", v."priceRupiah",
             row_number() OVER (PARTITION BY s.id ORDER BY v.id) AS nth
      FROM "Shop" s JOIN "Listing" l ON l."shopId" = s.id JOIN "Variant" v ON v."listingId" = l.id),
    wanted AS (
      SELECT n, gen_random_uuid() AS id, ${filling} || lpad(n::text, 10, '0') AS token,
             n % (SELECT max(place) FROM shelf) + 1 AS place
      FROM generate_series(1, ${count}::int) n),
    cart AS (
      INSERT INTO "Cart" (id, "tokenHash", "updatedAt")
      SELECT id, encode(sha256(token::bytea), 'hex'), now() FROM wanted),
    line AS (
      INSERT INTO "CartLine" ("cartId", "variantId", quantity, "addedAt")
      SELECT w.id, s."variantId", 1, now() FROM wanted w JOIN shelf s ON s.place = w.place AND s.nth <= 3)
    SELECT w.token, s."shopId", sum(s."priceRupiah")::int AS "totalRupiah"
    FROM wanted w JOIN shelf s ON s.place = w.place AND s.nth <= 3
    GROUP BY w.n, w.token, s."shopId" ORDER BY w.n`;
}

/** Each buyer comes from an address of her own, or the site's limit per address would rightly stop them. */
export function checkout(shop: BenchShop, { token, shopId, totalRupiah }: Cart, index: number): Buffer {
  const body = new URLSearchParams({
    ...{ kunci: `key-${token}`, nama: 'Rina', telepon: '081234567890', bayar: 'cod', catatan: '' },
    ...{ total: String(totalRupiah), [`kirim-${shopId}`]: 'pickup' },
  }).toString();
  return Buffer.from(
    [
      'POST /checkout HTTP/1.1',
      `Host: ${shop.host}`,
      `Origin: http://${shop.host}`,
      `Cookie: keranjang=${token}; keranjang_isi=3`,
      `X-Forwarded-For: 10.0.${index >> 8}.${index & 255}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
}
