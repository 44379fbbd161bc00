// Jobs of the card money. Each does nothing where no gateway is; when the gateway is silent it throws, and is run again.
import { addDays, dayOf } from '#app/domain/dates.ts';
import { sweepCheckouts } from '#app/domain/payments/sweep-checkouts.server.ts';
import { askUndelivered } from '#app/domain/reconciliation/ask-undelivered.server.ts';
import { compareDays } from '#app/domain/reconciliation/compare-days.server.ts';
import { listDueRefunds, payRefund } from '#app/domain/refunds/pay-refund.server.ts';
import type { Services } from '#app/server/context.ts';
import { eachByItself } from './each-by-itself.ts';

export async function askOpenSessions({ db, now, sealer, cardGateway }: Services): Promise<void> {
  if (cardGateway) await sweepCheckouts(db, { gateway: cardGateway, now: now(), sealer });
}

export async function payDueRefunds({ db, now, cardGateway, log }: Services): Promise<void> {
  if (!cardGateway) return;
  await eachByItself(await listDueRefunds(db), log, (refundId) =>
    payRefund(db, { gateway: cardGateway, input: { refundId }, now: now() }),
  );
}

export async function askForLostEvents({ db, now, sealer, cardGateway, log }: Services): Promise<void> {
  if (!cardGateway) return;
  const asked = await askUndelivered(db, { gateway: cardGateway, now: now(), sealer });
  if (!asked.ok) throw new Error('the card gateway did not answer');
  if (asked.value.news > 0) log.warn(asked.value, 'events came without their webhook');
}

/** A week each time, so that nights the machine slept through are caught up with. */
const COMPARED_DAYS = 7;

export async function compareLastDays({ db, now, cardGateway, log }: Services): Promise<void> {
  if (!cardGateway) return;
  const today = dayOf(now());
  const input = { firstDay: addDays(today, -COMPARED_DAYS), lastDay: addDays(today, -1) };
  const compared = await compareDays(db, { gateway: cardGateway, input, now: now() });
  if (!compared.ok) throw new Error('the card gateway did not answer');
  if (compared.value.found > 0) log.warn({ ...input, ...compared.value }, 'the books differ');
}
