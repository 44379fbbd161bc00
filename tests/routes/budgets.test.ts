// What a page may weigh on a first visit and ask of the database: all that the public, a maker and an officer open, with 24 of everything.
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mustSucceed } from '#app/domain/result.ts';
import { POLICY, type PolicyRoute } from '#app/policy.ts';
import { URLS } from '#app/urls.ts';
import { createListing, createMaker, giveConsent, NOW } from '#tests/support/fixtures.ts';
import { enrol, MONTH } from '#tests/support/income-fixtures.ts';
import { publish } from '#tests/support/samples/published.ts';
import { addPhotoRow } from '#tests/support/shelf.ts';
import { buy, fillCart } from '#tests/support/shopping.ts';
import { ROOT, useSite } from '#tests/support/site.ts';
import { addressOf, type Name, useVisitors, type Viewer } from '#tests/support/visitors.ts';

const A_LIST = 24;
const PUBLIC_BYTES = 14 * 1024;
const OWN_BYTES = 120 * 1024;
const PUBLIC_QUERIES = 6;
/** Three of them ask who it is. */
const OWN_QUERIES = 10;
/** One query a relation: these show a whole order, a whole day, a whole file, whatever the number of rows. */
const QUERIES_OF: Readonly<Record<string, number>> = {
  order: 11,
  business: 17,
  businessMoney: 12,
  businessOrder: 11,
  businessShop: 22,
  followupPerson: 20,
};

const site = useSite();
const visitors = useVisitors(site);
const build = (await import(join(ROOT, 'build/server/index.js'))) as ServerBuild;
let cart: string;

beforeAll(async () => {
  const { own, cohort } = visitors.world;
  const mats: { variantId: string; quantity: number }[] = [];
  for (let index = 0; index < A_LIST; index++) {
    const { listing, variant } = await createListing(site.db, own.shop.id);
    await addPhotoRow(site.db, { shopId: own.shop.id, listingId: listing.id });
    if (index < 3) mats.push({ variantId: variant.id, quantity: 1 });
    await buy(site.db, { shopId: own.shop.id, variantId: variant.id });
    const neighbour = await createMaker(site.db);
    await enrol(site.db, cohort.id, neighbour.person.id, 1_000_000);
  }
  mustSucceed(await publish(site.db, MONTH));
  await site.db.shop.update({ where: { id: own.shop.id }, data: { story: 'Belajar menenun April 2019.' } });
  await giveConsent(site.db, own.person.id, 'story');
  cart = `keranjang=${await fillCart(site.db, mats)}; keranjang_isi=3`;
});

type Page = readonly [name: string, path: () => string];

/** Addresses of the pages (not of pictures, files and feeds) whose route the predicate takes. */
function pagesOf(takes: (route: PolicyRoute) => boolean): Page[] {
  return (Object.keys(URLS) as Name[]).flatMap((name) => {
    const route = Object.values(build.routes).find(
      (entry) => entry?.module.default && (entry.path || entry.index) && `/${entry.path ?? ''}` === URLS[name],
    );
    const id = route?.id.slice('routes/'.length) as PolicyRoute;
    return id in POLICY && takes(id) ? [[name, () => addressOf(name, visitors.world.own)] as const] : [];
  });
}

const askedFor = (route: PolicyRoute) => (POLICY[route] as { GET?: string }).GET;
const isPublic = (route: PolicyRoute) => askedFor(route) === 'public' && !route.startsWith('machine/');
const PUBLIC: readonly Page[] = [
  ...pagesOf(isPublic),
  ['search', () => '/produk?cari=lrik&warna=biru&urut=murah'],
  ['nothing there', () => '/tidak-ada'],
];
const FIGURES: readonly PolicyRoute[] = ['office/outcomes', 'office/cohort-list', 'office/cohort'];
const OWN: readonly (readonly [viewer: Viewer, pages: readonly Page[]])[] = [
  ['maker', pagesOf((route) => askedFor(route) === 'shop.run')],
  ['officer', pagesOf((route) => askedFor(route) === 'person.follow')],
  ['programme_officer', pagesOf((route) => FIGURES.includes(route))],
  ['analyst', pagesOf((route) => FIGURES.includes(route))],
];

const compressed = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

/** The page with all that it has a browser fetch, pictures apart. */
async function weigh(html: string) {
  const fetched = [...html.matchAll(/<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src)="([^"]+)"/g)];
  let bytes = compressed(html);
  for (const [, address = ''] of fetched) bytes += compressed(await (await site.fetch(address)).text());
  return { bytes, parts: fetched.length, scripts: html.match(/<script(?![^>]*ld\+json)/g)?.length ?? 0 };
}

const query = vi.spyOn(pg.Client.prototype, 'query');
afterAll(() => query.mockRestore());

/** A first visit: nothing of the page is kept. */
async function visit(path: string, as: string) {
  site.app.pages.clear();
  query.mockClear();
  const answer = await site.fetch(path, { as });
  const queries = query.mock.calls.length;
  expect([200, 302, 404]).toContain(answer.status);
  return { answer, queries, ...(await weigh(await answer.text())) };
}

describe('public', () => {
  it('is every address that anybody may open', () => {
    const names = PUBLIC.map(([name]) => name);
    for (const name of ['home', 'products', 'product', 'maker', 'cart', 'checkout', 'order'])
      expect(names).toContain(name);
  });

  it.each(PUBLIC)('%s fits the first window, needs no script, asks the database little', async (name, path) => {
    const { answer, bytes, scripts, parts, queries } = await visit(path(), cart);
    expect(bytes).toBeLessThanOrEqual(PUBLIC_BYTES);
    expect(scripts).toBe(0);
    if (answer.status !== 302) expect(parts).toBe(1);
    expect(queries).toBeLessThanOrEqual(QUERIES_OF[name] ?? PUBLIC_QUERIES);
    if (['home', 'products', 'product', 'maker', 'cart'].includes(name)) expect(queries).toBeGreaterThan(0);
  });
});

describe.each(OWN)('%s', (viewer, pages) => {
  beforeAll(async () => {
    // An order that waits for her answer, so that every page of hers is there.
    const { order, proof, reassignmentId: id } = visitors.world.own;
    await site.db.reassignment.update({ where: { id }, data: { status: 'declined', answeredAt: NOW } });
    await site.db.paymentProof.update({ where: { id: proof.id }, data: { verdict: 'in' } });
    await site.db.order.update({ where: { id: order.id }, data: { status: 'confirmed', confirmedAt: NOW } });
  });

  it.each(pages)(
    '%s is light on a first visit and asks the same of the database whatever the number of rows',
    async (name, path) => {
      const { answer, bytes, parts, queries } = await visit(path(), visitors.as(viewer).as ?? '');
      expect(answer.status).toBe(200);
      expect(bytes).toBeLessThanOrEqual(OWN_BYTES);
      expect(parts).toBeGreaterThan(0);
      expect(queries).toBeLessThanOrEqual(QUERIES_OF[name] ?? OWN_QUERIES);
    },
  );
});
