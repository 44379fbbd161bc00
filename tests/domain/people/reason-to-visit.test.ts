// Why an officer might look: each reason at its edge, and the heaviest one wins.
import { describe, expect, it } from 'vitest';
import { type MonthFacts, reasonToVisit } from '#app/domain/people/reason-to-visit.ts';

const TODAY = '2026-11-20';
const sold = (month: string, profit: number | null = 200_000): MonthFacts => ({
  month,
  verifiedRupiah: 0,
  recordedSalesRupiah: 0,
  reportedSold: 'yes',
  reportedTakingsRupiah: null,
  reportedProfitRupiah: profit,
});
const unanswered = (since: Date | null) =>
  since ? [{ status: 'confirmed', placedAt: since, confirmedAt: since, readyAt: null, promisedOn: null }] : [];
const ask = (
  months: readonly MonthFacts[],
  graduatedOn: string | null = '2025-04-24',
  stuckSince: Date | null = null,
) => {
  const reason = reasonToVisit({ today: TODAY, graduatedOn, orders: unanswered(stuckSince), months });
  return reason && [reason.kind, reason.count];
};

describe('a reason to visit', () => {
  it('is none when last month is answered and sold', () => {
    expect(ask([sold('2026-10'), sold('2026-09')])).toBeNull();
  });

  it('is that last month is not answered yet', () => {
    expect(ask([sold('2026-09')])).toEqual(['checkInDue', 1]);
  });

  it('is an order stuck, whatever else there is', () => {
    expect(ask([], null, new Date('2026-11-18T03:00:00Z'))).toEqual(['orderStuck', 2]);
    expect(ask([sold('2026-10')], null, new Date('2026-11-19T16:59:00Z'))).toEqual(['orderStuck', 1]);
  });

  it.each([
    ['one month without a sale is not yet one', [sold('2026-09')], ['checkInDue', 1]],
    ['two months are', [sold('2026-08')], ['noSale', 2]],
    ['at most six are counted', [], ['noSale', 6]],
    [
      'a sale this month ends it',
      [{ ...sold('2026-11'), reportedSold: null, verifiedRupiah: 40_000 }],
      ['checkInsMissed', 6],
    ],
    ['an answer that she did not sell is no sale', [{ ...sold('2026-10'), reportedSold: 'no' }], ['noSale', 6]],
    [
      'her cash book counts as a sale',
      [{ ...sold('2026-10'), reportedSold: null, recordedSalesRupiah: 1 }],
      ['checkInsMissed', 6],
    ],
  ] as const)('no sale: %s', (_, months, expected) => {
    expect(ask(months)).toEqual(expected);
  });

  it('counts no month before she graduated', () => {
    expect(ask([], '2026-10-24')).toBeNull();
    expect(ask([], '2026-09-24')).toEqual(['checkInDue', 1]);
    expect(ask([], '2026-08-24')).toEqual(['noSale', 2]);
  });

  it('is a profit that fell three months running, with all four known', () => {
    const falling = [
      sold('2026-07', 400_000),
      sold('2026-08', 300_000),
      sold('2026-09', 200_000),
      sold('2026-10', 100_000),
    ];
    expect(ask(falling)).toEqual(['profitFalling', 3]);
    expect(ask(falling.slice(1))).toBeNull();
    expect(ask([...falling.slice(0, 3), sold('2026-10', 200_000)])).toBeNull();
    expect(ask([...falling.slice(0, 3), sold('2026-10', null)])).toBeNull();
  });

  it('weighs a stuck order over silence, silence over falling, falling over a missed answer', () => {
    const weight = (months: readonly MonthFacts[], stuckSince: Date | null = null) =>
      reasonToVisit({ today: TODAY, graduatedOn: null, orders: unanswered(stuckSince), months })?.weight ?? 0;
    const falling = [4, 3, 2, 1].map((back) => sold(`2026-${String(11 - back).padStart(2, '0')}`, back * 100_000));
    const missed = [{ ...sold('2026-10'), reportedSold: null, verifiedRupiah: 1 }];
    expect(weight([], new Date('2026-11-19T00:00:00Z'))).toBeGreaterThan(weight([]));
    expect(weight([])).toBeGreaterThan(weight(falling));
    expect(weight(falling)).toBeGreaterThan(weight(missed));
  });
});
