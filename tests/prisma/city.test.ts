// The demonstration city, filled once and held against what it promises; and a filling that was cut off half way.
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '#app/domain/dates.ts';
import { ORDER_STATUSES } from '#app/domain/orders/order-status.ts';
import { listRollupDifferences } from '#app/domain/sales/audit-person-months.server.ts';
import { openCardDesk } from '#prisma/seed/card-desk.ts';
import { clearHalfCity, seedCity, stateOfCity } from '#prisma/seed/city.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite({ realClock: true });

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
    expect(await site.db.paymentProof.count({ where: unread })).toBe(5);
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
