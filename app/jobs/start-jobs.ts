// Background work on graphile-worker: each minute the clocks of orders, open card sessions, refunds and messages. A job is
// harmless when it runs twice or late; a crashed worker's lock is freed after ten minutes.
import { Logger, parseCronItems, type Runner, run } from 'graphile-worker';
import { listStruckOrders, strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { sweepCheckouts } from '#app/domain/payments/sweep-checkouts.server.ts';
import { listDueRefunds, payRefund } from '#app/domain/refunds/pay-refund.server.ts';
import type { Services } from '#app/server/context.ts';
import { sendMessages } from './send-messages.ts';

export const TASKS = {
  'strike-clocks': async ({ db, now, sealer }: Services) => {
    for (const orderId of await listStruckOrders(db, now()))
      await strikeClock(db, { input: { orderId }, now: now(), sealer });
  },
  'sweep-checkouts': async ({ db, now, sealer, cardGateway }: Services) => {
    if (cardGateway) await sweepCheckouts(db, { gateway: cardGateway, now: now(), sealer });
  },
  'pay-refunds': async ({ db, now, cardGateway }: Services) => {
    if (!cardGateway) return;
    for (const refundId of await listDueRefunds(db))
      await payRefund(db, { gateway: cardGateway, input: { refundId }, now: now() });
  },
  'send-messages': (services: Services) => sendMessages(services),
} as const;

export async function startJobs(services: Services, databaseAddress: string): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    connectionString: databaseAddress,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: Object.fromEntries(Object.entries(TASKS).map(([name, task]) => [name, () => task(services)])),
    parsedCronItems: parseCronItems(
      Object.keys(TASKS).map((task) => ({
        task,
        match: '* * * * *',
        options: { backfillPeriod: 0, maxAttempts: 3, queueName: 'minute' },
      })),
    ),
    // Only what went wrong: a line a minute for each job that did its work tells nobody anything.
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') services.log.warn({ job: message }, 'background work');
    }),
  });
  return { stop: () => runner.stop() };
}
