// Asks about the month that has ended; each woman once, so that running every day only finds those who came since.
import { askCheckIn, listWomenToAsk } from '#app/domain/checkins/ask-check-in.server.ts';
import type { Services } from '#app/server/context.ts';
import { eachByItself } from './each-by-itself.ts';

export async function askCheckIns({ db, now, sealer, log }: Services): Promise<void> {
  await eachByItself(await listWomenToAsk(db, now()), log, (personId) =>
    askCheckIn(db, { input: { personId }, now: now(), sealer }),
  );
}
