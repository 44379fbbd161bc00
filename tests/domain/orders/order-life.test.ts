// The life of orders on real PostgreSQL: each move, each clock, each kind of money, and what must always hold after them.
import { describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import type { MakerStep } from '#app/domain/orders/maker-steps.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { listStruckOrders, strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createAccount, createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

async function placed(method: 'cod' | 'transfer' = 'cod', stock: Parameters<typeof createListing>[2] = {}) {
  const maker = await createMaker(test.db);
  await test.db.shop.update({ where: { id: maker.shop.id }, data: { bankAccountSealed: 'x' } });
  const { variant, listing } = await createListing(test.db, maker.shop.id, stock);
  const { purchaseId, token } = mustSucceed(
    await buy(test.db, { shopId: maker.shop.id, variantId: variant.id, method }),
  );
  const order = await test.db.order.findFirstOrThrow({ where: { purchaseId } });
  const read = () => test.db.order.findUniqueOrThrow({ where: { id: order.id } });
  const stockNow = () =>
    test.db.variant.findUniqueOrThrow({ where: { id: variant.id }, select: { onHand: true, held: true } });
  const step = (name: MakerStep, more: { code?: string; reason?: string } = {}) =>
    stepOrder(test.db, { actor: maker.actor, input: { orderId: order.id, step: name, ...more }, now: NOW, sealer });
  const buyer = { input: { token, orderId: order.id }, now: NOW, sealer };
  return { maker, order, token, read, stockNow, step, buyer, listing };
}

const strike = (orderId: string, now: Date) => strikeClock(test.db, { input: { orderId }, now, sealer });

describe('cash, collected', () => {
  it('goes from confirmation to income, takes the mat off the shelf once, and needs the buyer’s code', async () => {
    const { maker, order, read, stockNow, step, buyer } = await placed();
    expect(await step('pack')).toMatchObject({ ok: false, code: 'conflict' });
    mustSucceed(await confirmOrder(test.db, buyer));
    mustSucceed(await step('pack'));
    expect(await stockNow()).toEqual({ onHand: 10, held: 1 });
    expect(await step('handOver', { code: '0' })).toMatchObject({ ok: false, code: 'wrongCode' });
    expect(await step('send')).toMatchObject({ ok: false, code: 'conflict' });
    mustSucceed(await step('handOver', { code: order.pickupCode ?? '' }));
    expect(await stockNow()).toEqual({ onHand: 9, held: 0 });
    expect(mustSucceed(await receiveOrder(test.db, { ...buyer, receipt: 'allFine' })).isNew).toBe(true);
    expect(mustSucceed(await receiveOrder(test.db, { ...buyer, receipt: 'allFine' })).isNew).toBe(false);
    expect(await read()).toMatchObject({ status: 'completed', clockAt: null, endedAt: NOW });
    const payment = await test.db.payment.findFirstOrThrow({ where: { orderId: order.id } });
    expect(payment.status).toBe('settled');
    expect(
      await test.db.personMonth.findUnique({
        where: { personId_month: { personId: maker.person.id, month: '2026-11' } },
      }),
    ).toMatchObject({
      verifiedRupiah: 35_000,
      verifiedOrders: 1,
    });
    const kinds = await test.db.event.findMany({
      where: { subjectId: order.id },
      orderBy: { id: 'asc' },
      select: { kind: true },
    });
    expect(kinds.map((event) => event.kind)).toEqual([
      'order.pending',
      'order.confirmed',
      'order.ready',
      'order.delivered',
      'order.completed',
    ]);
  });

  it('lapses when nobody confirms, and gives the mat back once', async () => {
    const { order, read, stockNow } = await placed();
    await strike(order.id, hours(11));
    expect((await read()).status).toBe('pending');
    expect(await listStruckOrders(test.db, hours(13))).toContain(order.id);
    await strike(order.id, hours(13));
    await strike(order.id, hours(14));
    expect(await read()).toMatchObject({ status: 'expired', endReason: 'not_paid' });
    expect(await stockNow()).toEqual({ onHand: 10, held: 0 });
  });

  it('reminds a silent maker twice and cancels at 72 hours', async () => {
    const { order, read, buyer } = await placed();
    mustSucceed(await confirmOrder(test.db, buyer));
    for (const [hour, level] of [
      [25, 1],
      [49, 2],
    ] as const) {
      await strike(order.id, hours(hour));
      expect(await read()).toMatchObject({ status: 'confirmed', remindedLevel: level });
    }
    await strike(order.id, hours(73));
    expect(await read()).toMatchObject({ status: 'cancelled', endReason: 'maker_silent' });
    expect(await test.db.message.count({ where: { kind: 'orderReminder' } })).toBe(2);
  });

  it('completes by itself three days after delivery', async () => {
    const { order, read, step, buyer } = await placed();
    mustSucceed(await confirmOrder(test.db, buyer));
    mustSucceed(await step('pack'));
    mustSucceed(await step('handOver', { code: order.pickupCode ?? '' }));
    await strike(order.id, hours(71));
    expect((await read()).status).toBe('delivered');
    await strike(order.id, hours(73));
    expect((await read()).status).toBe('completed');
  });

  it('lets the buyer cancel before it is confirmed, and not after', async () => {
    const first = await placed();
    mustSucceed(await cancelOrder(test.db, first.buyer));
    expect((await first.stockNow()).held).toBe(0);
    const second = await placed();
    mustSucceed(await confirmOrder(test.db, second.buyer));
    expect(await cancelOrder(test.db, second.buyer)).toMatchObject({ ok: false, code: 'conflict' });
  });

  it('lets the buyer cancel a broken promise', async () => {
    const { order, step, buyer } = await placed('cod', { onHand: 0, makeDays: 3, weeklyCapacity: 5 });
    mustSucceed(await confirmOrder(test.db, buyer));
    mustSucceed(await step('make'));
    expect(await cancelOrder(test.db, buyer)).toMatchObject({ ok: false });
    mustSucceed(await cancelOrder(test.db, { ...buyer, now: hours(24 * 7) }));
    const hold = await test.db.hold.findFirstOrThrow({ where: { orderId: order.id } });
    expect(hold.status).toBe('released');
  });
});

describe('brought to her', () => {
  it('is only received by a double press, not also found good: her days to complain are kept', async () => {
    const { read, order, step, buyer } = await placed();
    await test.db.order.update({ where: { id: order.id }, data: { delivery: 'own_delivery' } });
    mustSucceed(await confirmOrder(test.db, buyer));
    mustSucceed(await step('pack'));
    mustSucceed(await step('send'));
    expect(mustSucceed(await receiveOrder(test.db, { ...buyer, receipt: 'received' })).isNew).toBe(true);
    expect(mustSucceed(await receiveOrder(test.db, { ...buyer, receipt: 'received' })).isNew).toBe(false);
    expect((await read()).status).toBe('delivered');
    mustSucceed(await receiveOrder(test.db, { ...buyer, receipt: 'allFine' }));
    expect((await read()).status).toBe('completed');
  });
});

describe('who may', () => {
  it('answers another maker and a wrong link as if there were no order', async () => {
    const { order, buyer } = await placed();
    const stranger = await createMaker(test.db);
    expect(
      await stepOrder(test.db, { actor: stranger.actor, input: { orderId: order.id, step: 'pack' }, now: NOW, sealer }),
    ).toMatchObject({ code: 'notFound' });
    expect(
      await confirmOrder(test.db, { ...buyer, input: { token: 'another-link', orderId: order.id } }),
    ).toMatchObject({ code: 'notFound' });
    await test.db.purchase.update({ where: { id: order.purchaseId }, data: { linkRevokedAt: NOW } });
    expect(await confirmOrder(test.db, buyer)).toMatchObject({ code: 'notFound' });
  });
});

describe('transfer with proof', () => {
  const proof = (token: string, orderId: string, contentHash: string, now = NOW) =>
    submitProof(test.db, { input: { token, orderId, storeKey: contentHash, contentHash }, now, sealer });

  it('is confirmed by a person who looked at the bank, never by the picture or a clock', async () => {
    const { maker, order, token, read } = await placed('transfer');
    mustSucceed(await proof(token, order.id, 'a1'));
    expect(await proof(token, order.id, 'a2')).toMatchObject({ code: 'conflict' });
    await strike(order.id, hours(100));
    expect((await read()).status).toBe('pending');
    const { id: proofId } = await test.db.paymentProof.findFirstOrThrow({ where: { payment: { orderId: order.id } } });
    const review = (isMoneyIn: boolean) =>
      reviewProof(test.db, { actor: maker.actor, input: { proofId, isMoneyIn, reason: 'x' }, now: NOW, sealer });
    expect(mustSucceed(await review(true)).isNew).toBe(true);
    expect(mustSucceed(await review(true)).isNew).toBe(false);
    expect(await review(false)).toMatchObject({ code: 'conflict' });
    expect((await read()).status).toBe('confirmed');
  });

  it('goes back to the buyer when the money is not there, with a new day to send it', async () => {
    const { maker, order, token, read } = await placed('transfer');
    mustSucceed(await proof(token, order.id, 'b1'));
    const { id: proofId } = await test.db.paymentProof.findFirstOrThrow({ where: { payment: { orderId: order.id } } });
    mustSucceed(
      await reviewProof(test.db, {
        actor: maker.actor,
        input: { proofId, isMoneyIn: false, reason: 'x' },
        now: hours(30),
        sealer,
      }),
    );
    expect(await read()).toMatchObject({ status: 'pending', clockAt: hours(54) });
    mustSucceed(await proof(token, order.id, 'b2', hours(31)));
  });

  it('recognises a receipt that was sent for another order, and keeps others from judging', async () => {
    const [first, second] = [await placed('transfer'), await placed('transfer')];
    mustSucceed(await proof(first.token, first.order.id, 'c1'));
    expect(await proof(second.token, second.order.id, 'c1')).toMatchObject({ code: 'proofUsed' });
    const { id: proofId } = await test.db.paymentProof.findFirstOrThrow({ where: { contentHash: 'c1' } });
    const input = { proofId, isMoneyIn: true };
    expect(await reviewProof(test.db, { actor: second.maker.actor, input, now: NOW, sealer })).toMatchObject({
      code: 'notFound',
    });
    const officer = await createAccount(test.db, 'field_officer');
    expect(await reviewProof(test.db, { actor: officer, input, now: NOW, sealer })).toMatchObject({ code: 'notFound' });
    const finance = await createAccount(test.db, 'finance');
    mustSucceed(await reviewProof(test.db, { actor: finance, input, now: NOW, sealer }));
  });

  it('owes the money back when a paid order is refused', async () => {
    const { maker, order, token, step } = await placed('transfer');
    mustSucceed(await proof(token, order.id, 'd1'));
    const { id: proofId } = await test.db.paymentProof.findFirstOrThrow({ where: { payment: { orderId: order.id } } });
    mustSucceed(
      await reviewProof(test.db, { actor: maker.actor, input: { proofId, isMoneyIn: true }, now: NOW, sealer }),
    );
    expect(await step('refuse')).toMatchObject({ code: 'required' });
    mustSucceed(await step('refuse', { reason: 'sakit' }));
    const refund = await test.db.refund.findFirstOrThrow({ where: { orderId: order.id } });
    expect(refund).toMatchObject({ status: 'due', amountRupiah: order.totalRupiah });
  });
});

it('keeps what was bought when the listing changes', async () => {
  const { order, listing } = await placed();
  await test.db.listing.update({ where: { id: listing.id }, data: { title: 'Lain' } });
  await test.db.variant.updateMany({ where: { listingId: listing.id }, data: { priceRupiah: 99_000 } });
  const line = await test.db.orderLine.findFirstOrThrow({ where: { orderId: order.id } });
  expect(line).toMatchObject({ title: 'Keset lurik biru, 40 × 60', unitPriceRupiah: 35_000 });
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
