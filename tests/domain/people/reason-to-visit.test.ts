// Why an officer might look: each reason at its edge, and the heaviest one wins.
import { describe, expect, it } from 'vitest';
import { type MonthFacts, reasonToVisit } from '#app/domain/people/reason-to-visit.ts';
import { sayReason } from '#app/ui/business/reason-words.ts';

const TODAY = '2026-11-20';
const sold = (month: string, profit: number | null = 200_000): MonthFacts => ({
  month,
  verifiedRupiah: 0,
  recordedSalesRupiah: 0,
  reportedSold: 'yes',
  reportedTakingsRupiah: null,
  reportedProfitRupiah: profit,
});
/** Answered, with takings of so much, and so much sold here. */
const told = (month: string, verifiedRupiah: number, reportedTakingsRupiah: number | null): MonthFacts => ({
  ...sold(month),
  verifiedRupiah,
  reportedTakingsRupiah,
});
const far = (month: string) => told(month, 100_000, 500_001);
const unanswered = (since: Date | null) =>
  since
    ? [{ status: 'confirmed', placedAt: since, confirmedAt: since, readyAt: null, shippedAt: null, promisedOn: null }]
    : [];
const ask = (
  months: readonly MonthFacts[],
  graduatedOn: string | null = '2025-04-24',
  stuckSince: Date | null = null,
) => {
  const reason = reasonToVisit({ today: TODAY, graduatedOn, orders: unanswered(stuckSince), months });
  return reason && ('count' in reason ? [reason.kind, reason.count] : [reason.kind, reason.month]);
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

  it.each([
    ['more sold here than she said came in', [told('2026-10', 300_001, 300_000)], ['verifiedAbove', '2026-10']],
    ['just as much', [told('2026-10', 300_000, 300_000)], null],
    ['she said that nothing was sold', [told('2026-10', 40_000, 0)], ['verifiedAbove', '2026-10']],
    ['she has not answered', [told('2026-10', 40_000, null)], null],
    [
      'the newest of two months',
      [told('2026-10', 1, 500_000), told('2026-09', 2, 1), told('2026-08', 2, 1)],
      ['verifiedAbove', '2026-09'],
    ],
    ['the month under way is not compared', [told('2026-11', 2, 1), told('2026-10', 1, 1)], null],
  ] as const)('verified above reported: %s', (_, months, expected) => {
    expect(ask(months)).toEqual(expected);
  });

  it.each([
    ['three months in a row', [far('2026-10'), far('2026-09'), far('2026-08')], ['reportedFarAbove', '2026-10']],
    ['two are not enough', [far('2026-10'), far('2026-09'), told('2026-08', 100_000, 500_000)], null],
    ['five times is not over five times', [told('2026-10', 100_000, 500_000), far('2026-09'), far('2026-08')], null],
    ['with a month between that is not known', [far('2026-10'), far('2026-09'), far('2026-07')], null],
    ['three that are over', [told('2026-10', 1, 1), far('2026-09'), far('2026-08'), far('2026-07')], null],
    [
      'nothing sold here compares with nothing',
      [told('2026-10', 0, 900_000), told('2026-09', 0, 900_000), told('2026-08', 0, 900_000)],
      null,
    ],
  ] as const)('reported over five times verified: %s', (_, months, expected) => {
    expect(ask(months)).toEqual(expected);
  });

  it('gives the amounts, of three months their sums', () => {
    const months = [far('2026-10'), far('2026-09'), told('2026-08', 50_000, 300_000)];
    expect(reasonToVisit({ today: TODAY, graduatedOn: null, orders: [], months })).toEqual({
      ...{ kind: 'reportedFarAbove', month: '2026-10', verifiedRupiah: 250_000, reportedRupiah: 1_300_002 },
      weight: 20,
    });
  });

  it('weighs falling over an answer to mend, that over a missed one, and that over one to ask about', () => {
    const weight = (months: readonly MonthFacts[], graduatedOn: string | null = null) =>
      reasonToVisit({ today: TODAY, graduatedOn, orders: [], months })?.weight ?? 0;
    const above = weight([told('2026-10', 2, 1)]);
    const question = weight([far('2026-10'), far('2026-09'), far('2026-08')]);
    expect(50).toBeGreaterThan(above);
    expect(above).toBeGreaterThan(weight([told('2026-10', 1, null)].map((m) => ({ ...m, reportedSold: null }))));
    expect(32).toBeGreaterThan(question);
    expect(question).toBeGreaterThan(weight([sold('2026-09')], '2025-04-24'));
  });

  it.each([
    ['id', 'verifiedAbove', /^Oktober 2026: .*Rp\u00A0300\.000.*Rp\u00A020\.000/],
    ['en', 'verifiedAbove', /^October 2026: .*Rp\u00A0300\.000.*Rp\u00A020\.000/],
    ['id', 'reportedFarAbove', /Oktober 2026: .*Rp\u00A020\.000.*Rp\u00A0300\.000.*\?$/],
    ['en', 'reportedFarAbove', /October 2026: .*Rp\u00A020\.000.*Rp\u00A0300\.000.*\?$/],
  ] as const)('says in %s with the amounts: %s', (language, kind, sentence) => {
    const remark = { kind, month: '2026-10', verifiedRupiah: 300_000, reportedRupiah: 20_000, weight: 1 };
    expect(sayReason(remark, language).long).toMatch(sentence);
    expect(sayReason(remark, language).short.length).toBeLessThan(14);
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
