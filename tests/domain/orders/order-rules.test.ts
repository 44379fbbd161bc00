// Pure rules of orders: prices, clocks, next actions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByLargestRemainder } from '#app/domain/money.ts';
import { buyerAction, makerAction } from '#app/domain/orders/next-step.ts';
import { afterWorkingHours, isPromiseBroken, nextClock } from '#app/domain/orders/order-clocks.ts';
import { ENDED, ORDER_MOVES, ORDER_STATUSES } from '#app/domain/orders/order-status.ts';
import { priceOrder, sumPrices } from '#app/domain/purchases/order-pricing.ts';

const FRIDAY = new Date('2026-11-20T03:00:00Z');

describe('prices', () => {
  it('adds items and delivery and takes the unique ending off', () => {
    expect(priceOrder([{ unitPriceRupiah: 35_000, quantity: 2 }], 8_000, 17)).toEqual({
      itemsRupiah: 70_000,
      deliveryRupiah: 8_000,
      discountRupiah: 17,
      totalRupiah: 77_983,
    });
  });

  it('sums to the same total however a cart is cut into orders', () => {
    const line = fc.record({
      unitPriceRupiah: fc.integer({ min: 1, max: 500_000 }),
      quantity: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1 }), { minLength: 1 }), (orders) => {
        const whole = priceOrder(orders.flat(), 0).totalRupiah;
        expect(sumPrices(orders.map((lines) => priceOrder(lines, 0))).totalRupiah).toBe(whole);
      }),
    );
  });

  it('splits without losing a rupiah, each part within one of its exact share', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (total, weights) => {
        const parts = splitByLargestRemainder(total, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        const sum = weights.reduce((a, b) => a + b, 0);
        if (sum > 0)
          for (const [i, part] of parts.entries())
            expect(Math.abs(part - (total * (weights[i] ?? 0)) / sum)).toBeLessThan(1);
      }),
    );
  });
});

describe('clocks', () => {
  const clock = (
    status: (typeof ORDER_STATUSES)[number],
    method: 'cod' | 'transfer' | 'card',
    more: { remindedLevel?: number; promisedOn?: string } = {},
  ) =>
    nextClock({
      status,
      method,
      since: FRIDAY,
      promisedOn: more.promisedOn ?? null,
      remindedLevel: more.remindedLevel ?? 0,
    })?.toISOString() ?? null;

  it.each([
    ['pending', 'card', {}, '2026-11-20T03:30:00.000Z'],
    ['pending', 'transfer', {}, '2026-11-21T03:00:00.000Z'],
    ['pending', 'cod', {}, '2026-11-20T15:00:00.000Z'],
    ['confirmed', 'cod', {}, '2026-11-21T03:00:00.000Z'],
    ['confirmed', 'cod', { remindedLevel: 1 }, '2026-11-22T03:00:00.000Z'],
    ['confirmed', 'cod', { remindedLevel: 2 }, '2026-11-23T03:00:00.000Z'],
    ['making', 'cod', { promisedOn: '2026-11-27' }, '2026-11-29T17:00:00.000Z'],
    ['ready', 'cod', {}, '2026-11-23T03:00:00.000Z'],
    ['shipped', 'cod', {}, null],
    ['delivered', 'cod', {}, '2026-11-23T03:00:00.000Z'],
    ['completed', 'cod', {}, null],
  ] as const)('%s by %s %j strikes at %s', (status, method, more, expected) => {
    expect(clock(status, method, more)).toBe(expected);
  });

  it('stands still on holidays', () => {
    // 24 December 10.00 WIB plus 24 working hours: Christmas does not count.
    expect(afterWorkingHours(new Date('2026-12-24T03:00:00Z'), 24).toISOString()).toBe('2026-12-26T03:00:00.000Z');
    expect(afterWorkingHours(new Date('2026-12-25T03:00:00Z'), 1).toISOString()).toBe('2026-12-25T18:00:00.000Z');
  });

  it('breaks a promise only after two days of grace', () => {
    expect(isPromiseBroken('2026-11-18', FRIDAY)).toBe(false);
    expect(isPromiseBroken('2026-11-17', FRIDAY)).toBe(true);
    expect(isPromiseBroken(null, FRIDAY)).toBe(false);
  });
});

describe('states', () => {
  it('leads every state to an end, and out of an end only by late money', () => {
    for (const status of ENDED) expect(ORDER_MOVES[status]).toEqual(status === 'expired' ? ['confirmed'] : []);
    for (const status of ORDER_STATUSES) expect(ENDED.includes(status) || ORDER_MOVES[status].length > 0).toBe(true);
  });

  it.each([
    ['confirmed', 'pickup', null, false, 'pack'],
    ['confirmed', 'pickup', new Date(), false, 'make'],
    ['ready', 'pickup', null, false, 'handOver'],
    ['ready', 'own_delivery', null, false, 'send'],
    ['shipped', 'own_delivery', null, false, 'deliver'],
    ['pending', 'pickup', null, true, 'reviewProof'],
    ['completed', 'pickup', null, false, null],
  ] as const)(
    'asks the maker of a %s %s order for one thing',
    (status, delivery, promisedOn, hasUnreadProof, expected) => {
      expect(makerAction({ status, delivery, promisedOn, hasUnreadProof, method: 'transfer' })).toBe(expected);
    },
  );

  it.each([
    ['pending', 'cod', false, 'confirm'],
    ['pending', 'card', false, 'payCard'],
    ['pending', 'transfer', false, 'sendProof'],
    ['pending', 'transfer', true, null],
    ['shipped', 'cod', false, 'received'],
    ['delivered', 'cod', false, 'allFine'],
    ['making', 'cod', false, null],
  ] as const)('asks the buyer of a %s %s order for one thing', (status, method, hasUnreadProof, expected) => {
    expect(buyerAction({ status, method, hasUnreadProof, delivery: 'pickup', promisedOn: null })).toBe(expected);
  });
});
