// Double entry: balanced or refused, each fact once, never changed. Code and database both say so.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '#app/domain/database.ts';
import { bookOrderCompleted, bookPaymentSettled, bookTakenBack } from '#app/domain/ledger/book-order.server.ts';
import {
  findMakerBalance,
  type LedgerAccount,
  type LedgerKind,
  postEntry,
} from '#app/domain/ledger/post-entry.server.ts';
import { NOW } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();

function post(
  sourceId: string,
  lines: readonly (readonly [LedgerAccount, number])[],
  kind: LedgerKind = 'refund_paid',
) {
  return inTransaction(test.db, (tx) => postEntry(tx, { kind, sourceId, bookedAt: NOW, lines }));
}

async function linesOf(sourceId: string) {
  const entries = await test.db.ledgerEntry.findMany({ where: { sourceId }, include: { lines: true } });
  return entries.flatMap(({ lines }) => lines.map(({ account, amountRupiah }) => [account, Number(amountRupiah)]));
}

describe('an entry', () => {
  it('is written with all its lines; a line of nothing is left out', async () => {
    const id = randomUUID();
    await post(id, [
      ['buyer_funds', 50_000],
      ['gateway', -50_000],
      ['platform_fee', 0],
    ]);
    expect((await linesOf(id)).toSorted()).toEqual([
      ['buyer_funds', 50_000],
      ['gateway', -50_000],
    ]);
  });

  it.each([
    ['one rupiah over', [50_000, -49_999]],
    ['one line', [1, 0]],
    ['no number', [Number.NaN, 0]],
  ])('that does not balance (%s) is refused and leaves nothing', async (_, [debit = 0, credit = 0]) => {
    const id = randomUUID();
    await expect(
      post(id, [
        ['buyer_funds', debit],
        ['gateway', credit],
      ]),
    ).rejects.toThrow(/does not balance/);
    expect(await test.db.ledgerEntry.count({ where: { sourceId: id } })).toBe(0);
  });

  it('is booked once, however often and however concurrently the fact is told', async () => {
    const id = randomUUID();
    const tell = () =>
      post(id, [
        ['buyer_funds', 7_000],
        ['gateway', -7_000],
      ]);
    await Promise.all(Array.from({ length: 8 }, tell));
    await tell();
    expect(await linesOf(id)).toHaveLength(2);
  });

  it('of another kind about the same source is another fact', async () => {
    const id = randomUUID();
    await post(
      id,
      [
        ['gateway', 10],
        ['buyer_funds', -10],
      ],
      'payment_settled',
    );
    await post(
      id,
      [
        ['gateway_fees', 1],
        ['gateway', -1],
      ],
      'gateway_fee',
    );
    expect(await test.db.ledgerEntry.count({ where: { sourceId: id } })).toBe(2);
  });
});

describe('the database', () => {
  it('refuses unbalanced lines at commit, whoever writes them', async () => {
    const sourceId = randomUUID();
    const write = test.db.$transaction(async (tx) => {
      const { id } = await tx.ledgerEntry.create({ data: { kind: 'refund_paid', sourceId, bookedAt: NOW } });
      await tx.ledgerLine.create({ data: { entryId: id, account: 'gateway', amountRupiah: 5n } });
    });
    await expect(write).rejects.toThrow(/does not balance/);
    expect(await test.db.ledgerEntry.count({ where: { sourceId } })).toBe(0);
  });

  it('refuses a line added to a finished entry', async () => {
    const sourceId = randomUUID();
    await post(sourceId, [
      ['buyer_funds', 3],
      ['gateway', -3],
    ]);
    const { id } = await test.db.ledgerEntry.findFirstOrThrow({ where: { sourceId } });
    await expect(
      test.db.ledgerLine.create({ data: { entryId: id, account: 'gateway', amountRupiah: 1n } }),
    ).rejects.toThrow(/does not balance/);
  });

  it('refuses every change and every deletion', async () => {
    const sourceId = randomUUID();
    await post(sourceId, [
      ['buyer_funds', 3],
      ['gateway', -3],
    ]);
    const { id } = await test.db.ledgerEntry.findFirstOrThrow({ where: { sourceId } });
    const { db } = test;
    const attempts = [
      () => db.$executeRaw`update "LedgerEntry" set kind = 'gateway_fee' where id = ${id}::uuid`,
      () => db.$executeRaw`delete from "LedgerEntry" where id = ${id}::uuid`,
      () => db.$executeRaw`update "LedgerLine" set "amountRupiah" = 0 where "entryId" = ${id}::uuid`,
      () => db.$executeRaw`delete from "LedgerLine" where "entryId" = ${id}::uuid`,
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/append-only/);
    expect(await linesOf(sourceId)).toHaveLength(2);
  });
});

describe('what a maker is owed', () => {
  it('is what her completed card orders brought, less the share of the platform', async () => {
    const [shopId, otherShop, paymentId] = [randomUUID(), randomUUID(), randomUUID()];
    await inTransaction(test.db, async (tx) => {
      await bookPaymentSettled(tx, { id: paymentId, amountRupiah: 100_000, feeRupiah: 2_900 }, NOW);
      expect(await findMakerBalance(tx, shopId)).toBe(0);
      const order = { method: 'card', shopId, paidBackRupiah: 0 };
      await bookOrderCompleted(tx, { ...order, id: randomUUID(), totalRupiah: 60_000, platformFeeRupiah: 600 }, NOW);
      await bookOrderCompleted(tx, { ...order, id: randomUUID(), totalRupiah: 10_000 }, NOW);
      await bookOrderCompleted(tx, { ...order, shopId: otherShop, id: randomUUID(), totalRupiah: 5_000 }, NOW);
      const back = { kind: 'refund_paid', paidFrom: 'gateway' } as const;
      await bookTakenBack(tx, { ...back, id: randomUUID(), amountRupiah: 25_000, earnedByShopId: null }, NOW);
      await bookTakenBack(tx, { ...back, id: randomUUID(), amountRupiah: 9_000, earnedByShopId: shopId }, NOW);
    });
    expect(await findMakerBalance(test.db, shopId)).toBe(60_400);
    expect(await findMakerBalance(test.db, otherShop)).toBe(5_000);
  });

  it('is nothing for cash and transfers, which she already has in her hand', async () => {
    const shopId = randomUUID();
    await inTransaction(test.db, async (tx) => {
      for (const method of ['cod', 'transfer'])
        await bookOrderCompleted(tx, { id: randomUUID(), shopId, method, totalRupiah: 60_000, paidBackRupiah: 0 }, NOW);
    });
    expect(await findMakerBalance(test.db, shopId)).toBe(0);
  });
});
