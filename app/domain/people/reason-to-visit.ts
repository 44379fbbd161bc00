// Why an officer might look at a woman's business today. Pure; the heaviest reason is the one shown.
import { addMonths, monthsBetween } from '../dates.ts';
import { compareSources, type SourceRemark } from './compare-sources.ts';
import { type OrderToSee, orderReason } from './order-reason.ts';

export interface MonthFacts {
  readonly month: string;
  readonly verifiedRupiah: number;
  readonly recordedSalesRupiah: number;
  readonly reportedSold: string | null;
  readonly reportedTakingsRupiah: number | null;
  readonly reportedProfitRupiah: number | null;
}

interface CountedReason {
  readonly kind:
    | 'orderStuck'
    | 'orderLate'
    | 'orderOnTheWay'
    | 'proofUnread'
    | 'noSale'
    | 'profitFalling'
    | 'checkInsMissed'
    | 'checkInDue';
  /** Days or months, as the sentence says. */
  readonly count: number;
}

export type FollowUpReason = (CountedReason | SourceRemark) & { readonly weight: number };

/** `today` is a WIB day; `months` are those of the last half-year that have any facts. */
export function reasonToVisit(facts: {
  today: string;
  graduatedOn: string | null;
  orders: readonly OrderToSee[];
  months: readonly MonthFacts[];
}): FollowUpReason | null {
  const thisMonth = facts.today.slice(0, 7);
  const waiting = orderReason(facts.orders, facts.today);
  if (waiting) return waiting;
  const silent = monthsSince(thisMonth, facts, (month) => isSale(month));
  if (silent >= 2) return { kind: 'noSale', count: silent, weight: 60 + silent };
  if (isFallingThrice(thisMonth, facts.months)) return { kind: 'profitFalling', count: 3, weight: 50 };
  const remarks = compareSources(facts.months.filter(({ month }) => month < thisMonth));
  const above = remarks.find(({ kind }) => kind === 'verifiedAbove');
  if (above) return { ...above, weight: 40 };
  const unanswered = monthsSince(thisMonth, facts, (month) => month.reportedSold !== null);
  if (unanswered >= 2) return { kind: 'checkInsMissed', count: unanswered, weight: 30 + unanswered };
  const far = remarks.find(({ kind, month }) => kind === 'reportedFarAbove' && month === addMonths(thisMonth, -1));
  if (far) return { ...far, weight: 20 };
  return unanswered === 1 ? { kind: 'checkInDue', count: 1, weight: 10 } : null;
}

function isSale(month: MonthFacts): boolean {
  return month.verifiedRupiah > 0 || month.recordedSalesRupiah > 0 || month.reportedSold === 'yes';
}

/** Full months in a row, ending last month, in which nothing of the kind happened; at most six, none before she graduated. */
function monthsSince(
  thisMonth: string,
  facts: { graduatedOn: string | null; months: readonly MonthFacts[] },
  happened: (month: MonthFacts) => boolean,
): number {
  const current = facts.months.find((entry) => entry.month === thisMonth);
  if (current && happened(current)) return 0;
  const most = facts.graduatedOn ? Math.min(6, monthsBetween(facts.graduatedOn.slice(0, 7), thisMonth) - 1) : 6;
  for (let back = 1; back <= most; back++) {
    const month = facts.months.find((entry) => entry.month === addMonths(thisMonth, -back));
    if (month && happened(month)) return back - 1;
  }
  return Math.max(0, most);
}

function isFallingThrice(thisMonth: string, months: readonly MonthFacts[]): boolean {
  const profits = [4, 3, 2, 1].map(
    (back) => months.find((entry) => entry.month === addMonths(thisMonth, -back))?.reportedProfitRupiah ?? null,
  );
  return profits.every(
    (profit, index) => profit !== null && (index === 0 || profit < (profits[index - 1] ?? Number.POSITIVE_INFINITY)),
  );
}
