// Background work on graphile-worker: the clocks of orders, card money, messages. A job is harmless when it runs twice or late.
// graphile-worker keeps the job, and the queue, of a crashed worker locked for four hours: so there is no queue, and the next
// minute brings a job of its own.
import { Logger, parseCronItems, type Runner, run } from 'graphile-worker';
import pg from 'pg';
import { HOUR_MS } from '#app/domain/dates.ts';
import { listStruckOrders, strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { applyBankChanges } from '#app/domain/shops/apply-bank-changes.server.ts';
import type { Services } from '#app/server/context.ts';
import { listen } from '#app/services/database/listen.ts';
import { askCheckIns } from './check-in-jobs.ts';
import { eachByItself } from './each-by-itself.ts';
import { askForLostEvents, askOpenSessions, compareLastDays, payDueRefunds } from './money-jobs.ts';
import { forgetPhotos, forgetPrivatePictures } from './photo-jobs.ts';
import { publishMonths } from './publish-months.ts';
import { sendMessages } from './send-messages.ts';

const EACH_MINUTE = '* * * * *';

/** Name -> when (cron, in UTC) and what. */
const JOBS: Readonly<Record<string, { match: string; work: (services: Services) => Promise<void> }>> = {
  'strike-clocks': { match: EACH_MINUTE, work: strikeClocks },
  'sweep-checkouts': { match: EACH_MINUTE, work: askOpenSessions },
  'pay-refunds': { match: EACH_MINUTE, work: payDueRefunds },
  'send-messages': { match: EACH_MINUTE, work: sendMessages },
  'ask-lost-events': { match: '*/10 * * * *', work: askForLostEvents },
  'change-accounts': { match: EACH_MINUTE, work: changeAccounts },
  // 02.30 WIB: yesterday is over at the gateway too.
  'compare-books': { match: '30 19 * * *', work: compareLastDays },
  // 09.00 WIB.
  'ask-check-ins': { match: '0 2 * * *', work: askCheckIns },
  // 00.15 WIB.
  'publish-months': { match: '15 17 * * *', work: publishMonths },
  'forget-photos': { match: '0 20 * * *', work: forgetPhotos },
  'forget-private-pictures': { match: '30 20 * * *', work: forgetPrivatePictures },
};

export const CRON_ITEMS = parseCronItems(
  Object.entries(JOBS).map(([task, { match }]) => ({
    task,
    match,
    options: { backfillPeriod: match === EACH_MINUTE ? 0 : 12 * HOUR_MS, maxAttempts: 3 },
  })),
);

export async function startJobs(services: Services, databaseAddress: string): Promise<{ stop(): Promise<void> }> {
  // Ours, because graphile-worker does not wait for its own to be closed, and a database that stops meanwhile cuts it off.
  const pool = new pg.Pool({ connectionString: databaseAddress, max: Object.keys(JOBS).length });
  const lost = (error: Error) => services.log.warn({ err: error }, 'the jobs lost a connection');
  pool.on('error', lost).on('connect', (client) => void client.on('error', lost));
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: Object.keys(JOBS).length,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: Object.fromEntries(
      Object.entries(JOBS).map(([name, { work }]) => [name, onceAtATime(() => work(services))]),
    ),
    parsedCronItems: CRON_ITEMS,
    // Only what went wrong: a line a minute for each job that did its work tells nobody anything.
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') services.log.warn({ job: message }, 'background work');
    }),
  });
  // Somebody waits for a sign-in code: it does not wait for the next minute.
  const due = await listen(
    databaseAddress,
    {
      channel: 'message_due',
      onWord() {
        const added = runner.addJob('send-messages', {}, { jobKey: 'send-messages-now' });
        added.catch((error: unknown) => services.log.warn({ err: error }, 'a message waits for the next minute'));
      },
    },
    services.log,
  );
  return {
    async stop() {
      await due.stop();
      await runner.stop();
      await pool.end();
    },
  };
}

/** While a gateway is slow, the minutes that come meanwhile have nothing to add: they leave at once. */
function onceAtATime(work: () => Promise<void>): () => Promise<void> {
  let isRunning = false;
  return async () => {
    if (isRunning) return;
    isRunning = true;
    await work().finally(() => {
      isRunning = false;
    });
  };
}

async function changeAccounts({ db, now, sealer }: Services): Promise<void> {
  await applyBankChanges(db, { now: now(), sealer });
}

async function strikeClocks({ db, now, sealer, log }: Services): Promise<void> {
  await eachByItself(await listStruckOrders(db, now()), log, (orderId) =>
    strikeClock(db, { input: { orderId }, now: now(), sealer }),
  );
}
