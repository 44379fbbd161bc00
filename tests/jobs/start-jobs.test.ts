// The runner of jobs: a crashed worker, a row that always fails, and a run that is still going on stop nobody else.
import { makeWorkerUtils, type WorkerUtils } from 'graphile-worker';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { requestSignInCode } from '#app/domain/access/sign-in-codes.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { CRON_ITEMS, startJobs } from '#app/jobs/start-jobs.ts';
import { createAccount, createListing, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const DAY_MS = 86_400_000;
const site = useSite();
let jobs: Awaited<ReturnType<typeof startJobs>>;
let utils: WorkerUtils;
let poisoned: string;
let strikes = 0;

beforeAll(async () => {
  utils = await makeWorkerUtils({ connectionString: site.databaseAddress });
  await utils.migrate();
  const failing = {
    ...site.services.sealer,
    seal(place: string, id: string, text: string) {
      strikes += 1;
      if (text.includes(poisoned)) throw new Error('planted');
      return site.services.sealer.seal(place, id, text);
    },
  };
  jobs = await startJobs({ ...site.services, sealer: failing }, site.databaseAddress);
});
afterAll(async () => {
  await jobs?.stop();
  await utils?.release();
});

/** An order that its maker has left unanswered for five days. */
async function unansweredOrder() {
  const maker = await createMaker(site.db);
  const { variant } = await createListing(site.db, maker.shop.id);
  const { token } = mustSucceed(await buy(site.db, { shopId: maker.shop.id, variantId: variant.id }));
  const order = await site.db.order.findFirstOrThrow({ where: { purchase: { token } } });
  mustSucceed(await confirmOrder(site.db, { input: { token, orderId: order.id }, now: NOW, sealer }));
  return order;
}
const remindedOf = async ({ id }: { id: string }) =>
  (await site.db.order.findUniqueOrThrow({ where: { id } })).remindedLevel;

it('goes on past a row that fails, and past the job of a worker that died', async () => {
  const first = await unansweredOrder();
  const second = await unansweredOrder();
  poisoned = first.number;
  site.now = new Date(NOW.getTime() + 5 * DAY_MS);
  const dead = await utils.addJob('strike-clocks', {}, { runAt: new Date(Date.now() + 3_600_000) });
  await site.db.$executeRawUnsafe(
    `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead', attempts = 1 WHERE id = ${Number(dead.id)}`,
  );
  await utils.addJob('strike-clocks', {});
  await vi.waitFor(async () => expect(await remindedOf(second)).toBeGreaterThan(0), { timeout: 10_000, interval: 100 });
  expect(await remindedOf(first)).toBe(0);
  expect(strikes).toBeGreaterThan(1);
});

it('a sign-in code does not wait for the next minute', async () => {
  const account = await createAccount(site.db, 'finance');
  const { phone } = await site.db.account.findUniqueOrThrow({ where: { id: account.accountId } });
  mustSucceed(
    await requestSignInCode(site.db, {
      input: { phone, askedBy: 'network:test' },
      now: site.now,
      sealer: site.services.sealer,
    }),
  );
  const state = async () => (await site.db.message.findFirstOrThrow({ where: { phone } })).status;
  await vi.waitFor(async () => expect(await state()).toBe('sent'), { timeout: 5_000, interval: 100 });
});

it('has no queue that a dead worker could keep closed for hours', () => {
  expect(CRON_ITEMS.length).toBeGreaterThan(5);
  expect(CRON_ITEMS.filter((item) => item.options.queueName !== undefined)).toEqual([]);
});
