// What a clock hands to the officer: an order unanswered for 48 hours, a promise gone by, a receipt unread for a working day.
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#app/domain/access/actor.ts';
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { listFollowedWomen } from '#app/domain/people/followed-women.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { messageText } from '#app/text/message-text.ts';
import {
  createAccount,
  createAreas,
  createListing,
  createMaker,
  createOfficer,
  DISTRICT,
  NOW,
  sealer,
} from '#tests/support/fixtures.ts';
import { createCohort } from '#tests/support/income-fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
let officer: AccountActor;
let cohortId: string;

beforeAll(async () => {
  await createAreas(test.db);
  officer = await createOfficer(test.db);
  const former = await createAccount(test.db, 'field_officer');
  await test.db.officerArea.create({
    data: {
      accountId: former.accountId,
      areaCode: DISTRICT,
      fromOn: new Date('2025-01-01'),
      untilOn: new Date('2025-12-31'),
    },
  });
  cohortId = (await createCohort(test.db, { slug: 'november' })).id;
});

async function placed(method: 'cod' | 'transfer', stock: Parameters<typeof createListing>[2] = {}) {
  const maker = await createMaker(test.db);
  await test.db.shop.update({ where: { id: maker.shop.id }, data: { bankAccountSealed: 'x' } });
  await test.db.enrolment.create({
    data: { cohortId, personId: maker.person.id, stage: 'graduated', enrolledAt: NOW },
  });
  const { variant } = await createListing(test.db, maker.shop.id, stock);
  const { token } = mustSucceed(await buy(test.db, { shopId: maker.shop.id, variantId: variant.id, method }));
  const order = await test.db.order.findFirstOrThrow({ where: { shopId: maker.shop.id } });
  const strike = (now: Date) => strikeClock(test.db, { input: { orderId: order.id }, now, sealer });
  const reason = async (now: Date) =>
    (await listFollowedWomen(test.db, { viewer: officer, now, page: 1 })).women.find(
      (woman) => woman.personId === maker.person.id,
    )?.reason ?? null;
  return { maker, order, token, strike, reason };
}

/** What officers were told of one order, as it arrives. */
async function told(orderNumber: string): Promise<string[]> {
  const rows = await test.db.message.findMany({ where: { kind: 'orderForOfficer' } });
  const phones = new Map((await test.db.account.findMany()).map((account) => [account.phone, account.id]));
  return rows
    .map((row) => ({ to: phones.get(row.phone), content: openMessage(sealer, row) }))
    .filter(
      ({ to, content }) => 'orderNumber' in content && content.orderNumber === orderNumber && to === officer.accountId,
    )
    .map(({ content }) => messageText(content, 'http://x'));
}

describe('an order without an answer', () => {
  it('is told to the maker at 24 hours, and at 48 to her officer of today, once', async () => {
    const { maker, order, token, strike, reason } = await placed('cod');
    mustSucceed(await confirmOrder(test.db, { input: { token, orderId: order.id }, now: NOW, sealer }));
    await strike(hours(25));
    expect(await told(order.number)).toEqual([]);
    await strike(hours(49));
    await strike(hours(50));
    const [message, ...more] = await told(order.number);
    expect(message).toContain('dua hari belum dijawab');
    expect(message).toContain(`/pendampingan/ibu/${maker.person.id}`);
    expect(more).toEqual([]);
    expect(await test.db.message.count({ where: { kind: 'orderForOfficer' } })).toBe(1);
    expect(await reason(hours(49))).toMatchObject({ kind: 'orderStuck', count: 2 });
  });
});

describe('a promise gone by', () => {
  it.each([
    ['making', { onHand: 0, makeDays: 3, weeklyCapacity: 5 }, 'make', 24 * 6],
    ['lying ready', {}, 'pack', 24 * 3],
  ] as const)('of a mat that is %s reaches the officer', async (_, stock, step, dueHours) => {
    const { maker, order, token, strike, reason } = await placed('cod', stock);
    mustSucceed(await confirmOrder(test.db, { input: { token, orderId: order.id }, now: NOW, sealer }));
    mustSucceed(await stepOrder(test.db, { actor: maker.actor, input: { orderId: order.id, step }, now: NOW, sealer }));
    await strike(hours(dueHours - 24));
    expect(await reason(hours(dueHours - 24))).not.toMatchObject({ kind: 'orderLate' });
    expect(await told(order.number)).toEqual([]);
    await strike(hours(dueHours + 1));
    expect(await told(order.number)).toEqual([expect.stringContaining('lewat dari janjinya')]);
    expect(await reason(hours(dueHours + 1))).toMatchObject({ kind: 'orderLate' });
  });
});

describe('a mat on its way', () => {
  it('of which nobody says for a week that it came is the officer’s to ask about', async () => {
    const { maker, order, token, reason } = await placed('cod', {});
    mustSucceed(await confirmOrder(test.db, { input: { token, orderId: order.id }, now: NOW, sealer }));
    // Sent by the maker herself; who collects gets no such step.
    await test.db.order.update({ where: { id: order.id }, data: { delivery: 'own_delivery' } });
    for (const step of ['pack', 'send'] as const)
      mustSucceed(
        await stepOrder(test.db, { actor: maker.actor, input: { orderId: order.id, step }, now: NOW, sealer }),
      );
    expect(await reason(hours(24 * 7 - 1))).not.toMatchObject({ kind: 'orderOnTheWay' });
    expect(await reason(hours(24 * 7 + 1))).toMatchObject({ kind: 'orderOnTheWay', count: 7 });
    mustSucceed(
      await stepOrder(test.db, {
        actor: maker.actor,
        input: { orderId: order.id, step: 'deliver', photoKey: 'foto' },
        now: NOW,
        sealer,
      }),
    );
    expect(await reason(hours(24 * 7 + 1))).not.toMatchObject({ kind: 'orderOnTheWay' });
  });
});

describe('a receipt that nobody reads', () => {
  it('reaches the officer after 24 working hours, and is never cancelled', async () => {
    const { order, token, strike, reason } = await placed('transfer');
    const input = { token, orderId: order.id, storeKey: 'r1', contentHash: 'r1' };
    mustSucceed(await submitProof(test.db, { input, now: NOW, sealer }));
    await strike(hours(23));
    expect(await told(order.number)).toEqual([]);
    await strike(hours(25));
    await strike(hours(26));
    expect(await told(order.number)).toEqual([expect.stringContaining('belum dibaca sehari')]);
    expect(await reason(hours(25))).toMatchObject({ kind: 'proofUnread' });
    await strike(hours(500));
    expect((await test.db.order.findUniqueOrThrow({ where: { id: order.id } })).status).toBe('pending');
  });
});

it('leaves nothing behind that breaks an invariant', async () => {
  expect(await auditMoney(test.db)).toEqual([]);
});
