// "Not in" is the maker's to say twice; the receipts after that are finance's, and the officer of her area hears of them.
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#app/domain/access/actor.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { listShopOrders, listUnreadProofs } from '#app/domain/orders/order-queries.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { listFollowedWomen } from '#app/domain/people/followed-women.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import {
  createAccount,
  createAreas,
  createListing,
  createMaker,
  createOfficer,
  NOW,
  sealer,
} from '#tests/support/fixtures.ts';
import { createCohort } from '#tests/support/income-fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
let officer: AccountActor;
let finance: AccountActor;
let cohortId: string;

beforeAll(async () => {
  await createAreas(test.db);
  finance = await createAccount(test.db, 'finance');
  officer = await createOfficer(test.db);
  cohortId = (await createCohort(test.db, { slug: 'bukti' })).id;
});

async function placed() {
  const maker = await createMaker(test.db);
  await test.db.shop.update({ where: { id: maker.shop.id }, data: { bankAccountSealed: 'x' } });
  await test.db.enrolment.create({
    data: { cohortId, personId: maker.person.id, stage: 'graduated', enrolledAt: NOW },
  });
  const { variant } = await createListing(test.db, maker.shop.id);
  const { token } = mustSucceed(
    await buy(test.db, { shopId: maker.shop.id, variantId: variant.id, method: 'transfer' }),
  );
  const order = await test.db.order.findFirstOrThrow({ where: { shopId: maker.shop.id } });
  let sent = 0;
  const send = async () => {
    const picture = `${order.number}-${++sent}`;
    const input = { token, orderId: order.id, storeKey: picture, contentHash: picture };
    mustSucceed(await submitProof(test.db, { input, now: NOW, sealer }));
    return test.db.paymentProof.findFirstOrThrow({ where: { storeKey: picture } });
  };
  const answer = (actor: AccountActor, { id: proofId }: { id: string }, isMoneyIn: boolean) =>
    reviewProof(test.db, { actor, input: { proofId, isMoneyIn, reason: 'tidak ada' }, now: NOW, sealer });
  const refuse = async (actor: AccountActor) => mustSucceed(await answer(actor, await send(), false));
  return { maker, order, send, answer, refuse };
}

/** Kinds of what a phone was told of an order, with the officer's reason. */
async function told(phone: string | null, orderNumber: string): Promise<string[]> {
  const rows = await test.db.message.findMany({ where: { phone: phone ?? '' }, orderBy: { id: 'asc' } });
  return rows
    .map((row) => openMessage(sealer, row))
    .filter((content) => 'orderNumber' in content && content.orderNumber === orderNumber)
    .map((content) => ('why' in content ? content.why : content.kind));
}

describe('the third receipt of a payment', () => {
  it('is not the maker’s to answer, neither yes nor no; finance decides', async () => {
    const { maker, send, answer, refuse, order } = await placed();
    await refuse(maker.actor);
    await refuse(maker.actor);
    const third = await send();
    for (const isMoneyIn of [true, false])
      expect(await answer(maker.actor, third, isMoneyIn)).toEqual({ ok: false, code: 'handedOver' });
    expect((await test.db.paymentProof.findUniqueOrThrow({ where: { id: third.id } })).verdict).toBe('unread');
    expect(mustSucceed(await answer(finance, third, true)).isNew).toBe(true);
    expect((await test.db.order.findUniqueOrThrow({ where: { id: order.id } })).status).toBe('confirmed');
  });

  it('is refused by finance too, once for each receipt, five in all', async () => {
    const { maker, refuse, send } = await placed();
    await refuse(maker.actor);
    await refuse(maker.actor);
    for (let i = 0; i < 3; i++) await refuse(finance);
    await expect(send()).rejects.toThrow('conflict');
  });

  it('leaves her inbox for finance’s list and the officer’s day', async () => {
    const { maker, order, send, refuse } = await placed();
    await refuse(maker.actor);
    const second = await send();
    const inbox = async () => (await listShopOrders(test.db, maker.actor)).waiting.map(({ id }) => id);
    const reason = async () =>
      (await listFollowedWomen(test.db, { viewer: officer, now: NOW, page: 1 })).women.find(
        (woman) => woman.personId === maker.person.id,
      )?.reason?.kind;
    expect(await inbox()).toEqual([order.id]);
    expect(await reason()).not.toBe('proofUnread');
    mustSucceed(
      await reviewProof(test.db, {
        actor: maker.actor,
        input: { proofId: second.id, isMoneyIn: false, reason: 'tidak ada' },
        now: NOW,
        sealer,
      }),
    );
    const third = await send();
    expect(await inbox()).toEqual([]);
    expect((await listShopOrders(test.db, maker.actor)).others.map(({ id }) => id)).toEqual([order.id]);
    expect(await reason()).toBe('proofUnread');
    expect((await listUnreadProofs(test.db)).map(({ id }) => id)).toContain(third.id);
  });

  it('is told to her officer and not to her; the buyer hears of each refusal', async () => {
    const { maker, order, send, answer, refuse } = await placed();
    await refuse(maker.actor);
    await refuse(maker.actor);
    mustSucceed(await answer(finance, await send(), false));
    const { phone } = await test.db.account.findUniqueOrThrow({ where: { id: officer.accountId } });
    expect(await told(phone, order.number)).toEqual(['proofRefused', 'proofAgain']);
    const proofNews = (kinds: string[]) => kinds.filter((kind) => kind.startsWith('proof'));
    expect(proofNews(await told(maker.person.phone, order.number))).toEqual(['proofArrived', 'proofArrived']);
  });
});

it('gives the same second refusal twice without harm', async () => {
  const { maker, send, answer, refuse } = await placed();
  await refuse(maker.actor);
  const second = await send();
  expect(mustSucceed(await answer(maker.actor, second, false)).isNew).toBe(true);
  expect(mustSucceed(await answer(maker.actor, second, false)).isNew).toBe(false);
});
