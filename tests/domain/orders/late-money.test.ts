// Money and orders that cross: a late card payment, a page still open, a promise made anew, and who is told of it.
import { describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { settleCheckout } from '#app/domain/payments/settle-checkout.server.ts';
import { startCheckout } from '#app/domain/payments/start-checkout.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { buy, buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

async function bought(method: 'card' | 'cod' | 'transfer', stock: Parameters<typeof createListing>[2] = {}) {
  const maker = await createMaker(test.db);
  await test.db.shop.update({ where: { id: maker.shop.id }, data: { bankAccountSealed: 'x' } });
  const { variant } = await createListing(test.db, maker.shop.id, stock);
  const shopping = { shopId: maker.shop.id, variantId: variant.id };
  const { token, purchaseId } = mustSucceed(await buy(test.db, { ...shopping, method }));
  const order = await test.db.order.findFirstOrThrow({ where: { purchaseId } });
  const read = () => test.db.order.findUniqueOrThrow({ where: { id: order.id }, include: { refunds: true } });
  const buyer = { input: { token, orderId: order.id }, now: NOW, sealer };
  return { maker, variant, token, order, read, buyer, shopping };
}

/** Kinds of the messages about an order to a phone, with the status where they have one, oldest first. */
async function told(orderNumber: string, phone: string | null): Promise<string[]> {
  const rows = await test.db.message.findMany({ where: { phone: phone ?? '' }, orderBy: { id: 'asc' } });
  return rows
    .map((row) => openMessage(sealer, row))
    .filter((content) => 'orderNumber' in content && content.orderNumber === orderNumber)
    .map((content) => ('status' in content ? content.status : content.kind));
}
const BUYER = '+6281234567890';

async function lapse(orderId: string, token: string): Promise<string> {
  const sessionId = await desk.checkout(test.db, token);
  await test.db.cardAttempt.updateMany({ where: { sessionId }, data: { status: 'expired' } });
  mustSucceed(await strikeClock(test.db, { input: { orderId }, now: minutes(31), sealer }));
  return sessionId;
}

async function payLate(sessionId: string) {
  desk.simulator.pay(sessionId, 'succeeded');
  const settle = () =>
    settleCheckout(test.db, { gateway: desk.gateway, input: { sessionId }, now: minutes(32), sealer });
  mustSucceed(await settle());
  expect(mustSucceed(await settle()).isNew).toBe(false);
}

describe('a card payment that comes after the order has lapsed', () => {
  it('brings it back with the day by which it can be made now, and without a reason to have ended', async () => {
    const { order, token, read, shopping } = await bought('card', { onHand: 1, makeDays: 4, weeklyCapacity: 3 });
    expect(order.promisedOn).toBeNull();
    const sessionId = await lapse(order.id, token);
    expect(await read()).toMatchObject({ status: 'expired', endReason: 'not_paid' });
    mustSucceed(await buy(test.db, shopping));
    await payLate(sessionId);
    expect(await read()).toMatchObject({
      ...{ status: 'confirmed', endReason: null, endedAt: null, refunds: [] },
      promisedOn: new Date('2026-11-24'),
    });
  });

  it('is owed back when the mats are gone, and the buyer is told so, once', async () => {
    const { order, token, read, shopping } = await bought('card', { onHand: 1 });
    const sessionId = await lapse(order.id, token);
    mustSucceed(await buy(test.db, shopping));
    await payLate(sessionId);
    expect(await read()).toMatchObject({ status: 'expired', refunds: [{ status: 'due', amountRupiah: 35_000 }] });
    expect(await told(order.number, BUYER)).toEqual(['expired', 'refundOwed']);
  });

  it('pays for the order that is left, when one of two was cancelled while the page was open', async () => {
    const { orders, token } = await buyFromTwo(test.db);
    const sessionId = await desk.checkout(test.db, token);
    const [first, second] = orders;
    if (!first || !second) throw new Error('nothing bought');
    mustSucceed(await cancelOrder(test.db, { input: { token, orderId: first.id }, now: NOW, sealer }));
    await payLate(sessionId);
    const after = await test.db.order.findMany({ where: { purchase: { token } }, include: { refunds: true } });
    expect(after.find(({ id }) => id === first.id)).toMatchObject({
      status: 'cancelled',
      refunds: [{ amountRupiah: 35_000, status: 'due' }],
    });
    expect(after.find(({ id }) => id === second.id)).toMatchObject({ status: 'confirmed', refunds: [] });
    expect(await told(first.number, BUYER)).toEqual(['cancelled', 'refundOwed']);
  });
});

it('opens no new card page after the time to pay, which would hold the mats on and on', async () => {
  const { token } = await bought('card');
  const sessionId = await desk.checkout(test.db, token);
  await test.db.cardAttempt.updateMany({ where: { sessionId }, data: { status: 'expired' } });
  const input = { token, returnAddress: 'http://localhost/ya', cancelAddress: 'http://localhost/batal' };
  const started = await startCheckout(test.db, { gateway: desk.gateway, input, now: minutes(30), sealer });
  expect(started).toMatchObject({ code: 'over' });
});

describe('an order cancelled after the maker was told of it', () => {
  it('is told to her when the buyer or the clock did it, not when she did', async () => {
    const byBuyer = await bought('cod', { onHand: 0, makeDays: 3, weeklyCapacity: 5 });
    mustSucceed(await confirmOrder(test.db, byBuyer.buyer));
    const make = { orderId: byBuyer.order.id, step: 'make' as const };
    mustSucceed(await stepOrder(test.db, { actor: byBuyer.maker.actor, input: make, now: NOW, sealer }));
    mustSucceed(await cancelOrder(test.db, { ...byBuyer.buyer, now: minutes(7 * 24 * 60) }));
    expect(await told(byBuyer.order.number, byBuyer.maker.person.phone)).toEqual(['orderForMaker', 'orderCancelled']);

    const byHer = await bought('cod');
    mustSucceed(await confirmOrder(test.db, byHer.buyer));
    const refuse = { orderId: byHer.order.id, step: 'refuse' as const, reason: 'sakit' };
    mustSucceed(await stepOrder(test.db, { actor: byHer.maker.actor, input: refuse, now: NOW, sealer }));
    expect(await told(byHer.order.number, byHer.maker.person.phone)).toEqual(['orderForMaker']);

    const never = await bought('cod');
    mustSucceed(await cancelOrder(test.db, never.buyer));
    expect(await told(never.order.number, never.maker.person.phone)).toEqual([]);
  });
});

describe('a receipt that comes after the order has lapsed', () => {
  const hours = (count: number) => minutes(count * 60);

  async function lapsed(stock: Parameters<typeof createListing>[2] = {}) {
    const one = await bought('transfer', stock);
    mustSucceed(await strikeClock(test.db, { input: { orderId: one.order.id }, now: hours(25), sealer }));
    expect((await one.read()).status).toBe('expired');
    return one;
  }

  async function send(one: Awaited<ReturnType<typeof lapsed>>, at = hours(26)): Promise<string> {
    const picture = `late-${one.order.id}-${at.getTime()}`;
    const input = { token: one.token, orderId: one.order.id, storeKey: picture, contentHash: picture };
    mustSucceed(await submitProof(test.db, { input, now: at, sealer }));
    return (await test.db.paymentProof.findFirstOrThrow({ where: { contentHash: picture } })).id;
  }

  const answer = (one: Awaited<ReturnType<typeof lapsed>>, proofId: string, isMoneyIn: boolean) =>
    reviewProof(test.db, {
      actor: one.maker.actor,
      input: { proofId, isMoneyIn, reason: 'belum' },
      now: hours(27),
      sealer,
    });

  it('brings the order back when the money is in and the mats are there', async () => {
    const one = await lapsed();
    mustSucceed(await answer(one, await send(one), true));
    expect(await one.read()).toMatchObject({ status: 'confirmed', refunds: [] });
  });

  it('is owed back when the mats are gone', async () => {
    const one = await lapsed({ onHand: 1 });
    mustSucceed(await buy(test.db, one.shopping));
    mustSucceed(await answer(one, await send(one), true));
    expect(await one.read()).toMatchObject({ status: 'expired', refunds: [{ status: 'due' }] });
  });

  it('may be refused and sent again; nothing waits for it, and its ending may be another buyer’s by now', async () => {
    const one = await lapsed();
    const asked = await test.db.payment.findFirstOrThrow({ where: { orderId: one.order.id } });
    const other = mustSucceed(await buy(test.db, { ...one.shopping, method: 'transfer' }));
    const theirs = await test.db.payment.findFirstOrThrow({ where: { purchaseId: other.purchaseId } });
    expect(theirs.amountRupiah).toBe(asked.amountRupiah);
    mustSucceed(await answer(one, await send(one), false));
    expect(await test.db.payment.findUniqueOrThrow({ where: { id: asked.id } })).toMatchObject({ status: 'expired' });
    expect(await one.read()).toMatchObject({ status: 'expired', clockAt: null });
    mustSucceed(await answer(one, await send(one, hours(30)), true));
    expect((await one.read()).status).toBe('confirmed');
  });
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
