// The nine invariants: they hold of a world in which everything has happened, and each of them finds a fault planted in SQL.
import { beforeAll, describe, expect, it } from 'vitest';
import { auditMoney, type Violation } from '#app/domain/audit/audit-money.server.ts';
import type { Transaction } from '#app/domain/database.ts';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { agreeReassignment } from '#app/domain/reassignments/agree-reassignment.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { askSister, createSisters } from '#tests/support/samples/sisters.ts';
import { buy, buyFromTwo } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const desk = useCardDesk();

beforeAll(async () => {
  await card();
  await cash();
  await transfer();
  await passedOn();
});

/** One of two orders completed; part refunded at Stripe; then everything lost to the bank. And a second purchase, paid. */
async function card(): Promise<void> {
  const { makers, orders, token } = await buyFromTwo(test.db);
  const { intentId, chargeId } = await desk.pay(test.db, token);
  await desk.deliver(test.db);
  const [maker, order] = [makers[0], orders[0]];
  if (!maker || !order) throw new Error('nothing bought');
  await desk.stripe.refunds.create({ payment_intent: intentId, amount: 1_000 * 100 });
  await desk.deliver(test.db);
  for (const step of ['pack', 'handOver'] as const)
    mustSucceed(
      await stepOrder(test.db, {
        actor: maker.actor,
        input: { orderId: order.id, step, code: order.pickupCode ?? '' },
        now: NOW,
        sealer,
      }),
    );
  mustSucceed(
    await receiveOrder(test.db, { input: { token, orderId: order.id }, now: NOW, sealer, receipt: 'allFine' }),
  );
  desk.simulator.closeDispute(desk.simulator.openDispute(chargeId) ?? '', 'lost');
  await desk.deliver(test.db);
  await desk.pay(test.db, (await buyFromTwo(test.db)).token);
  await desk.deliver(test.db);
}

async function cash(): Promise<void> {
  const maker = await createMaker(test.db);
  const { variant } = await createListing(test.db, maker.shop.id, { onHand: 1, makeDays: 3, weeklyCapacity: 5 });
  for (let i = 0; i < 3; i++) {
    const { token, purchaseId } = mustSucceed(await buy(test.db, { shopId: maker.shop.id, variantId: variant.id }));
    const { id: orderId } = await test.db.order.findFirstOrThrow({ where: { purchaseId } });
    if (i === 0) mustSucceed(await confirmOrder(test.db, { input: { token, orderId }, now: NOW, sealer }));
    if (i === 1) await strikeClock(test.db, { input: { orderId }, now: new Date(NOW.getTime() + 86_400_000), sealer });
  }
}

async function transfer(): Promise<void> {
  const maker = await createMaker(test.db);
  await test.db.shop.update({ where: { id: maker.shop.id }, data: { bankAccountSealed: 'x' } });
  const { variant } = await createListing(test.db, maker.shop.id);
  const bought = await buy(test.db, { shopId: maker.shop.id, variantId: variant.id, method: 'transfer' });
  const { token, purchaseId } = mustSucceed(bought);
  const { id: orderId } = await test.db.order.findFirstOrThrow({ where: { purchaseId } });
  const input = { token, orderId, storeKey: 'a', contentHash: 'a' };
  mustSucceed(await submitProof(test.db, { input, now: NOW, sealer }));
}

/** A sister took it over; the buyer then said no. */
async function passedOn(): Promise<void> {
  const sisters = await createSisters(test.db);
  const input = { reassignmentId: await askSister(test.db, sisters), variantIds: [sisters.mat.id], hasMoney: false };
  mustSucceed(await agreeReassignment(test.db, { actor: sisters.sister.actor, input, now: NOW, sealer }));
  mustSucceed(await cancelOrder(test.db, { ...sisters.byLink, now: new Date(NOW.getTime() + 1) }));
}

class Undo extends Error {}

/** What the audit says after these statements, which are then undone. Triggers and constraints are out of the way. */
async function auditAfter(...statements: string[]): Promise<Violation[]> {
  let found: Violation[] = [];
  const plant = async (tx: Transaction) => {
    await tx.$executeRawUnsafe('set local session_replication_role = replica');
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    found = await auditMoney(tx);
    throw new Undo();
  };
  await test.db.$transaction(plant, { timeout: 20_000 }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return found;
}

const drop = (table: string, constraint: string) => `alter table "${table}" drop constraint ${constraint}`;
const one = (table: string, where = 'true') => `id = (select id from "${table}" where ${where} order by id limit 1)`;

it('finds nothing in a world in which everything has happened', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
  expect(await test.db.order.count()).toBe(9);
});

