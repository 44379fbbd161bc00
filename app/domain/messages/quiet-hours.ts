// The night, in which a telephone does not ring for news: 20.00 to 07.00 WIB.
import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '../dates.ts';

const QUIET_FROM_HOUR = 20;
const QUIET_UNTIL_HOUR = 7;

/** The first instant from `now` on that is not in the night: `now` itself by day. */
export function afterQuietHours(now: Date): Date {
  const midnight = startOfDay(dayOf(now)).getTime();
  const hour = (now.getTime() - midnight) / HOUR_MS;
  if (hour < QUIET_UNTIL_HOUR) return new Date(midnight + QUIET_UNTIL_HOUR * HOUR_MS);
  if (hour >= QUIET_FROM_HOUR) return new Date(midnight + DAY_MS + QUIET_UNTIL_HOUR * HOUR_MS);
  return now;
}

export function isQuiet(now: Date): boolean {
  return afterQuietHours(now) > now;
}
