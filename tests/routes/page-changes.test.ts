// Two servers with their own kept pages on one database: what changes through one is right in the other within a second.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerBuild } from '@remix-run/node';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { listenForChanges } from '#app/server/http/catalogue-changes.ts';
import { createHttpApp, type HttpApp } from '#app/server/http/http-app.ts';
import { textOf } from '#app/text/text.ts';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { ROOT, useSite } from '#tests/support/site.ts';

const WITHIN_MS = 1_000;

// What is changed is changed through this one; it has no ear, so that nothing here is right by accident.
const site = useSite();
let other: HttpApp;
let server: Server;
let ear: { stop(): Promise<void> };
let origin: string;
let mat: Awaited<ReturnType<typeof createListing>>;
let maker: Awaited<ReturnType<typeof createMaker>>;
let paths: { product: string; maker: string };

beforeAll(async () => {
  const build = (await import(join(ROOT, 'build/server/index.js'))) as ServerBuild;
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  const services = { ...site.services, environment: { ...site.services.environment, origin } };
  other = await createHttpApp({ services, build, clientDirectory: join(ROOT, 'build/client') });
  server.on('request', other.handle);
  ear = await listenForChanges(await databaseAddress(), other.hearers, site.services.log);
});
afterAll(async () => {
  await ear.stop();
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  maker = await createMaker(site.db);
  mat = await createListing(site.db, maker.shop.id, { onHand: 3 });
  paths = { product: `/produk/${mat.listing.slug}`, maker: `/perajin/${maker.shop.slug}` };
  await wait(50);
});

async function databaseAddress(): Promise<string> {
  const [row] = await site.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  return inject('databaseAddress').replace(/\/[^/]+$/, `/${row?.name}`);
}

const read = async (path: string) => {
  const answer = await fetch(`${origin}${path}`);
  return `${answer.status} ${await answer.text()}`;
};

/** Reads the page until it says so, at most a second after the change. */
async function expectSoon(path: string, says: (page: string) => boolean): Promise<void> {
  for (const until = performance.now() + WITHIN_MS; performance.now() < until; await wait(20)) {
    if (says(await read(path))) return;
  }
  expect.fail(`${path} was still the old one after ${WITHIN_MS} ms`);
}

describe('within a second the other server shows', () => {
  it('a price, on the mat, in the list and at the maker', async () => {
    for (const path of [paths.product, '/produk', paths.maker]) await read(path);
    await site.db.variant.update({ where: { id: mat.variant.id }, data: { priceRupiah: 77_500 } });
    await site.db.listing.update({ where: { id: mat.listing.id }, data: { fromRupiah: 77_500 } });
    for (const path of [paths.product, '/produk', paths.maker])
      await expectSoon(path, (page) => page.includes('77.500'));
  });

  it('that the last one was sold', async () => {
    const before = await read(paths.product);
    await buy(site.db, { shopId: maker.shop.id, variantId: mat.variant.id, quantity: 3 });
    await expectSoon(paths.product, (page) => page !== before && page.includes('OutOfStock'));
  });

  it('no mat that was put away, and no shop that was hidden', async () => {
    for (const path of [paths.product, '/produk', paths.maker, '/']) expect(await read(path)).toMatch(/^200/);
    await site.db.shop.update({ where: { id: maker.shop.id }, data: { status: 'hidden' } });
    for (const path of [paths.product, paths.maker]) await expectSoon(path, (page) => page.startsWith('404'));
    for (const path of ['/produk', '/']) await expectSoon(path, (page) => !page.includes(mat.listing.slug));
  });

  it('no card of a hidden shop beside the mat of another', async () => {
    const neighbour = await createMaker(site.db);
    const { listing } = await createListing(site.db, neighbour.shop.id, { onHand: 3 });
    const path = `/produk/${listing.slug}`;
    await expectSoon(path, (page) => page.includes(mat.listing.slug));
    await site.db.shop.update({ where: { id: maker.shop.id }, data: { status: 'hidden' } });
    await expectSoon(path, (page) => !page.includes(mat.listing.slug));
  });

  it('a fee of delivery', async () => {
    await read(paths.product);
    await site.db.deliveryRate.updateMany({ where: { shopId: maker.shop.id }, data: { feeRupiah: 6_543 } });
    await expectSoon(paths.product, (page) => page.includes('6.543'));
  });
});

it('forgets only what shows it: a sale of one mat leaves the page of another and the list alone', async () => {
  const neighbour = await createMaker(site.db);
  const { listing } = await createListing(site.db, neighbour.shop.id, { onHand: 3 });
  await wait(50);
  for (const path of [paths.product, `/produk/${listing.slug}`, '/produk']) await read(path);
  const kept = other.pages.size;
  await buy(site.db, { shopId: maker.shop.id, variantId: mat.variant.id });
  await expect.poll(() => other.pages.size, { timeout: WITHIN_MS }).toBe(kept - 1);
});

it('says how many are left once they are few; a sale out of plenty forgets no page', async () => {
  const { variant, listing } = await createListing(site.db, maker.shop.id, { onHand: 7 });
  const path = `/produk/${listing.slug}`;
  const { left } = textOf('id').listing;
  const sellOne = () => buy(site.db, { shopId: maker.shop.id, variantId: variant.id });
  await wait(50);
  await read(path);
  const kept = other.pages.size;
  await sellOne();
  await wait(100);
  expect(other.pages.size).toBe(kept);
  for (const free of [5, 4]) {
    await sellOne();
    await expectSoon(path, (page) => page.includes(left(free)));
  }
});

it('is right within a second also when the line was cut, and once it is back', async () => {
  await read(paths.product);
  await cutTheLine();
  await site.db.listing.update({ where: { id: mat.listing.id }, data: { title: 'Judul saat putus' } });
  await expectSoon(paths.product, (page) => page.includes('Judul saat putus'));
  await expect.poll(listeners, { timeout: 5_000 }).toBe(1);
  await read(paths.product);
  await site.db.listing.update({ where: { id: mat.listing.id }, data: { title: 'Judul sesudahnya' } });
  await expectSoon(paths.product, (page) => page.includes('Judul sesudahnya'));
});

const LISTENERS = `FROM pg_stat_activity WHERE query = 'listen "catalogue_changed"' AND datname = current_database()`;

async function listeners(): Promise<number> {
  const [row] = await site.db.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int ${LISTENERS}`);
  return row?.count ?? 0;
}

async function cutTheLine(): Promise<void> {
  const client = new pg.Client({ connectionString: await databaseAddress() });
  await client.connect();
  const { rowCount } = await client.query(`SELECT pg_terminate_backend(pid) ${LISTENERS}`);
  await client.end();
  expect(rowCount).toBe(1);
}
