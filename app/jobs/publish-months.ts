// Publishes each month whose day has come, once. Late is late and nothing else: until then the months before are shown.
import { randomInt } from 'node:crypto';
import type { Actor } from '#app/domain/access/actor.ts';
import { listMonthsToPublish, publishMonth } from '#app/domain/outcomes/publish-month.server.ts';
import type { Services } from '#app/server/context.ts';
import { eachByItself } from './each-by-itself.ts';

const JOB: Actor = { kind: 'system', name: 'publish-months' };

export async function publishMonths({ db, now, log }: Services): Promise<void> {
  await eachByItself(await listMonthsToPublish(db, now()), log, (month) =>
    publishMonth(db, { actor: JOB, input: { month }, now: now(), random: drawSecretly }),
  );
}

const DRAWS = 2 ** 32;

/** Who knew the draws of a month could undo its rounding. */
function drawSecretly(): number {
  return randomInt(DRAWS) / DRAWS;
}
