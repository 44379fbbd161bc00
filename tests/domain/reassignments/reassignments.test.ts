// An order goes from one maker to another who agrees: mats, money, clocks, and what each of the three may do then.
import { describe, expect, it } from 'vitest';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { monthOf } from '#app/domain/dates.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { agreeReassignment } from '#app/domain/reassignments/agree-reassignment.server.ts';
import { proposeReassignment } from '#app/domain/reassignments/propose-reassignment.server.ts';
import { listAskedReassignments, listTakenOver } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { refuseReassignment } from '#app/domain/reassignments/refuse-reassignment.server.ts';
import { listSisterShops } from '#app/domain/reassignments/sister-shops.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { askSister, createSisters, type Sisters } from '#tests/support/samples/sisters.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const code = <T extends { ok: boolean }>(result: T) => ('code' in result ? result.code : 'ok');

const agree = (
  { sister, mat }: Sisters,
  reassignmentId: string,
  over: Partial<Parameters<typeof agreeReassignment>[1]['input']> = {},
) =>
  agreeReassignment(test.db, {
    ...{ actor: sister.actor, now: later(2), sealer },
    input: { reassignmentId, variantIds: [mat.id], hasMoney: false, ...over },
  });
const refuse = (actor: Sisters['maker']['actor'], reassignmentId: string) =>
  refuseReassignment(test.db, { actor, input: { reassignmentId }, now: later(1), sealer });
const step = (actor: Sisters['maker']['actor'], orderId: string, name: 'pack' | 'refuse' | 'handOver', pin = '') =>
  stepOrder(test.db, {
    ...{ actor, now: later(3), sealer },
    input: { orderId, step: name, code: pin, reason: 'sakit' },
  });
const orderOf = ({ orderId }: Sisters) =>
  test.db.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: true, refunds: true } });
const shopsFor = ({ orderId }: Sisters) => listSisterShops(test.db, orderId, NOW);
const stockOf = async (id: string) => {
  const { onHand, held } = await test.db.variant.findUniqueOrThrow({ where: { id } });
  return { onHand, held };
};
async function told(phone: string | null): Promise<string[]> {
  const rows = await test.db.message.findMany({ where: { phone: phone ?? '' }, orderBy: { id: 'asc' } });
  return rows
    .map((row) => openMessage(sealer, row))
    .map((content) => ('answer' in content ? `${content.kind} ${content.answer}` : content.kind));
}

describe('asking', () => {
  it('tells her sister, and leaves the order where it is', async () => {
    const sisters = await createSisters(test.db);
    const before = await orderOf(sisters);
    await askSister(test.db, sisters);
    expect(await orderOf(sisters)).toEqual(before);
    expect(await told(sisters.sister.person.phone)).toEqual(['reassignmentAsked']);
    expect(await listAskedReassignments(test.db, sisters.sister.actor)).toHaveLength(1);
    expect(await listAskedReassignments(test.db, sisters.maker.actor)).toEqual([]);
  });

  it('is for the maker of the order alone, while it waits for her answer, one at a time', async () => {
    const sisters = await createSisters(test.db);
    const ask = (actor: Sisters['maker']['actor']) =>
      proposeReassignment(test.db, {
        ...{ actor, now: NOW, sealer },
        input: { orderId: sisters.orderId, shopId: sisters.sister.shop.id },
      });
    expect(code(await ask(sisters.sister.actor))).toBe('notFound');
    const both = await Promise.all([ask(sisters.maker.actor), ask(sisters.maker.actor)]);
    expect(mustSucceed(both[0])).toEqual(mustSucceed(both[1]));
    expect(await ask(sisters.maker.actor)).toEqual(both[0]);
    expect(await told(sisters.sister.person.phone)).toEqual(['reassignmentAsked']);
    const other = await createMaker(test.db);
    const input = { orderId: sisters.orderId, shopId: other.shop.id };
    expect(code(await proposeReassignment(test.db, { actor: sisters.maker.actor, input, now: NOW, sealer }))).toBe(
      'conflict',
    );
    mustSucceed(await step(sisters.maker.actor, sisters.orderId, 'pack'));
    expect(code(await ask(sisters.maker.actor))).toBe('conflict');
  });
});

