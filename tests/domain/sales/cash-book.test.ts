// The cash book: whose it is, which days it takes, what striking does, and the money page's figures.
import { describe, expect, test } from 'vitest';
import { closeRefund } from '#app/domain/refunds/close-refund.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { cashEntryForm } from '#app/domain/sales/cash-entry-schemas.ts';
import {
  findMoneySummary,
  listCashEntries,
  listEarnedOrders,
  listLedgerMovements,
} from '#app/domain/sales/money-queries.server.ts';
import { recordCashEntry } from '#app/domain/sales/record-cash-entry.server.ts';
import { refreshPersonMonth } from '#app/domain/sales/refresh-person-month.server.ts';
import { strikeCashEntry } from '#app/domain/sales/strike-cash-entry.server.ts';
import { createAccount, createMaker, NOW } from '#tests/support/fixtures.ts';
import { createOrder } from '#tests/support/income-fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();

const entry = (personId: string, happenedOn = '2026-11-02') => ({
  personId,
  category: 'outside' as const,
  amountRupiah: 90_000,
  happenedOn,
  quantity: 3,
  note: 'Pasar Anyar',
});

describe('recordCashEntry', () => {
  test.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2024-11-01', true],
    ['2024-10-31', false],
  ])('takes the day %s: %s', async (happenedOn, isTaken) => {
    const { person, actor } = await createMaker(database.db);
    const result = await recordCashEntry(database.db, { actor, input: entry(person.id, happenedOn), now: NOW });
    expect(result.ok).toBe(isTaken);
    if (!result.ok) expect(result).toMatchObject({ code: 'notADate', field: 'happenedOn' });
  });

  test('takes no more in a month than its row can hold, whatever was struck', async () => {
    const { person, actor } = await createMaker(database.db);
    const write = (category: 'outside' | 'wages') =>
      recordCashEntry(database.db, {
        actor,
        input: { ...entry(person.id), category, amountRupiah: 1_000_000_000 },
        now: NOW,
      });
    const first = mustSucceed(await write('outside'));
    mustSucceed(await write('outside'));
    mustSucceed(await write('wages'));
    expect(await write('outside')).toEqual({ ok: false, code: 'tooLarge', field: 'amountRupiah' });
    mustSucceed(await strikeCashEntry(database.db, { actor, input: { entryId: first }, now: NOW }));
    mustSucceed(await write('outside'));
  });

  test('writes an event without the amount', async () => {
    const { person, actor } = await createMaker(database.db);
    const id = mustSucceed(await recordCashEntry(database.db, { actor, input: entry(person.id), now: NOW }));
    const event = await database.db.event.findFirstOrThrow({ where: { subjectId: id } });
    expect(event).toMatchObject({ kind: 'cash_entry.recorded', actorId: actor.accountId, facts: {} });
  });

  test('nobody writes in, or strikes, the book of another woman', async () => {
    const { person, actor } = await createMaker(database.db);
    const { actor: other } = await createMaker(database.db);
    const officer = await createAccount(database.db, 'programme_officer');
    const entryId = mustSucceed(await recordCashEntry(database.db, { actor, input: entry(person.id), now: NOW }));
    for (const stranger of [other, officer]) {
      const written = await recordCashEntry(database.db, { actor: stranger, input: entry(person.id), now: NOW });
      expect(written).toEqual({ ok: false, code: 'forbidden' });
      const struck = await strikeCashEntry(database.db, { actor: stranger, input: { entryId }, now: NOW });
      expect(struck).toEqual({ ok: false, code: 'notFound' });
    }
    expect(await database.db.cashEntry.count({ where: { personId: person.id, struckAt: null } })).toBe(1);
  });
});

test('striking twice is one event, and the line stays to be read', async () => {
  const { person, actor } = await createMaker(database.db);
  const entryId = mustSucceed(await recordCashEntry(database.db, { actor, input: entry(person.id), now: NOW }));
  for (let round = 0; round < 2; round++) {
    expect(await strikeCashEntry(database.db, { actor, input: { entryId }, now: NOW })).toEqual({
      ok: true,
      value: '2026-11',
    });
  }
  expect(await database.db.event.count({ where: { subjectId: entryId, kind: 'cash_entry.struck' } })).toBe(1);
  expect(await listCashEntries(database.db, person.id, '2026-11')).toMatchObject([{ id: entryId, struckAt: NOW }]);
  expect(await listCashEntries(database.db, person.id, '2026-10')).toEqual([]);
});

