// When each state of an order runs out (orders-and-money design, section 2). Pure: instants in, instants out.
import { addDays, DAY_MS, dayOf, HOUR_MS, startOfDay } from '../dates.ts';
import { HOLIDAYS } from '../holidays.ts';
import type { OrderStatus } from './order-status.ts';

export type PaymentMethod = 'cod' | 'transfer' | 'card';

/** From placing until the money, or the word of a cash buyer, must be there. */
export const PAY_WITHIN_MS: Readonly<Record<PaymentMethod, number>> = {
  card: 30 * 60_000,
  transfer: 24 * HOUR_MS,
  cod: 12 * HOUR_MS,
};
/** Hours until a maker who has not answered is reminded, the officer is told, and the order is cancelled. */
export const ACCEPT_HOURS = [24, 48, 72] as const;
/** The stroke, counted from one, at which the officer is told. */
export const OFFICER_LEVEL = 2;
/** Working hours until an unread receipt is the officer's to see to. */
export const READ_PROOF_HOURS = 24;
const SEND_DAYS = 3;
const GRACE_DAYS = 2;
const COMPLETE_DAYS = 3;

/** `hours` of time after `from`, whole WIB holidays not counted. */
export function afterWorkingHours(from: Date, hours: number, holidays: ReadonlySet<string> = HOLIDAYS): Date {
  let left = hours * HOUR_MS;
  let at = from;
  for (;;) {
    const day = dayOf(at);
    const nextDay = startOfDay(addDays(day, 1));
    const available = holidays.has(day) ? 0 : nextDay.getTime() - at.getTime();
    if (left <= available && !holidays.has(day)) return new Date(at.getTime() + left);
    left -= available;
    at = nextDay;
  }
}

/**
 * The instant at which the clock of an order's state strikes next, or null when none runs.
 * `since` is when the state was entered; `remindedLevel` counts the reminders already given to a maker who has not answered.
 */
export function nextClock(order: {
  status: OrderStatus;
  method: PaymentMethod;
  since: Date;
  promisedOn: string | null;
  remindedLevel: number;
}): Date | null {
  switch (order.status) {
    case 'pending':
      return new Date(order.since.getTime() + PAY_WITHIN_MS[order.method]);
    case 'confirmed': {
      const hours = ACCEPT_HOURS[order.remindedLevel];
      return hours === undefined ? null : afterWorkingHours(order.since, hours);
    }
    case 'making':
      return order.promisedOn
        ? startOfDay(addDays(order.promisedOn, GRACE_DAYS + 1))
        : afterWorkingHours(order.since, SEND_DAYS * 24);
    case 'ready':
      return afterWorkingHours(order.since, SEND_DAYS * 24);
    case 'delivered':
      return new Date(order.since.getTime() + COMPLETE_DAYS * DAY_MS);
    default:
      return null;
  }
}

/** A made-to-order promise is broken two days after its date: then the buyer may cancel free. */
export function isPromiseBroken(promisedOn: string | null, now: Date): boolean {
  return promisedOn !== null && dayOf(now) > addDays(promisedOn, GRACE_DAYS);
}