describe('no', () => {
  it('said by her who was asked leaves the order, and the first maker may ask another but not her again', async () => {
    const sisters = await createSisters(test.db);
    const id = await askSister(test.db, sisters);
    expect(mustSucceed(await refuse(sisters.sister.actor, id)).isNew).toBe(true);
    expect(mustSucceed(await refuse(sisters.sister.actor, id)).isNew).toBe(false);
    expect(await told(sisters.maker.person.phone)).toContain('reassignmentAnswered declined');
    expect(await shopsFor(sisters)).toEqual([]);
    expect(code(await agree(sisters, id))).toBe('conflict');
    expect((await orderOf(sisters)).shopId).toBe(sisters.maker.shop.id);
  });

  it('said by her who asked takes the question back; she may ask again', async () => {
    const sisters = await createSisters(test.db);
    const id = await askSister(test.db, sisters);
    mustSucceed(await refuse(sisters.maker.actor, id));
    expect(code(await refuse(sisters.sister.actor, id))).toBe('conflict');
    expect(await shopsFor(sisters)).toHaveLength(1);
    expect(await askSister(test.db, sisters)).not.toBe(id);
  });

  it('is nobody else’s to say', async () => {
    const sisters = await createSisters(test.db);
    const id = await askSister(test.db, sisters);
    const stranger = await createMaker(test.db);
    expect(code(await refuse(stranger.actor, id))).toBe('notFound');
    expect(code(await agree({ ...sisters, sister: stranger }, id))).toBe('notFound');
    expect(code(await agree({ ...sisters, sister: sisters.maker }, id))).toBe('notFound');
  });
});

describe('yes', () => {
  it('moves mats, clock and order; what the buyer chose and pays stays as it was', async () => {
    const sisters = await createSisters(test.db);
    const before = await orderOf(sisters);
    const id = await askSister(test.db, sisters);
    expect(mustSucceed(await agree(sisters, id)).isNew).toBe(true);
    expect(mustSucceed(await agree(sisters, id)).isNew).toBe(false);
    const after = await orderOf(sisters);
    expect(after).toMatchObject({ shopId: sisters.sister.shop.id, status: 'confirmed', confirmedAt: later(2) });
    expect(after.clockAt).not.toEqual(before.clockAt);
    expect(after.lines).toEqual(before.lines.map((line) => ({ ...line, variantId: sisters.mat.id })));
    expect([after.totalRupiah, after.number]).toEqual([before.totalRupiah, before.number]);
    expect(await stockOf(sisters.variant.id)).toEqual({ onHand: 3, held: 0 });
    expect(await stockOf(sisters.mat.id)).toEqual({ onHand: 3, held: 2 });
    expect(await told(sisters.maker.person.phone)).toContain('reassignmentAnswered agreed');
    expect(await listTakenOver(test.db, [sisters.orderId])).toEqual([
      {
        orderId: sisters.orderId,
        fromShopName: sisters.maker.shop.name,
        mats: [{ title: 'Keset lurik biru, 40 × 60', slug: expect.stringMatching(/^keset-/) }],
      },
    ]);
    expect(await auditMoney(test.db)).toEqual([]);
  });

  it('gives the work and the income to her who took it over', async () => {
    const sisters = await createSisters(test.db);
    mustSucceed(await agree(sisters, await askSister(test.db, sisters)));
    expect(code(await step(sisters.maker.actor, sisters.orderId, 'pack'))).toBe('notFound');
    mustSucceed(await step(sisters.sister.actor, sisters.orderId, 'pack'));
    const { pickupCode } = await orderOf(sisters);
    mustSucceed(await step(sisters.sister.actor, sisters.orderId, 'handOver', pickupCode ?? ''));
    mustSucceed(await receiveOrder(test.db, { ...sisters.byLink, now: later(4), receipt: 'allFine' }));
    const month = monthOf(later(4));
    const earned = await test.db.personMonth.findMany({ where: { month, verifiedOrders: { gt: 0 } } });
    expect(earned.find(({ personId }) => personId === sisters.sister.person.id)?.verifiedRupiah).toBe(70_000);
    expect(earned.some(({ personId }) => personId === sisters.maker.person.id)).toBe(false);
    expect(await stockOf(sisters.mat.id)).toEqual({ onHand: 1, held: 0 });
    expect(await auditMoney(test.db)).toEqual([]);
  });

  it('of transferred money needs that it reached her: the site holds none', async () => {
    const sisters = await createSisters(test.db, { method: 'transfer' });
    const id = await askSister(test.db, sisters);
    expect(await agree(sisters, id)).toEqual({ ok: false, code: 'required', field: 'uang' });
    mustSucceed(await agree(sisters, id, { hasMoney: true }));
    mustSucceed(await cancelOrder(test.db, { ...sisters.byLink, now: later(3) }));
    expect((await orderOf(sisters)).refunds).toEqual([expect.objectContaining({ reason: 'order_ended' })]);
    expect(await auditMoney(test.db)).toEqual([]);
  });

  it('needs one mat of hers for each size', async () => {
    const sisters = await createSisters(test.db);
    const id = await askSister(test.db, sisters);
    const { variant: second } = await createListing(test.db, sisters.sister.shop.id);
    for (const variantIds of [[], [sisters.variant.id], [sisters.mat.id, second.id]])
      expect(await agree(sisters, id, { variantIds })).toEqual({ ok: false, code: 'chooseMat', field: 'keset-40x60' });
  });

  it('leaves no trace when her mats went to somebody else meanwhile', async () => {
    const sisters = await createSisters(test.db);
    const id = await askSister(test.db, sisters);
    await test.db.variant.update({ where: { id: sisters.mat.id }, data: { onHand: 1 } });
    const before = await orderOf(sisters);
    expect(code(await agree(sisters, id))).toBe('soldOut');
    expect(await orderOf(sisters)).toEqual(before);
    expect(await stockOf(sisters.variant.id)).toEqual({ onHand: 3, held: 2 });
    expect((await test.db.reassignment.findUniqueOrThrow({ where: { id } })).status).toBe('proposed');
  });

  it('promises the day anew when she has to weave', async () => {
    const sisters = await createSisters(test.db, { sisterStock: { onHand: 0, makeDays: 7, weeklyCapacity: 2 } });
    mustSucceed(await agree(sisters, await askSister(test.db, sisters)));
    expect((await orderOf(sisters)).promisedOn).toEqual(new Date('2026-11-27'));
  });

  it('comes too late once the order has moved on, and is not asked for any more', async () => {
    const sisters = await createSisters(test.db);
    const id = await askSister(test.db, sisters);
    mustSucceed(await step(sisters.maker.actor, sisters.orderId, 'pack'));
    expect(await listAskedReassignments(test.db, sisters.sister.actor)).toEqual([]);
    expect(code(await agree(sisters, id))).toBe('conflict');
    expect(await stockOf(sisters.mat.id)).toEqual({ onHand: 3, held: 0 });
  });

  it('and the first maker’s own step, at the same moment: one of them, never both', async () => {
    for (let round = 0; round < 5; round++) {
      const sisters = await createSisters(test.db);
      const id = await askSister(test.db, sisters);
      const [yes, packed] = await Promise.all([agree(sisters, id), step(sisters.maker.actor, sisters.orderId, 'pack')]);
      expect([code(yes) === 'ok', code(packed) === 'ok'].filter(Boolean)).toHaveLength(1);
    }
    expect(await auditMoney(test.db)).toEqual([]);
  });

  it('starts her own clock, which ends the order if she does not answer either', async () => {
    const sisters = await createSisters(test.db);
    mustSucceed(await agree(sisters, await askSister(test.db, sisters)));
    for (let hour = 0; hour <= 24 * 6; hour += 6)
      await strikeClock(test.db, { input: { orderId: sisters.orderId }, now: later(2 + hour), sealer });
    expect(await orderOf(sisters)).toMatchObject({ status: 'cancelled', endReason: 'maker_silent' });
    expect(await auditMoney(test.db)).toEqual([]);
  });
});

