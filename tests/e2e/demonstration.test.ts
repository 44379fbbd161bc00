// The demonstration city, filled once, held against what it promises, and walked through: every page of the site, by who may open
// it, on the smallest phone and on a dark desk. And a filling that was cut off half way.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#app/domain/access/roles.ts';
import { DAY_MS } from '#app/domain/dates.ts';
import { ORDER_STATUSES } from '#app/domain/orders/order-status.ts';
import { listDemonstrationAccounts } from '#app/domain/people/demonstration-accounts.server.ts';
import { listRollupDifferences } from '#app/domain/sales/audit-person-months.server.ts';
import { href, URLS } from '#app/urls.ts';
import { openCardDesk } from '#prisma/seed/card-desk.ts';
import { clearHalfCity, seedCity, stateOfCity } from '#prisma/seed/city.ts';
import { listFaults, useBrowser } from '#tests/support/browser.ts';
import { listLeftovers, readKeptWords } from '#tests/support/leftovers.ts';
import { collectPageSamples, type PageName, type PageSamples } from '#tests/support/samples/page-samples.ts';
import { ROOT, useSite } from '#tests/support/site.ts';

const site = useSite({ realClock: true });
const browser = useBrowser();

async function fill(): Promise<void> {
  const cards = await openCardDesk(site.services.environment);
  await seedCity(site.services, cards).finally(() => cards.close());
}

describe('a filling that is cut off', () => {
  it('is known, cleared to the ground, and never mistaken for a city in use', async () => {
    expect(await stateOfCity(site.db)).toBe('empty');
    const sealer = {
      ...site.services.sealer,
      seal: () => {
        throw new Error('cut off');
      },
    };
    const cards = await openCardDesk(site.services.environment);
    const cutOff = seedCity({ ...site.services, sealer }, cards).finally(() => cards.close());
    await expect(cutOff).rejects.toThrow('cut off');
    expect(await stateOfCity(site.db)).toBe('half');
    expect(await site.db.area.count()).toBeGreaterThan(100);
    await clearHalfCity(site.db);
    expect(await stateOfCity(site.db)).toBe('empty');
    expect(await site.db.account.count()).toBe(0);
    await site.db.area.create({ data: { code: '36', name: 'Banten', level: 'province' } });
    expect(await stateOfCity(site.db)).toBe('inUse');
    await expect(clearHalfCity(site.db)).rejects.toThrow('half filled');
    await site.db.area.deleteMany();
  }, 60_000);
});

describe('the whole city', () => {
  beforeAll(fill, 400_000);

  it('is full, and is not filled again', async () => {
    expect(await stateOfCity(site.db)).toBe('inUse');
  });

  it('has the hundred women of 2019, the waitlisted second cohort, sixty shops and two hundred mats', async () => {
    const stages = await site.db.enrolment.groupBy({ by: ['stage'], _count: true });
    const count = (stage: string) => stages.find((row) => row.stage === stage)?._count ?? 0;
    expect(count('graduated')).toBe(100);
    expect(count('waitlisted')).toBe(40);
    expect(await site.db.shop.count({ where: { status: 'open' } })).toBe(60);
    expect(await site.db.listing.count()).toBe(200);
    expect(await site.db.listing.count({ where: { photos: { none: {} } } })).toBe(0);
  });

  it('has orders in every state, by every way to pay, and ends today', async () => {
    const orders = await site.db.order.findMany({ select: { status: true, method: true, placedAt: true } });
    expect(new Set(orders.map((order) => order.status))).toEqual(new Set(ORDER_STATUSES));
    expect(new Set(orders.map((order) => order.method))).toEqual(new Set(['cod', 'transfer', 'card']));
    const days = orders.map((order) => (Date.now() - order.placedAt.getTime()) / DAY_MS);
    expect(Math.min(...days)).toBeGreaterThan(0);
    expect(Math.min(...days)).toBeLessThan(1);
    expect(Math.max(...days)).toBeGreaterThan(700);
    const unread = { verdict: 'unread' } as const;
    expect(await site.db.paymentProof.count({ where: unread })).toBe(6);
  });

  it('has 24 months of answers, with gaps, breaks and closures, and a ledger that balances', async () => {
    const months = await site.db.checkIn.groupBy({ by: ['month'], _count: true });
    expect(months.length).toBe(24);
    for (const { _count } of months) expect(_count).toBeLessThan(140);
    const sold = await site.db.checkIn.groupBy({ by: ['sold'], _count: true });
    expect(sold.map((row) => row.sold).sort()).toEqual(['break', 'closed', 'no', 'yes']);
    expect(await site.db.ledgerEntry.count()).toBeGreaterThan(50);
    const { _sum } = await site.db.ledgerLine.aggregate({ _sum: { amountRupiah: true } });
    expect(_sum.amountRupiah).toBe(0n);
    expect(await listRollupDifferences(site.db)).toEqual([]);
  });
});

