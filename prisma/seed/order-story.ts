// What the buyers of the demonstration city do: how many orders a month, at which shop, by which money, and how each one ends.
import { addMonths, monthOf, monthSpan, monthsBetween } from '#app/domain/dates.ts';

export type Fate =
  | 'completed'
  | 'cancelled'
  | 'expired'
  | 'returned'
  | 'pending'
  | 'proofUnread'
  /** The money of a receipt was not there: the buyer is asked again; after the second time finance looks. */
  | 'proofRefused'
  | 'proofForFinance'
  | 'confirmed'
  | 'making'
  | 'ready'
  | 'shipped'
  | 'delivered';

const METHODS = ['cod', 'transfer', 'card'] as const;
export type Method = (typeof METHODS)[number];

export interface OrderPlan {
  readonly shopIndex: number;
  readonly placedAt: Date;
  readonly method: Method;
  readonly fate: Fate;
  readonly quantity: number;
}

const MONTHS = 24;
const FIRST_MONTH_ORDERS = 6;
const GROWTH_A_MONTH = 0.7;
/** People buy mats before Lebaran. */
const FESTIVE = 1.6;
/** Cash leads, then transfer (BPS, e-commerce survey 2021); card a little above the survey, so that its ledger has something to show. */
const CASH_SHARE = 0.74;
const TRANSFER_SHARE = 0.16;
/** Every state that a maker meets today, and one that she could not make: what was paid for it must go back. */
const RECENT_FATES: readonly Fate[] = [
  'pending',
  'proofUnread',
  'confirmed',
  'making',
  'ready',
  'shipped',
  'delivered',
  'cancelled',
];
/** These once: they are rare. */
const ODD_FATES: readonly Fate[] = ['proofRefused', 'proofForFinance'];
const HOUR = 3_600_000;

/** Oldest first. `festiveMonths` are the months that Ramadan falls in; `random` gives numbers in [0, 1). */
export function planOrders(story: {
  now: Date;
  shops: number;
  festiveMonths: ReadonlySet<string>;
  random: () => number;
  /** False where the woman behind that shop sells nothing in that month. */
  sellsIn: (shopIndex: number, month: string) => boolean;
}): OrderPlan[] {
  const { now, shops, festiveMonths, random, sellsIn } = story;
  const thisMonth = monthOf(now);
  const plans: OrderPlan[] = [];
  for (let month = addMonths(thisMonth, -MONTHS); month <= thisMonth; month = addMonths(month, 1)) {
    const age = MONTHS + monthsBetween(thisMonth, month);
    const count = Math.round((FIRST_MONTH_ORDERS + GROWTH_A_MONTH * age) * (festiveMonths.has(month) ? FESTIVE : 1));
    const { from, until } = monthSpan(month);
    const end = Math.min(until.getTime(), now.getTime() - 10 * 24 * HOUR);
    for (let i = 0; i < count && end > from.getTime(); i++) {
      const at = from.getTime() + random() * (end - from.getTime());
      const fate = pastFate(random());
      // A few orders all the same go to her who rests: what she says and what the site knows then part, as in life.
      let shopIndex = pickShop(shops, age, random);
      for (let tries = 1; tries < 4 && !sellsIn(shopIndex, month); tries++) shopIndex = pickShop(shops, age, random);
      plans.push(plan({ placedAt: new Date(at), fate, shopIndex }, anyMethod(random), random));
    }
  }
  const recent = [...Array.from({ length: 5 }, () => RECENT_FATES).flat(), ...ODD_FATES];
  for (const [i, fate] of recent.entries()) {
    const ageHours = fate === 'pending' ? 1 + random() * 8 : 3 + random() * 15;
    const asked = METHODS[Math.floor(i / RECENT_FATES.length) % METHODS.length] ?? 'cod';
    plans.push(
      plan({ placedAt: new Date(now.getTime() - ageHours * HOUR), fate, shopIndex: i % shops }, asked, random),
    );
  }
  return plans.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
}

function plan(
  order: { placedAt: Date; fate: Fate; shopIndex: number },
  asked: Method,
  random: () => number,
): OrderPlan {
  // Only cash can be refused at the door, only a transfer has a proof, and an open card page lapses within the hour.
  const only: Partial<Record<Fate, Method>> = {
    ...{ proofUnread: 'transfer', proofRefused: 'transfer', proofForFinance: 'transfer' },
    returned: 'cod',
    pending: asked === 'card' ? 'transfer' : asked,
  };
  const quantity = random() < 0.75 ? 1 : random() < 0.7 ? 2 : 4;
  return { ...order, method: only[order.fate] ?? asked, quantity };
}

function anyMethod(random: () => number): Method {
  const roll = random();
  if (roll < CASH_SHARE) return 'cod';
  return roll < CASH_SHARE + TRANSFER_SHARE ? 'transfer' : 'card';
}

function pastFate(roll: number): Fate {
  if (roll < 0.88) return 'completed';
  if (roll < 0.93) return 'expired';
  return roll < 0.97 ? 'cancelled' : 'returned';
}

/** A few shops sell most: the square of a random number leans to the first ones; young markets have fewer shops. */
function pickShop(shops: number, age: number, random: () => number): number {
  const open = Math.max(10, Math.round((shops * (age + 6)) / (MONTHS + 6)));
  return Math.floor(random() ** 2 * Math.min(open, shops));
}