describe('a planted fault', () => {
  it.each<[invariant: number, check: string, statements: string[]]>([
    [
      1,
      'sum of its orders',
      [drop('Order', 'order_total'), `update "Order" set "totalRupiah" = "totalRupiah" + 1 where ${one('Order')}`],
    ],
    [1, 'sum of its lines', [`update "OrderLine" set quantity = quantity + 1 where ${one('OrderLine')}`]],
    [1, 'payments asked', [`update "Payment" set "amountRupiah" = "amountRupiah" + 1 where ${one('Payment')}`]],
    [1, 'what is owed', [`update "Payment" set "refundDueRupiah" = 5 where ${one('Payment')}`]],
    [
      1,
      'more than it cost',
      [`update "Refund" set "amountRupiah" = 90000 where ${one('Refund', '"orderId" is not null')}`],
    ],
    [2, 'active holds', [`update "Variant" set held = held + 1 where ${one('Variant', '"onHand" > held')}`]],
    [
      2,
      'active holds',
      [drop('Variant', 'variant_stock'), `update "Variant" set "onHand" = 0 where ${one('Variant', 'held > 0')}`],
    ],
    [2, 'what a week promises', ['update "VariantWeek" set held = held + 1']],
    [
      3,
      'holds its mats',
      [`update "Hold" set status = 'active', "endedAt" = null where ${one('Hold', "status = 'released'")}`],
    ],
    [
      3,
      'says when',
      [drop('Hold', 'hold_state'), `update "Hold" set "endedAt" = now() where ${one('Hold', "status = 'active'")}`],
    ],
    [
      3,
      'ends twice',
      [
        `insert into "Event" select gen_random_uuid(), at, kind, "subjectKind", "subjectId", "actorKind", "actorId", "onBehalfOfId", facts from "Event" where kind = 'order.completed'`,
      ],
    ],
    [4, 'entry balances', [`update "LedgerLine" set "amountRupiah" = "amountRupiah" + 1 where ${one('LedgerLine')}`]],
    [
      4,
      'captured less refunded',
      [
        `delete from "LedgerLine" where "entryId" in (select id from "LedgerEntry" where kind = 'dispute_lost')`,
        `delete from "LedgerEntry" where kind = 'dispute_lost'`,
      ],
    ],
    [4, 'captured less refunded', [`update "LedgerLine" set "amountRupiah" = "amountRupiah" * 2`]],
    [
      4,
      'a maker is owed',
      [`update "LedgerLine" set account = 'buyer_funds' where account like 'maker:%' and "amountRupiah" < 0`],
    ],
    [5, 'a bank asks', [`update "CardDispute" set "openedAt" = "openedAt" - interval '1 day', "closedAt" = null`]],
    [
      5,
      'receipt is unread',
      [
        `update "PaymentProof" set "paymentId" = (select p.id from "Payment" p join "Order" o on o.id = p."orderId" where o.status = 'expired'), "submittedAt" = "submittedAt" - interval '1 hour'`,
      ],
    ],
    [
      6,
      'verified income',
      ['update "PersonMonth" set "verifiedRupiah" = "verifiedRupiah" + 1 where "verifiedOrders" > 0'],
    ],
    [6, 'verified income', ['delete from "PersonMonth"']],
    [
      7,
      'under a purchase',
      [
        `update "Payment" set "purchaseId" = (select "purchaseId" from "Payment" where "orderId" is null limit 1) where "orderId" is not null`,
      ],
    ],
    [
      7,
      'under a purchase',
      [
        `update "Refund" set "orderId" = (select "orderId" from "Payment" where "orderId" is not null limit 1) where ${one('Refund', '"orderId" is not null')}`,
      ],
    ],
    [
      7,
      'under a purchase',
      [
        `update "OrderLine" set "variantId" = (select "variantId" from "OrderLine" order by id desc limit 1) where ${one('OrderLine')}`,
      ],
    ],
    [7, 'guessed', [`update "Purchase" set token = 'abc' where ${one('Purchase')}`]],
    [8, 'title', [`update "OrderLine" set title = 'Lain' where ${one('OrderLine')}`]],
    [8, 'title', [`update "OrderLine" set "photoStoreKey" = 'lain' where ${one('OrderLine')}`]],
    [8, 'title', [drop('Order', 'order_total'), `update "Order" set "deliveryRupiah" = 8000 where ${one('Order')}`]],
    [9, 'last event left it', [`update "Order" set status = 'ready' where ${one('Order', "status = 'confirmed'")}`]],
    [9, 'not theirs', [`update "Event" set "actorKind" = 'buyer', "actorId" = null where kind = 'order.ready'`]],
    [
      9,
      'not theirs',
      [
        `update "Event" set "actorId" = (select a.id from "Account" a where a.id <> "actorId" limit 1) where kind = 'order.ready'`,
      ],
    ],
    [9, 'not theirs', [`update "Event" set kind = 'order.shipped' where kind = 'order.confirmed'`]],
    [9, 'only when another maker makes it', ['delete from "Reassignment"']],
    [
      9,
      'only when another maker makes it',
      [`update "Reassignment" set "answeredAt" = "answeredAt" + interval '1 day'`],
    ],
    [
      9,
      'took it over last',
      [
        `update "Reassignment" set "toShopId" = (select id from "Shop" where id not in ("fromShopId", "toShopId") limit 1)`,
      ],
    ],
  ])('against %i is found (%s)', async (invariant, check, statements) => {
    const found = await auditAfter(...statements);
    expect(
      found.filter((violation) => violation.invariant === invariant && violation.check.includes(check)),
    ).not.toEqual([]);
  });

  it('is undone again', async () => {
    expect(await auditMoney(test.db)).toEqual([]);
  });
});
