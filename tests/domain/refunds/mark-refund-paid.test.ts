// Refunds by hand: who may say so, once, with what reference, and what it does to the books.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#app/domain/access/actor.ts';
import { ROLES } from '#app/domain/access/roles.ts';
import { listOwedRefunds } from '#app/domain/reconciliation/money-desk.server.ts';
import { markRefundPaid } from '#app/domain/refunds/mark-refund-paid.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createAccount, NOW } from '#tests/support/fixtures.ts';
import { buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
let finance: AccountActor;
beforeAll(async () => {
  finance = await createAccount(test.db, 'finance');
});

async function owed(refund: { status: string; isCard: boolean }) {
  const { purchaseId, orders } = await buyFromTwo(test.db);
  const order = orders[0] ?? { id: '' };
  const payment = await test.db.payment.findFirstOrThrow({ where: { purchaseId } });
  await test.db.payment.update({
    where: { id: payment.id },
    data: {
      status: 'settled',
      refundDueRupiah: 35_000,
      ...(refund.isCard ? { gatewayIntentId: randomUUID() } : { method: 'transfer' }),
    },
  });
  return test.db.refund.create({
    data: {
      paymentId: payment.id,
      orderId: order.id,
      amountRupiah: 35_000,
      reason: 'order_ended',
      status: refund.status,
      createdAt: NOW,
    },
  });
}

const mark = (refundId: string, reference = 'BJB-77', actor: AccountActor = finance) =>
  markRefundPaid(test.db, { actor, input: { refundId, reference }, now: NOW });

describe('markRefundPaid', () => {
  it('closes direct money once; the operator’s ledger never saw it', async () => {
    const refund = await owed({ status: 'due', isCard: false });
    expect(mustSucceed(await mark(refund.id)).isNew).toBe(true);
    expect(mustSucceed(await mark(refund.id)).isNew).toBe(false);
    expect(await mark(refund.id, 'BJB-78')).toMatchObject({ code: 'conflict' });
    expect(
      await test.db.refund.findUniqueOrThrow({ where: { id: refund.id }, include: { payment: true } }),
    ).toMatchObject({
      status: 'paid',
      reference: 'BJB-77',
      paidAt: NOW,
      payment: { refundedRupiah: 35_000, refundDueRupiah: 0, status: 'partly_refunded' },
    });
    expect(await test.db.ledgerEntry.count({ where: { sourceId: refund.id } })).toBe(0);
    const events = await test.db.event.findMany({
      where: { subjectId: refund.paymentId, kind: 'payment.refund_marked' },
    });
    expect(events).toMatchObject([
      { actorId: finance.accountId, facts: { reference: 'BJB-77', amountRupiah: 35_000 } },
    ]);
  });

  it('takes card money that Stripe refused from the bank, and leaves alone what Stripe is paying', async () => {
    const refused = await owed({ status: 'failed', isCard: true });
    mustSucceed(await mark(refused.id));
    const lines = await test.db.ledgerLine.findMany({
      where: { entry: { sourceId: refused.id } },
      orderBy: { account: 'asc' },
    });
    expect(lines.map(({ account, amountRupiah }) => [account, Number(amountRupiah)])).toEqual([
      ['bank', -35_000],
      ['buyer_funds', 35_000],
    ]);
    for (const status of ['due', 'sent', 'void']) {
      const refund = await owed({ status, isCard: true });
      expect(await mark(refund.id), status).toMatchObject({ code: 'conflict' });
    }
  });

  it('is for finance alone, and asks for a reference', async () => {
    const refund = await owed({ status: 'due', isCard: false });
    for (const role of ROLES.filter((name) => name !== 'finance')) {
      const actor = await createAccount(test.db, role);
      expect(await mark(refund.id, 'x', actor), role).toMatchObject({ code: 'forbidden' });
    }
    expect(await mark(refund.id, '  ')).toMatchObject({ code: 'required', field: 'acuan' });
    expect(await mark(randomUUID())).toMatchObject({ code: 'notFound' });
    expect((await test.db.refund.findUniqueOrThrow({ where: { id: refund.id } })).status).toBe('due');
  });
});

it('the list of finance says which of them need a hand', async () => {
  const [direct, card, refused] = [
    await owed({ status: 'due', isCard: false }),
    await owed({ status: 'due', isCard: true }),
    await owed({ status: 'failed', isCard: true }),
  ];
  await owed({ status: 'void', isCard: true });
  const listed = new Map((await listOwedRefunds(test.db)).map((refund) => [refund.id, refund.needsHand]));
  expect([direct, card, refused].map(({ id }) => listed.get(id))).toEqual([true, false, true]);
  expect((await listOwedRefunds(test.db)).some(({ status }) => status === 'void' || status === 'paid')).toBe(false);
});