const build = (await import(join(ROOT, 'build/server/index.js'))) as ServerBuild;
const drawn = new Set(
  Object.values(build.routes).flatMap((route) => (route?.module.default ? [`/${route.path ?? ''}`] : [])),
);
const pages = (Object.keys(URLS) as PageName[]).filter((name) => drawn.has(URLS[name]));

const LOOKS = [
  { width: 320, dark: false },
  { width: 1280, dark: true },
] as const;
const LIST = 'daftar-peserta-keset-april-2019.xlsx';

/** Written by hand from the design: by whose hand a page is opened. */
function whoOpens(pattern: string): Role | 'buyer' {
  if (pattern.startsWith('/usaha')) return 'maker';
  if (pattern.startsWith('/pendampingan')) return 'field_officer';
  if (/^\/dinsos\/(keuangan|bukti-transfer)/.test(pattern)) return 'finance';
  return pattern.startsWith('/dinsos') ? 'programme_officer' : 'buyer';
}

describe('every page', () => {
  const cookies = new Map<Role | 'buyer', string>();
  let samples: PageSamples;

  beforeAll(async () => {
    for (const { id, role } of await listDemonstrationAccounts(site.db)) {
      const account = await site.db.account.findUniqueOrThrow({ where: { id } });
      const { personId, name } = account;
      const actor = { kind: 'account', accountId: id, role: role as Role, personId, name } as const;
      cookies.set(actor.role, await site.signIn(actor));
    }
    cookies.set('buyer', await shopAndAskForCode());
    samples = await collectPageSamples(site, { importReview: await uploadList() });
  });

  /** The cookies of somebody with a mat in her cart, who has asked for a code to sign in. */
  async function shopAndAskForCode(): Promise<string> {
    const variant = await site.db.variant.findFirstOrThrow({
      where: { onHand: { gt: 2 }, held: 0, isRetired: false, listing: { status: 'published' } },
    });
    const maker = await site.db.account.findFirstOrThrow({ where: { role: 'maker' } });
    const answers = [
      await site.post(href('cart'), { action: 'tambah', variantId: variant.id, quantity: '1' }),
      await site.post(href('signIn'), { telepon: maker.phone }),
    ];
    return answers
      .flatMap((answer) => answer.headers.getSetCookie())
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  async function uploadList(): Promise<string> {
    const cohort = await site.db.cohort.findFirstOrThrow({ orderBy: { startsOn: 'desc' } });
    const form = new FormData();
    form.set('tahap', 'graduated');
    form.set('berkas', new File([readFileSync(join(ROOT, 'prisma/seed/data/intake', LIST))], LIST));
    const as = cookies.get('programme_officer') ?? '';
    const answer = await site.post(href('officeImport', { slug: cohort.slug }), form, { as });
    return answer.headers.get('Location') ?? '';
  }

  it('is walked through', () => {
    expect(pages.filter((name) => !samples[name]?.length)).toEqual([]);
    expect(pages.length).toBeGreaterThan(30);
  });

  it('speaks English to who asks for it, all of it; but a maker is spoken to in Indonesian', async () => {
    const kept = await readKeptWords(site.db);
    const faults: string[] = [];
    // The page of parts shows makers' parts too, and says so in its own language.
    for (const name of pages.filter((page) => page !== 'systemUi')) {
      const as = cookies.get(whoOpens(URLS[name])) ?? '';
      const open = async (path: string, language: string) =>
        (await site.fetch(path, { as: `${as}; bahasa=${language}` })).text();
      for (const path of samples[name] ?? []) {
        const [indonesian, english] = [await open(path, 'id'), await open(path, 'en')];
        if (whoOpens(URLS[name]) === 'maker') expect(english, path).toContain('<html lang="id">');
        else {
          expect(english, path).toContain('<html lang="en">');
          faults.push(...listLeftovers(indonesian, english, kept).map((text) => `${path}: ${text}`));
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it.each(LOOKS)(
    '$width px, dark: $dark: axe finds nothing and nothing scrolls sideways',
    async (look) => {
      const faults: string[] = [];
      for (const name of pages) {
        const { context, page } = await browser.open({ ...look, audit: true });
        for (const pair of (cookies.get(whoOpens(URLS[name])) ?? '').split('; ').filter(Boolean)) {
          const [key = '', value = ''] = pair.split(/=(.*)/);
          await context.addCookies([{ name: key, value, url: site.origin }]);
        }
        for (const path of samples[name] ?? []) {
          const answer = await page.goto(site.origin + path);
          const arrivedAt = new URL(page.url()).pathname;
          if (answer?.status() !== 200 || arrivedAt !== path.split('?')[0])
            faults.push(`${path}: ${answer?.status()} at ${arrivedAt}`);
          faults.push(...(await listFaults(page)).map((fault) => `${path}: ${fault}`));
        }
        await context.close();
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