describe('findMoneySummary', () => {
  test('keeps earned, waiting, sold outside and owed apart', async () => {
    const { person, actor, shop } = await createMaker(database.db);
    const other = await createMaker(database.db);
    const completedAt = new Date('2026-11-05T03:00:00Z');
    const { order } = await createOrder(database.db, shop.id, {
      itemsRupiah: 42_000,
      discountRupiah: 2_000,
      completedAt,
    });
    await createOrder(database.db, other.shop.id, { itemsRupiah: 77_000, completedAt: null });
    for (const status of [
      'confirmed',
      'making',
      'ready',
      'shipped',
      'delivered',
      'pending',
      'cancelled',
      'expired',
      'returned',
    ]) {
      await createOrder(database.db, shop.id, { itemsRupiah: 10_000, completedAt: null, status });
    }
    await refreshPersonMonth(database.db, person.id, '2026-11');
    mustSucceed(await recordCashEntry(database.db, { actor, input: entry(person.id), now: NOW }));
    await book('order_completed', order.id, [`maker:${shop.id}`, -40_000n], ['buyer_funds', 40_000n]);
    await book('payout_sent', 'batch-1', [`maker:${shop.id}`, 15_000n], ['bank', -15_000n]);
    await book('order_completed', 'other', [`maker:${other.shop.id}`, -99_000n], ['buyer_funds', 99_000n]);

    expect(await findMoneySummary(database.db, person.id, '2026-11')).toEqual({
      earnedRupiah: 40_000,
      earnedOrders: 1,
      waitingRupiah: 50_000,
      waitingOrders: 5,
      soldOutsideRupiah: 90_000,
      costsRupiah: 0,
      owedRupiah: 25_000,
    });
    const movements = await listLedgerMovements(database.db, person.id, '2026-11');
    expect(movements.map(({ rupiah, orderNumber }) => [rupiah, orderNumber]).sort()).toEqual([
      [-15_000, null],
      [40_000, order.number],
    ]);
  });

  function book(kind: string, sourceId: string, ...lines: [account: string, amountRupiah: bigint][]) {
    return database.db.ledgerEntry.create({
      data: {
        kind,
        sourceId,
        bookedAt: NOW,
        lines: { create: lines.map(([account, amountRupiah]) => ({ account, amountRupiah })) },
      },
    });
  }
});

describe('cash entry form', () => {
  const good = { category: 'outside', amountRupiah: '35rb', happenedOn: '2026-11-02' };
  test('reads what people write', () => {
    expect(cashEntryForm.parse({ ...good, quantity: '', note: '  ' })).toEqual({
      category: 'outside',
      amountRupiah: 35_000,
      happenedOn: '2026-11-02',
      quantity: null,
      note: null,
    });
  });
  test.each([
    [{ amountRupiah: 'banyak' }, 'amountRupiah', 'notRupiah'],
    [{ amountRupiah: '0' }, 'amountRupiah', 'tooSmall'],
    [{ amountRupiah: '2000000000' }, 'amountRupiah', 'tooLarge'],
    [{ category: 'gaji' }, 'category', 'notAChoice'],
    [{ happenedOn: '31-12-2026' }, 'happenedOn', 'notADate'],
    [{ quantity: '0' }, 'quantity', 'tooSmall'],
    [{ quantity: 'dua' }, 'quantity', 'notANumber'],
    [{ quantity: '99999' }, 'quantity', 'tooLarge'],
    [{ note: 'x'.repeat(201) }, 'note', 'tooLong'],
  ])('refuses %j', (wrong, field, message) => {
    const parsed = cashEntryForm.safeParse({ ...good, ...wrong });
    expect(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, message]]);
  });
});

test('money taken back months later leaves the month it was earned in and its orders, and names its order', async () => {
  const completedAt = new Date('2026-10-31T16:59:59Z');
  const makers = [];
  for (let index = 0; index < 5; index++) {
    const { person, shop } = await createMaker(database.db);
    const { order, payment } = await createOrder(database.db, shop.id, { itemsRupiah: 100_000, completedAt });
    await database.db.$transaction((tx) => refreshPersonMonth(tx, person.id, '2026-10'));
    makers.push({ person, shop, order, payment });
  }
  const [first] = makers;
  if (!first) throw new Error('no maker');
  const { person, order, payment } = first;
  const row = { paymentId: payment.id, orderId: order.id, amountRupiah: 60_000, reason: 'rusak', status: 'due' };
  const refund = await database.db.refund.create({ data: { ...row, createdAt: NOW } });
  await database.db.payment.update({ where: { id: payment.id }, data: { refundDueRupiah: 60_000 } });
  await database.db.$transaction((tx) =>
    closeRefund(tx, refund, { from: ['due'], kind: 'refund_paid', paidFrom: 'gateway', now: NOW }),
  );
  const earned = await listEarnedOrders(database.db, [person.id], '2026-10');
  expect(earned.map(({ number, rupiah }) => [number, rupiah])).toEqual([[order.number, 40_000]]);
  expect(await findMoneySummary(database.db, person.id, '2026-10')).toMatchObject({ earnedRupiah: 40_000 });
  expect(await listLedgerMovements(database.db, person.id, '2026-11')).toMatchObject([
    { rupiah: -60_000, orderNumber: order.number, kind: 'refund_paid' },
  ]);
});
