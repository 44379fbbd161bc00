// The money's jobs on the built site's services: a lost webhook, a difference, a silent gateway, no gateway at all.
import { beforeAll, expect, it } from 'vitest';
import { askForLostEvents, askOpenSessions, compareLastDays, payDueRefunds } from '#app/jobs/money-jobs.ts';
import { useCardDesk } from '#tests/support/card-desk.ts';
import { NOW } from '#tests/support/fixtures.ts';
import { buyFromTwo } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const desk = useCardDesk();
const site = useSite({ cardGateway: async () => desk.gateway });
const JOBS = [askForLostEvents, askOpenSessions, compareLastDays, payDueRefunds] as const;
let bought: Awaited<ReturnType<typeof buyFromTwo>>;
beforeAll(async () => {
  bought = await buyFromTwo(site.db);
});
const payment = () => site.db.payment.findFirstOrThrow({ where: { purchaseId: bought.purchaseId } });

it('a payment that no webhook told of is settled by asking for events', async () => {
  await desk.pay(site.db, bought.token);
  await askForLostEvents(site.services);
  expect((await payment()).status).toBe('settled');
});

it('one still pending after ten minutes is asked about by its session', async () => {
  const other = await buyFromTwo(site.db);
  const { intentId } = await desk.pay(site.db, other.token);
  site.now = new Date(NOW.getTime() + 10 * 60_000);
  await askOpenSessions(site.services);
  expect(await site.db.payment.findUniqueOrThrow({ where: { gatewayIntentId: intentId } })).toMatchObject({
    status: 'settled',
  });
});

it('yesterday is compared, and a difference is kept for finance', async () => {
  await desk.stripe.refunds.create({ payment_intent: (await payment()).gatewayIntentId ?? '', amount: 700 });
  site.now = new Date(NOW.getTime() + 86_400_000);
  await compareLastDays(site.services);
  expect(await site.db.bookDifference.findMany()).toMatchObject([{ kind: 'refund', gatewayRupiah: -7n }]);
});

it('a silent gateway makes a job fail, to be run again; without one there is nothing to do', async () => {
  desk.simulator.faults.set({ api: [{ kind: 'error-before-commit', times: 10 }] });
  await expect(askForLostEvents(site.services)).rejects.toThrow('did not answer');
  await expect(compareLastDays(site.services)).rejects.toThrow('did not answer');
  desk.simulator.faults.reset();
  const before = await site.db.stripeEvent.count();
  for (const job of JOBS) await job({ ...site.services, cardGateway: null });
  expect(await site.db.stripeEvent.count()).toBe(before);
});