describe('the buyer', () => {
  it('may cancel until the mat of another maker leaves, and both makers are out of it', async () => {
    for (const packed of [false, true]) {
      const sisters = await createSisters(test.db);
      expect(code(await cancelOrder(test.db, { ...sisters.byLink, now: later(1) }))).toBe('conflict');
      mustSucceed(await agree(sisters, await askSister(test.db, sisters)));
      if (packed) mustSucceed(await step(sisters.sister.actor, sisters.orderId, 'pack'));
      mustSucceed(await cancelOrder(test.db, { ...sisters.byLink, now: later(5) }));
      expect((await orderOf(sisters)).status).toBe('cancelled');
      expect(await stockOf(sisters.mat.id)).toEqual({ onHand: 3, held: 0 });
      expect((await told(sisters.sister.person.phone)).at(-1)).toBe('orderCancelled');
    }
    expect(await auditMoney(test.db)).toEqual([]);
  });

  it('hears of it once', async () => {
    const sisters = await createSisters(test.db);
    const { buyerPhone } = await test.db.purchase.update({
      where: { token: sisters.token },
      data: { buyerPhone: '+6281299911122' },
    });
    mustSucceed(await agree(sisters, await askSister(test.db, sisters)));
    expect((await told(buyerPhone)).filter((kind) => kind === 'orderReassigned')).toHaveLength(1);
  });
});
